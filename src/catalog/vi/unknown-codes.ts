import type { UnknownCodeTexts } from '../unknown-codes.ts';

export const VI_UNKNOWN_CODES: UnknownCodeTexts = {
  label: 'mã chưa đăng ký',
  note: (treatedAs) => `Mã chưa đăng ký; xử lý như ${treatedAs}`,
  meaning: (treatedAs, meaning) =>
    `Không có danh mục nào ghi mã này. Bên nhận xử lý như ${treatedAs} (RFC 3261 §8.1.3.2). Về ${treatedAs}: ${meaning}`,
  advice: (treatedAs) =>
    `Xem tài liệu hoặc nhật ký của nơi gửi; mọi nơi khác xử lý mã này như ${treatedAs}.`,
  notSip: {
    label: 'không phải mã trạng thái SIP',
    note: 'Không phải mã trạng thái SIP',
    meaning:
      'Mã trạng thái SIP nằm trong khoảng 100 đến 699. Số nằm ngoài khoảng này đến từ nhật ký hoặc API cục bộ, hoặc bản tin bị hỏng.',
    when: 'Trong nhật ký của các bộ SIP, hoặc trong bản tin hỏng, bản tin thử lỗi.',
  },
};
