import type { SecurityArgs } from '../../../model/security-args.ts';
import type { IgnoreTexts } from '../../rule-text.ts';

export const securityIgnore: IgnoreTexts<keyof SecurityArgs> = {
  'scanner-detected': 'Khi chính mình chạy dò quét, hoặc máy chủ không trả lời gì cho người lạ.',
  'extension-enumeration': 'Khi địa chỉ đó là hệ thống giám sát hoặc cấp cấu hình của mình.',
  'password-bruteforce': 'Khi chính mình đang thử mật khẩu để kiểm tra.',
  'credential-compromise-suspected': 'Khi chủ tài khoản đang thử và cuối cùng nhập đúng.',
  'toll-fraud-pattern': 'Khi có người đang kiểm tra quy tắc quay số.',
  'open-relay': 'Khi có người đang thiết lập trung kế từ địa chỉ đó và thử các dạng số.',
  'bye-or-cancel-spoof': 'Khi nhiều nút của một SBC dùng chung cuộc gọi với các địa chỉ khác nhau.',
  'digest-leak': 'Khi bên gọi là máy chủ của mình và được phép yêu cầu thiết bị này xác thực.',
  'digest-replay': 'Khi cả hai địa chỉ thuộc một thiết bị có hai đường ra.',
  'sip-flood': 'Trong khi thử tải, hoặc khi mọi máy đăng ký lại sau sự cố.',
};
