/** Vietnamese texts: success. What has succeeded depends on the method in CSeq. */
import type { StatusCode } from '../status-codes.ts';
import type { CodeText } from '../types.ts';

export const codes2xx = {
  200: {
    label: 'thành công',
    note: 'Thành công; việc gì thì xem CSeq',
    meaning:
      'Yêu cầu ghi trong CSeq đã thành công. Với INVITE: cuộc gọi được trả lời và phải có ACK; với REGISTER: binding được lưu trong thời hạn ghi ở từng Contact; với BYE: cuộc gọi đã giải phóng; với CANCEL: chỉ là đã nhận được CANCEL; với OPTIONS: nút đang hoạt động.',
    when: 'Là phản hồi cuối cùng của mọi giao dịch bình thường. Sự cố thường lộ ra ở xung quanh: cùng một 200 lặp lại nhiều lần, hoặc sau đó thiếu media hay thiếu BYE.',
    causes: [
      'INVITE: người dùng, hộp thư thoại, IVR hoặc hàng chờ đã trả lời',
      'INVITE, cùng một 200 lặp đi lặp lại: ACK bị mất hoặc đi nhầm chỗ; khoảng 32 giây sau bên nhận ngắt cuộc gọi',
      'INVITE, thêm một 200 với To tag khác: hai thiết bị nhấc máy cùng lúc',
      'REGISTER được cấp thời hạn ngắn hơn yêu cầu: chính sách của máy chủ đăng ký, thường 60–120 giây để giữ NAT',
      'REGISTER mà 200 không có Contact vừa gửi: đó là lệnh gỡ hoặc truy vấn, hoặc máy chủ đăng ký đã bỏ binding',
      'CANCEL: INVITE vẫn có phản hồi cuối cùng riêng, là 487 hoặc một 200 gửi chéo nhau',
      'OPTIONS: ngăn xếp SIP còn chạy; chưa chứng minh được là định tuyến được cuộc gọi',
    ],
    fix: {
      caller: [
        'INVITE: gửi ACK tới Contact của 200 theo đúng tuyến đã ghi (Record-Route)',
        'Có thêm 200 từ nhánh khác: gửi ACK rồi BYE trên hội thoại đó',
        'REGISTER: làm mới theo thời hạn được cấp, không theo thời hạn đã yêu cầu',
      ],
      operator: [
        '200 lặp lại: kiểm tra Contact và Record-Route nhìn từ điểm bắt gói này, sau đó là NAT và SIP ALG',
        'Sau CANCEL, đánh giá cuộc gọi theo phản hồi cuối cùng của INVITE, không theo 200 của CANCEL',
      ],
      callee: ['Đưa vào Contact một địa chỉ mà phía bên gọi truy cập được'],
    },
    neighbours: [
      { code: 202, difference: '202: đã tiếp nhận để xử lý sau, việc chưa xong.' },
      { code: 183, difference: '183: có âm thanh trước khi trả lời; 200 mới là trả lời.' },
      { code: 487, difference: '487: kết thúc INVITE bị hủy; 200 đi bên cạnh là của CANCEL.' },
    ],
  },
  202: {
    label: 'đã tiếp nhận (không khuyến nghị dùng)',
    note: 'Đã tiếp nhận, chưa xong, kết quả đến sau',
    meaning:
      'Yêu cầu hợp lệ và sẽ được xử lý, kết quả báo sau bằng bản tin riêng. Mã này không còn được khuyến nghị cho SUBSCRIBE (nay dùng 200), nhưng vẫn là câu trả lời quen thuộc cho REFER và cho tin nhắn lưu lại.',
    when: 'Trả lời REFER khi chuyển cuộc gọi, trả lời MESSAGE được lưu để gửi sau, và trả lời SUBSCRIBE trên hệ thống cũ.',
    causes: [
      'Chuyển cuộc gọi: Asterisk, FreeSWITCH và đa số điện thoại nhận REFER bằng 202',
      'MESSAGE được lưu cho người dùng đang ngoại tuyến, ví dụ bằng mô-đun msilo của Kamailio',
      'SUBSCRIBE tới máy chủ presence hoặc BLF đời cũ, còn chờ phê duyệt',
      'Chuyển cuộc gọi thất bại sau đó: chỉ NOTIFY với phần thân sipfrag mới cho biết',
    ],
    fix: {
      caller: [
        'Chờ NOTIFY: phần thân sipfrag mới là kết quả thật của việc chuyển cuộc gọi',
        'Giữ cuộc gọi đầu cho đến khi sipfrag báo 200, để chuyển không thành cũng không mất khách',
      ],
      operator: [
        '202 cho SUBSCRIBE hoặc REFER mà 32 giây không có NOTIFY: kiểm tra bên gửi 202 và đường về',
      ],
      callee: ['Gửi NOTIFY đầu tiên ngay sau khi tiếp nhận; trả lời SUBSCRIBE bằng 200'],
    },
    neighbours: [
      { code: 200, difference: '200: đã xong, hoặc với SUBSCRIBE là đã chấp thuận.' },
      { code: 204, difference: '204: thành công và sẽ không có NOTIFY.' },
    ],
  },
  204: {
    label: 'thành công, không gửi NOTIFY',
    note: 'Đã làm mới, không có gì mới để NOTIFY',
    meaning:
      'Việc đăng ký nhận sự kiện đã được làm mới; bên theo dõi đang có trạng thái mới nhất nên sẽ không có NOTIFY.',
    when: 'Trả lời SUBSCRIBE trong một lượt theo dõi đang chạy và có trường Suppress-If-Match. Hiếm gặp ngoài các hệ thống presence tối ưu lưu lượng.',
    causes: [
      'Bên theo dõi làm mới kèm entity-tag của trạng thái đang giữ',
      'Máy khách di động tiết kiệm lưu lượng: thức dậy, làm mới và không cần nhận lại trạng thái cũ',
    ],
    fix: {
      caller: ['Không chờ NOTIFY, tiếp tục dùng trạng thái đang có'],
      operator: [],
      callee: [],
    },
    neighbours: [
      { code: 200, difference: '200: đã làm mới và sẽ có NOTIFY kèm trạng thái.' },
      { code: 412, difference: '412: entity-tag của PUBLISH không còn được nhận ra.' },
    ],
  },
} satisfies Partial<Record<StatusCode, CodeText>>;
