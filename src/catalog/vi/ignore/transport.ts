import type { TransportArgs } from '../../../model/rule-args.ts';
import type { IgnoreTexts } from '../../rule-text.ts';

export const transportIgnore: IgnoreTexts<keyof TransportArgs> = {
  'noninvite-no-response':
    'Khi biết đích đang tắt: kiểm tra gateway dự phòng, NOTIFY tới máy đã rời mạng.',
  'icmp-unreachable':
    'Khi hồi phục ngay, như thiết bị vừa khởi động lại, hoặc khi lỗi trả lời cho bản sao muộn của một cuộc gọi đã xong.',
  'udp-over-mtu':
    'Giữa các nút trong cùng một mạng mà các mảnh chắc chắn đến nơi, như proxy và gateway của chính nó.',
  'ip-fragment-loss':
    'Khi bộ lọc bắt gói theo cổng đã loại các mảnh sau: phát hiện có nói điều đó, và bản tin vẫn đến nơi.',
  'retransmission-storm':
    'Trên đường truy nhập hay mất gói, khi chỉ có vài bản sao và cuộc gọi vẫn thành công.',
  'transport-failover': 'Khi thử lần lượt nhiều đích là chủ ý và thời gian chờ ngắn.',
  'dns-failure': 'Khi tên miền thuộc một đối tác đã được ngừng phục vụ có chủ ý.',
  'request-to-wrong-transport': 'Trong phòng thí nghiệm, nơi cố ý dùng sips: mà không có TLS.',
  'tcp-connect-failed':
    'Khi máy chủ được khởi động lại vào lúc đó và các máy khách đã kết nối lại.',
  'tcp-reset-mid-transaction':
    'Khi đó là lần khởi động lại theo kế hoạch, hoặc yêu cầu đã được gửi lại thành công qua kết nối mới.',
  'tcp-stalled': 'Khi chỉ kéo dài chốc lát và không giao dịch nào hết giờ.',
  'tls-handshake-failed':
    'Khi máy khách là công cụ quét, hoặc chứng chỉ đang được thay vào lúc đó.',
  'tls-certificate-problem':
    'Khi hai bên thỏa thuận tin chứng chỉ này, như chứng chỉ tự ký trong nội bộ công ty.',
  'ws-upgrade-failed':
    'Khi không phải điện thoại mở trang đó: công cụ giám sát và thu thập web cũng làm vậy.',
};
