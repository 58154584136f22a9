import type { RegistrationArgs } from '../../../model/registration-args.ts';
import type { IgnoreTexts } from '../../rule-text.ts';

export const registrationIgnore: IgnoreTexts<keyof RegistrationArgs> = {
  'register-failed': 'Khi tài khoản bị đóng có chủ ý, hoặc bên gửi là công cụ quét.',
  'register-interval-too-brief': 'Khi thiết bị dùng khoảng dài hơn ở lần thử kế tiếp.',
  'register-shortened': 'Khi thiết bị vẫn làm mới kịp thời.',
  'register-not-refreshed': 'Khi thiết bị được tắt hoặc rời mạng.',
  'register-expired-at-call': 'Khi biết người dùng đã vắng mặt.',
  'register-flapping': 'Với máy di động chuyển qua lại giữa các mạng.',
  'register-storm': 'Ngay sau khi khởi động lại hoặc mất điện, khi lắng xuống trong vài phút.',
  'register-many-bindings': 'Khi người dùng có từng đó thiết bị.',
  'register-contact-unroutable': 'Khi proxy hoặc SBC ở giữa nhớ thiết bị thực sự ở đâu.',
  'register-outbound-439-430': 'Khi thiết bị sau đó đăng ký mà không dùng outbound.',
  'subscribe-failed': 'Khi tính năng (đèn báo, hộp thư) không được cung cấp ở đó.',
  'notify-481': 'Ngay sau khi máy khởi động lại: nó sẽ đăng ký nhận lại.',
  'info-dtmf-rejected': 'Khi các chữ số cũng đi trong luồng media.',
};
