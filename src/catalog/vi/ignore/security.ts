import type { SecurityArgs } from '../../../model/security-args.ts';
import type { IgnoreTexts } from '../../rule-text.ts';

export const securityIgnore: IgnoreTexts<keyof SecurityArgs> = {
  'scanner-detected': 'Khi chính mình chạy dò quét, hoặc máy chủ không trả lời gì cho người lạ.',
  'extension-enumeration': 'Khi địa chỉ đó là hệ thống giám sát hoặc cấp cấu hình của mình.',
  'password-bruteforce': 'Khi chính mình đang thử mật khẩu để kiểm tra.',
  'credential-compromise-suspected': 'Khi chủ tài khoản đang thử và cuối cùng nhập đúng.',
  'toll-fraud-pattern': 'Khi có người đang kiểm tra quy tắc quay số.',
  'sip-flood': 'Trong khi thử tải, hoặc khi mọi máy đăng ký lại sau sự cố.',
};
