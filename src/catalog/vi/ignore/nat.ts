import type { NatArgs } from '../../../model/nat-args.ts';
import type { IgnoreTexts } from '../../rule-text.ts';

export const natIgnore: IgnoreTexts<keyof NatArgs> = {
  'nat-missing-rport': 'Khi không có NAT giữa hai bên: khi đó cổng trong Via đang mở.',
  'nat-keepalive-missing': 'Khi thiết bị bị rút điện và trở lại trước khi đăng ký hết hạn.',
  'nat-private-contact': 'Khi hai bên ở cùng mạng riêng đó, hoặc có nút ở giữa nhớ đường đi.',
  'contact-unroutable': 'Khi có nút ở giữa giữ nguyên kết nối đang mở.',
  'nat-port-rebinding': 'Khi thiết bị cập nhật địa chỉ đích ngay.',
  'sip-alg-suspected': 'Khi phần tử sửa bản tin là SBC của chính mình.',
  'ice-failed': 'Khi media vẫn chạy qua relay.',
};
