import type { SayWhy } from '../say-why.ts';

export const VI_SAY_WHY: SayWhy = {
  inPhrase: 'Ghi lý do vào reason phrase hoặc trường Reason để người sau khỏi phải đoán',
  readReason: 'Đọc header Reason: 18, 19 và 20 là ba chuyện khác nhau',
};
