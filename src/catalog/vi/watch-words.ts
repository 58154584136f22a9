import type { WatchWords } from '../watch-words.ts';

export const VI_WATCH_WORDS: WatchWords = {
  pending: (clock) => `${clock}  chưa kết thúc`,
  over: (clock) => `${clock}  đã kết thúc`,
  update: (clock) => `${clock}  cập nhật`,
  withdrawn: (rule) => `${rule} không còn đúng`,
  stillTrying: (duration) => `Đang chờ ở 100 Trying đã ${duration} và vẫn còn chờ.`,
  stillTryingWhy: (node) =>
    `${node} đã nhận INVITE; đến lúc này chưa thấy đổ chuông hay phản hồi cuối cùng. 100 Trying chỉ có giá trị trong một chặng: nó chứng tỏ nút này đã nhận INVITE và không nói gì về phía sau nút đó.`,
  waitForOutcome: 'Kết quả sẽ được báo khi có.',
};
