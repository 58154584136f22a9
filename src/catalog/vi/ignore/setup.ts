import type { SetupArgs } from '../../../model/rule-args.ts';
import type { IgnoreTexts } from '../../rule-text.ts';

export const setupIgnore: IgnoreTexts<keyof SetupArgs> = {
  'trying-capture-ended':
    'Khi việc bắt gói bị dừng bằng tay vài giây sau khi cuộc gọi bắt đầu: hãy đọc tệp kế tiếp trước khi tìm thêm.',
  'trying-then-408':
    'Khi biết đầu xa đang hỏng và cuộc gọi thất bại đủ nhanh để thử tuyến kế tiếp.',
  'trying-then-cancel': 'Khi người gọi đổi ý trong vòng vài giây.',
  'trying-downstream-silent':
    'Khi biết đối tác im lặng đang hỏng và một đối tác khác đã nhận cuộc gọi kịp thời.',
  'trying-downstream-answered-not-relayed':
    'Khi trả lời bị thiếu là 180 hoặc 183 mà chính sách của nút cố ý giữ lại.',
  'trying-not-forwarded': 'Khi chặng tiếp theo đi qua một giao diện không được bắt gói.',
  'invite-no-response':
    'Khi biết đích đang tắt và cuộc gọi đã đi đường khác mà không phải chờ đáng kể.',
  'late-trying': 'Khi hiếm xảy ra và dưới nửa giây; qua TCP và TLS không có gì bị gửi lại vì nó.',
  'pdd-slow':
    'Khi bên được gọi là máy di động phải được đánh thức (push), thường mất 3 đến 8 giây, hoặc là cuộc gọi quốc tế.',
  'ringing-no-answer':
    'Thông thường: không có ai ở đó. Hãy xem xét khi một người không bao giờ trả lời.',
  'ringing-forever': 'Với hàng đợi và vị trí giữ cuộc gọi cố ý đổ chuông lâu.',
  'no-final-response':
    'Khi bản bắt gói dừng chưa đầy ba phút sau INVITE, hoặc với hàng đợi không giới hạn.',
};
