import type { DeclineArgs } from '../../../model/rule-args.ts';
import type { IgnoreTexts } from '../../rule-text.ts';

export const declineIgnore: IgnoreTexts<keyof DeclineArgs> = {
  'decline-analytics-603plus': 'Khi chặn người gọi này là điều mạng nên làm.',
  'decline-analytics-probable':
    'Khi những người được gọi có một điểm chung giải thích được: cùng công ty, cùng văn phòng đã đóng cửa, cùng danh sách chặn.',
  'decline-608': 'Khi chặn người gọi này là điều nút trung gian nên làm.',
  'decline-607':
    'Một lần đơn lẻ: ai đó không muốn người gọi này. Hãy xem xét khi nhiều người cùng đánh dấu.',
  'decline-human': 'Thông thường: một người đã quyết định.',
  'decline-device-policy':
    'Khi chế độ không làm phiền hoặc danh sách chặn được đặt có chủ ý. Chỉ riêng thời gian không phân biệt được với một bàn tay rất nhanh.',
  'decline-unattributed': 'Thông thường: ai đó hoặc thiết bị nào đó không muốn cuộc gọi này.',
  'decline-pbx-default': 'Khi kế hoạch quay số vốn từ chối cuộc gọi này.',
  'decline-q850': 'Khi phía quyết định là bên được gọi, và chỉ liên quan một cuộc gọi.',
};
