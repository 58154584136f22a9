import type { ResponseArgs } from '../../../model/response-args.ts';
import type { IgnoreTexts } from '../../rule-text.ts';

export const responseIgnore: IgnoreTexts<keyof ResponseArgs> = {
  'redirect-loop': 'Khi cuộc gọi được trả lời ở một trong các địa chỉ.',
  'redirect-not-followed':
    'Khi một phần tử khác với bên gọi thực hiện chuyển hướng, trên liên kết không được bắt gói.',
  'resp-408-timeout': 'Khi biết bên được gọi đang ngoại tuyến và không có hộp thư thoại.',
  'resp-482-loop': 'Khi yêu cầu phân nhánh gặp lại chính nó và một bản sao đã được trả lời.',
  'resp-483-hops': 'Với phép thử cố ý đếm số chặng.',
  'max-forwards-low': 'Khi đường đi ngắn và đã biết.',
  'resp-500-server': 'Khi nút kế tiếp đã nhận cuộc gọi.',
  'resp-502-504-gateway': 'Khi tuyến kế tiếp đã nhận cuộc gọi.',
  'resp-503-overload': 'Khi giới hạn được đặt có chủ ý và tuyến khác đã nhận cuộc gọi.',
  'retry-after-ignored': 'Khi các yêu cầu đi tới nút khác cùng tên.',
  'overload-burst': 'Trong khi thử tải.',
  'vendor-routing-code': 'Khi chặng kế tiếp được ngừng phục vụ có chủ ý.',
  'resp-403-policy': 'Khi chặn cuộc gọi này là chủ ý.',
  'resp-404-number':
    'Một lần đơn lẻ: ai đó bấm nhầm số. Hãy xem xét khi một số có thật bị từ chối.',
  'resp-410-301-moved': 'Khi người gọi được thông báo số mới.',
  'resp-480-unavailable': 'Khi biết người dùng đã đăng xuất.',
  'resp-484-digits': 'Trong quay số chồng (overlap), nơi INVITE kế tiếp mang thêm chữ số.',
  'overlap-dialling': 'Khi hai bên đã thỏa thuận dùng nó.',
  'resp-486-busy': 'Thông thường: một người đã từ chối, hoặc không nhận cuộc gọi chờ.',
  'resp-487-terminated': 'Khi CANCEL đi qua liên kết không được bắt gói.',
  'resp-600-604': 'Khi bên được gọi đặt như vậy cho mọi thiết bị.',
  'resp-other': 'Khi mã này là thỏa thuận giữa hai bên.',
  'resp-400-malformed': 'Khi nó trả lời công cụ quét hoặc công cụ thử nghiệm.',
  'resp-405-501-method':
    'Khi máy khách chỉ hỏi xem được những gì, và tiếp tục mà không cần phương thức đó.',
  'resp-message-refused': 'Khi bên gửi giữ lại tin và gửi lại sau, hoặc gửi bằng đường khác.',
  'resp-415-406-body': 'Khi máy khách thử lại mà không có thân đó.',
  'resp-420-421-extension': 'Khi máy khách thử lại không có, hoặc có, phần mở rộng đó.',
  'resp-422-session-interval': 'Khi cuộc gọi được thử lại với khoảng thời gian dài hơn.',
  'resp-481-state-lost':
    'Với yêu cầu muộn của cuộc gọi đã xong, hoặc sau lần khởi động lại theo kế hoạch.',
  'resp-488-media': 'Khi bên gọi thử lại với media khác, hoặc cuộc gọi tiếp tục như cũ.',
  'resp-606-media': 'Khi bên gọi thử lại với media khác.',
  'resp-489-event': 'Khi tính năng (đèn báo, hộp thư) không cần dùng với đối tác này.',
  'resp-491-glare': 'Khi một trong hai bên thử lại và được chấp nhận.',
  'resp-493-smime': 'Khi bên gửi thử lại không mã hóa, và được phép làm vậy.',
  'resp-494-secagree': 'Khi lần thử thứ hai có thỏa thuận đã thành công.',
  'resp-513-size': 'Khi yêu cầu được thử lại mà bỏ các phần tùy chọn.',
  'resp-555-push': 'Khi vẫn gọi được máy mà không cần push.',
  'resp-580-precondition': 'Khi cuộc gọi được thiết lập lại qua bearer khác.',
};
