import type { SdpArgs } from '../../../model/sdp-args.ts';
import type { IgnoreTexts } from '../../rule-text.ts';

export const sdpIgnore: IgnoreTexts<keyof SdpArgs> = {
  'sdp-malformed': 'Khi hai bên vẫn đọc được và nghe được tiếng.',
  'offer-answer-violation':
    'Khi cuộc gọi có media cả hai chiều: phần lớn stack bỏ qua lỗi này. Nó gây hại khi có bên nghiêm ngặt hơn tham gia.',
  'codec-no-overlap': 'Khi bên gọi thử lại với codec khác, hoặc tuyến kế tiếp đã nhận cuộc gọi.',
  'media-rejected': 'Khi media bị từ chối chỉ là phần thêm, như video tới máy không có camera.',
  'srtp-mismatch': 'Khi lần thử thứ hai không mã hóa hoặc có mã hóa đã thành công như dự định.',
  'srtp-key-in-clear': 'Trên mạng được bảo vệ bên dưới SIP, bằng IPsec hoặc đường riêng.',
  'dtls-setup-wrong': 'Khi lần thử sau đúng quy tắc và media đã đến.',
  'rtcp-mux-mismatch': 'Khi vẫn nghe được: chỉ có thể thiếu các báo cáo (RTCP).',
  'hold-state':
    'Luôn có thể bỏ qua, trừ khi ai đó phàn nàn về sự im lặng: nó cho biết giữ máy bắt đầu và kết thúc lúc nào.',
  'hold-not-resumed': 'Khi cuộc gọi được chuyển tiếp, hoặc người chờ tự bỏ cuộc.',
  'hold-both-sides': 'Khi kết thúc sau chốc lát: hai người bấm cùng một phím.',
  'fmtp-conflict': 'Khi bộ chuyển tiếp ở giữa đóng gói lại các khung.',
  'codec-changed-midcall':
    'Khi việc thay đổi là cần thiết: fax, nhạc chờ, chuyển sang thiết bị khác.',
  'nat-private-sdp':
    'Khi relay hoặc SBC học địa chỉ từ media đến; khi đó cuộc gọi có tiếng cả hai chiều.',
  'media-address-unset':
    'Khi bản ghi kết thúc trước lúc cuộc gọi được nối xong, hoặc không ai cần nghe bên kia.',
  'address-family-mismatch': 'Khi có relay ở giữa chuyển đổi giữa IPv4 và IPv6.',
  't38-failed': 'Khi fax vẫn đi qua bằng G.711.',
};
