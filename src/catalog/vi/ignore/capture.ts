import type { CaptureArgs } from '../../../model/rule-args.ts';
import type { IgnoreTexts } from '../../rule-text.ts';

export const captureIgnore: IgnoreTexts<keyof CaptureArgs> = {
  'capture-duplicate-packets':
    'Luôn có thể bỏ qua khi bắt gói qua cổng mirror của hai giao diện hoặc `-i any`: các bản sao được nhận ra và chỉ tính một lần.',
  'capture-one-way':
    'Khi chiều còn lại nằm trong tệp khác: hãy đọc cả hai cùng lúc. Liên kết chỉ mang trả lời của một đường khác trông cũng như vậy.',
  'capture-starts-midcall':
    'Khi các cuộc gọi cần xem bắt đầu sau đó. Các số liệu không tính những cuộc gọi này.',
  'capture-ends-before-outcome':
    'Khi các cuộc gọi cần xem đã kết thúc trước đó, hoặc tệp kế tiếp trong chuỗi xoay vòng cũng được đọc.',
  'capture-packet-loss':
    'Khi chỉ thiếu vài gói và các cuộc gọi cần xem đầy đủ. Kết luận dựa trên sự im lặng ở đây chỉ đạt mức có khả năng.',
  'capture-snaplen-truncated':
    'Khi chỉ cần phần báo hiệu mà không cần thân bản tin: dòng đầu và phần lớn header vẫn còn.',
  'capture-clock-skew':
    'Khi hai tệp không có cuộc gọi chung: thứ tự và khoảng cách trong từng tệp vẫn đúng.',
  'capture-out-of-order-timestamps':
    'Khi các bước lùi chỉ vài micro giây, như ở card mạng có nhiều hàng đợi.',
  'capture-encrypted-only':
    'Khi các liên kết được mã hóa không phải là liên kết cần xem, hoặc đã có bản bắt gói ở phía bên kia SBC.',
};
