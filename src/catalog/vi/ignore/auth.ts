import type { AuthArgs } from '../../../model/auth-args.ts';
import type { IgnoreTexts } from '../../rule-text.ts';

export const authIgnore: IgnoreTexts<keyof AuthArgs> = {
  'auth-no-retry':
    'Khi máy khách là công cụ giám sát chỉ muốn thấy challenge, hoặc công cụ quét không có tài khoản.',
  'auth-loop-wrong-credentials':
    'Khi nó đến từ Internet với tên đoán mò: đó là tấn công cần chặn, không phải tài khoản cần sửa.',
  'auth-stale-loop': 'Khi kết thúc sau một vòng nữa: thỉnh thoảng đổi nonce là bình thường.',
  'auth-nc-reuse': 'Khi máy chủ hỏi lại và lần trả lời thứ hai được chấp nhận.',
  'auth-uri-mismatch': 'Khi thông tin xác thực được một nút khác trên đường chấp nhận.',
  'auth-realm-mismatch': 'Khi một challenge khác của cùng yêu cầu là cho realm đó.',
  'auth-username-mismatch':
    'Khi tên tài khoản khác với số là theo thỏa thuận, và đã biết lý do khác của việc từ chối.',
  'auth-algorithm-unsupported': 'Khi máy chủ cũng đưa ra một thuật toán mà máy khách dùng được.',
  'auth-cseq-not-incremented': 'Khi cuối cùng máy chủ vẫn nhận yêu cầu.',
  'auth-then-403': 'Khi tài khoản bị khóa hoặc đã tới giới hạn một cách có chủ ý.',
  'auth-challenge-to-ack-or-cancel': 'Khi cuộc gọi vẫn kết thúc đúng như phải thế.',
  'auth-basic-or-cleartext': 'Không bao giờ, trên mạng mà người khác đọc được.',
  'identity-verification-failed': 'Khi cuộc gọi vẫn được chuyển đến và mạng nhận chỉ đánh dấu nó.',
  'identity-passport-invalid':
    'Khi thời gian lệch do đồng hồ của máy bắt gói: hãy so với bản bắt gói khác trước.',
  'caller-id-rejected': 'Khi từ chối số này chính là mục đích của danh sách.',
  'anonymous-rejected': 'Thông thường: bên được gọi muốn như vậy.',
};
