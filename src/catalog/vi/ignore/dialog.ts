import type { DialogArgs } from '../../../model/dialog-args.ts';
import type { IgnoreTexts } from '../../rule-text.ts';

export const dialogIgnore: IgnoreTexts<keyof DialogArgs> = {
  'record-route-missing-lr': 'Với strict router đời cũ, khi cả hai bên xử lý được.',
  'route-set-lost': 'Khi yêu cầu vẫn đến nơi và được trả lời.',
  'in-dialog-bypasses-proxy': 'Khi proxy không cần gì nữa từ cuộc gọi sau khi thiết lập.',
  'target-refresh-ignored': 'Khi địa chỉ cũ vẫn được phục vụ.',
  'branch-reused': 'Khi nó đến từ công cụ thử nghiệm.',
  'call-id-reused':
    'Khi nó đến từ công cụ thử nghiệm, hoặc tổng đài đánh số lại cuộc gọi sau khi khởi động lại.',
  'cseq-out-of-order': 'Khi yêu cầu được gửi lại với số cao hơn.',
  'tag-problems': 'Khi nó đến từ công cụ quét hoặc công cụ thử nghiệm.',
  'via-stack-broken': 'Khi chỉ là một trả lời đơn lẻ của thiết bị sắp được thay.',
  'via-loop-visible': 'Với vòng xoắn có chủ ý: proxy đi qua chính nó lần nữa với Request-URI khác.',
  'max-breadth-or-fork-bomb': 'Với nhóm đổ chuông lớn như vậy, đã thỏa thuận với các proxy.',
  'session-timer-expiry':
    'Khi một bên đã biến mất: kết thúc cuộc gọi chính là mục đích của bộ định thời.',
  'session-timer-violations': 'Khi phiên vẫn được một trong hai bên làm mới kịp thời.',
  'reinvite-failed': 'Khi lần thử sau được chấp nhận, hoặc cuộc gọi tiếp tục như cũ.',
  'reinvite-no-answer': 'Khi cả hai bên kết thúc cuộc gọi đúng lúc đó.',
  'update-not-allowed': 'Khi thay đổi được thực hiện bằng re-INVITE.',
  'refer-failed': 'Khi người đó thử lại thành công.',
  'refer-call-lost': 'Khi người được chuyển đã gác máy.',
  'bye-reason-abnormal': 'Trong thời gian bảo trì.',
  'emergency-call': 'Không bao giờ.',
};
