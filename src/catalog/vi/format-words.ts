import type { FormatWords } from '../format-words.ts';

export const VI_FORMAT_WORDS: FormatWords = {
  ticket: {
    title: (count, text) => (count === 0 ? 'Báo lỗi' : `Báo lỗi: ${text} cuộc gọi bị ảnh hưởng`),
    nothing: 'Không quan sát thấy lỗi nào.',
    times: (zone) => `Thời gian theo UTC; giờ địa phương theo ${zone}.`,
    affected: 'Bị ảnh hưởng',
    first: 'Đầu tiên',
    last: 'Cuối cùng',
    response: 'Phản hồi',
    noFinal: 'không thấy phản hồi cuối cùng',
    path: 'Gửi từ / đến',
    scope: 'Điểm chung',
    calls: 'Các cuộc gọi',
    moreCalls: (_, text) => `và ${text} cuộc gọi khác`,
    moreProblems: (_, text) => `${text} hiện tượng khác không nêu ở đây.`,
    evidence: 'Các bản tin đã quan sát (UTC)',
    moreEvidence: (_, text) => `${text} bản tin khác`,
  },
  outcomeRule: (outcome) =>
    `Các cuộc gọi kết thúc như vậy mà không luật nào giải thích: ${outcome}.`,
  frame: (number) => `gói số ${number}`,
  moreCalls: (_, text) => `và ${text} cuộc gọi khác`,
};
