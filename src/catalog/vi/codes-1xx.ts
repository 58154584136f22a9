/** Vietnamese texts: provisional responses. The call is still being set up; nothing is decided yet. */
import type { StatusCode } from '../status-codes.ts';
import type { CodeText } from '../types.ts';

export const codes1xx = {
  100: {
    label: 'đang xử lý',
    note: 'Một chặng đã nhận INVITE, chưa biết gì thêm',
    meaning:
      'Nút kế tiếp đã nhận được INVITE và sẽ lo phần trả lời, nên bên gửi ngừng gửi lại. Mã này chỉ có giá trị trong một chặng: không bao giờ được chuyển tiếp và không nói gì về bên nhận hay các nút phía sau. Đây không phải âm mời quay số (âm này có trước khi bấm số); trong ISDN, bản tin tương đương là CALL PROCEEDING.',
    when: 'Trong khoảng 200 ms sau INVITE, riêng ở từng chặng. Nếu đây là phản hồi cuối cùng nhìn thấy, hãy tìm xem nút đã gửi 100 đang chờ điều gì.',
    causes: [
      'Cuộc gọi bình thường: vài giây sau sẽ có 18x hoặc phản hồi cuối cùng',
      'Chặng phía sau im lặng: thiết bị đối tác ngừng chạy, tường lửa chặn gói, sai cổng hoặc sai giao thức truyền tải',
      'Kịch bản định tuyến đang chờ DNS, ENUM, LCR, HTTP hoặc cơ sở dữ liệu (Kamailio, OpenSIPS, FreeSWITCH đều có thể gặp)',
      'Lần lượt thử nhiều nhà mạng không phản hồi, mỗi nơi chờ hết bộ định thời',
      'Ứng dụng của bên nhận đang ở chế độ ngủ, phải đánh thức bằng thông báo đẩy',
      'Phản hồi sau đó có gửi nhưng thất lạc trên đường về: sai Via hoặc rport, ánh xạ NAT hết hạn',
      'Bản bắt gói dừng trước khi cuộc gọi có kết quả',
    ],
    fix: {
      caller: [
        'Tự đặt giới hạn thời gian thiết lập cuộc gọi: sau khi có 100, giao dịch INVITE không còn bộ định thời chuẩn nào',
      ],
      operator: [
        'Bắt gói phía sau nút đã gửi 100 và tìm nhánh cuộc gọi không có phản hồi',
        'Xem khoảng cách đến phản hồi cuối cùng: 30–32 giây là đối tác kế tiếp chưa hề phản hồi; khoảng 120 giây là có phản hồi rồi treo; trên 180 giây là Timer C',
        'Rút ngắn bộ định thời theo từng tuyến (`fr_timer` của Kamailio, `fr_timeout` của OpenSIPS) và thêm tuyến dự phòng',
        'Lưu đệm kết quả tra cứu chậm và đặt giới hạn chờ dưới một giây',
      ],
      callee: [
        'Kiểm tra thiết bị hoặc trung kế có lắng nghe đúng địa chỉ, cổng và giao thức truyền tải mà INVITE được gửi tới không',
      ],
    },
    neighbours: [
      {
        code: 180,
        difference:
          '180: đến từ phía bên nhận, có To tag và cho biết có máy đang đổ chuông; 100 chỉ đến từ nút kế tiếp.',
      },
      {
        code: 183,
        difference: '183: đến từ phía sau chặng này và thường kèm âm thanh; 100 không mang SDP.',
      },
      {
        code: 182,
        difference:
          '182: biết rõ cuộc gọi đang nằm trong hàng chờ; 100 không cho biết đang chờ gì.',
      },
      {
        code: 408,
        difference:
          '408: đã có nút hết thời gian chờ; cuộc gọi kẹt ở 100 thường kết thúc bằng mã này.',
      },
    ],
  },
  180: {
    label: 'đang đổ chuông',
    note: 'Một thiết bị của bên nhận đang đổ chuông',
    meaning:
      'Đã tới được ít nhất một thiết bị của bên nhận và thiết bị đó đang báo chuông. Nếu không kèm SDP, máy gọi tự phát hồi âm chuông; nếu kèm SDP, hồi âm chuông có thể đến dưới dạng early media.',
    when: 'Sau khi định tuyến xong, thường từ 0,2 đến 3 giây kể từ đầu cuộc gọi. Nhiều bản tin 180 với To tag khác nhau nghĩa là nhiều thiết bị cùng đổ chuông.',
    causes: [
      'Điện thoại, ứng dụng hoặc cổng analog đổ chuông bình thường',
      'Đổ chuông lâu rồi nhận 480, 408 hoặc có CANCEL: không ai nhấc máy',
      'Tổng đài, hàng chờ hoặc máy chủ thông báo đẩy tự gửi 180 khi chưa máy nào đổ chuông (`ring_ready` của FreeSWITCH, `Ringing()` của Asterisk)',
      'Cổng (gateway) chuyển đổi từ ALERTING của ISDN hoặc trạng thái thuê bao rỗi của ISUP',
    ],
    fix: {
      caller: ['Tự phát hồi âm chuông, trừ khi thực sự nhận được âm thanh sớm'],
      operator: [
        'Giới hạn thời gian đổ chuông, hết giờ thì chuyển sang hộp thư thoại hoặc số khác',
        'Nếu bên nhận nói máy không reo, tìm nút đã tạo ra 180: so To tag với trường User-Agent hoặc Server',
      ],
      callee: [
        'Kiểm tra âm lượng chuông, quyền thông báo và chế độ tiết kiệm pin nếu thiết bị không reo',
      ],
    },
    neighbours: [
      {
        code: 183,
        difference: '183: mạng phát âm báo hoặc thông báo; chưa chắc có máy nào đổ chuông.',
      },
      { code: 100, difference: '100: nút kế tiếp đã nhận INVITE, chưa tới thiết bị nào.' },
      { code: 182, difference: '182: đang chờ trong hàng, chưa có máy nào reo cho cuộc gọi này.' },
    ],
  },
  181: {
    label: 'đang chuyển hướng cuộc gọi',
    note: 'Máy chủ đang chuyển cuộc gọi sang nơi khác',
    meaning:
      'Một máy chủ trên đường đi đang chuyển cuộc gọi sang đích khác, trong khi vẫn giữ INVITE của bên gọi. Bên gọi không phải gửi lại gì.',
    when: 'Sau 100 và trước bản tin 180 đầu tiên, khi có chuyển tiếp vô điều kiện, khi bận hoặc khi không nhấc máy. Trường History-Info hoặc Diversion ghi đích cũ và đích mới.',
    causes: [
      'Bên nhận đặt chuyển tiếp cuộc gọi: luôn luôn, khi bận hoặc khi không nhấc máy',
      'Nhóm đổ chuông hoặc follow-me chuyển sang thành viên kế tiếp',
      'Cổng báo cuộc gọi bị chuyển hướng bên trong mạng điện thoại',
      'Chuyển tiếp nối chuỗi, có khi quay về chỗ cũ: theo dõi thời gian thiết lập và số mục trong History-Info',
    ],
    fix: {
      caller: [],
      operator: [
        'Giới hạn số lần chuyển tiếp và từ chối chuyển đến số đã có trong History-Info hoặc Diversion',
        'Kiểm tra quyền chuyển tiếp đến hướng cước cao: chiếm quyền chuyển tiếp là kiểu gian lận cước thường gặp',
      ],
      callee: ['Xem lại cài đặt chuyển tiếp nếu không muốn cuộc gọi đi nơi khác'],
    },
    neighbours: [
      { code: 302, difference: '302: yêu cầu bên gọi tự gọi đến địa chỉ mới.' },
      { code: 182, difference: '182: vẫn chờ đích cũ chứ không chuyển sang đích khác.' },
      { code: 183, difference: '183: có tiến triển nói chung, không cho biết đích đã thay đổi.' },
    ],
  },
  182: {
    label: 'đang xếp hàng chờ',
    note: 'Đang chờ trong hàng ở phía bên nhận',
    meaning:
      'Phía bên nhận chưa tiếp nhận được ngay nên đưa cuộc gọi vào hàng chờ thay vì từ chối. Reason phrase có thể cho biết vị trí, và mã này có thể được gửi lại mỗi khi vị trí thay đổi.',
    when: 'Ở hàng chờ của tổng đài chăm sóc khách hàng hoặc tổng đài viên khi cuộc gọi chưa được trả lời. Hiếm gặp, vì phần lớn hàng chờ trả 200 rồi phát nhạc.',
    causes: [
      'Mọi điện thoại viên đều bận, chờ người rảnh kế tiếp',
      'Chờ máy nhánh đang bận rảnh trở lại (camp-on)',
      'Hàng chờ im lặng quá lâu: hơn ba phút không có 18x mới nên Timer C của proxy hủy cuộc gọi đang chờ',
    ],
    fix: {
      caller: ['Không để bộ định thời đổ chuông quá ngắn hủy cuộc gọi đang nằm trong hàng chờ'],
      operator: [
        'Gửi 182 hoặc 183 ít nhất mỗi phút một lần trong khi chờ, hoặc tăng Timer C trên các proxy ở giữa',
        'Nếu phải chờ lâu mà early media không tới được bên gọi, hãy trả lời cuộc gọi rồi phát thông báo',
      ],
      callee: [],
    },
    neighbours: [
      { code: 180, difference: '180: có máy đang reo ngay lúc này.' },
      {
        code: 183,
        difference:
          '183: có tiến triển nhưng không nói lý do; nhiều hàng chờ dùng mã này kèm nhạc.',
      },
      { code: 486, difference: '486: bận và từ chối; 182: bận và cho chờ.' },
    ],
  },
  183: {
    label: 'phiên đang tiến triển',
    note: 'Có tiến triển, thường kèm early media',
    meaning:
      'Một nút phía sau nút kế tiếp báo tiến triển khác với đổ chuông thông thường. Khi kèm SDP, mã này mở early media: bên gọi nghe hồi âm chuông hoặc thông báo do mạng đầu xa phát.',
    when: 'Từ cổng PSTN và nhà mạng, trước hoặc thay cho 180; từ mạng IMS trong lúc dành tài nguyên; từ tổng đài phát lời chào trước khi trả lời.',
    causes: [
      'Cổng hoặc nhà mạng phát hồi âm chuông hay thông báo trong kênh thoại (`Progress()` của Asterisk, `pre_answer` của FreeSWITCH, Cisco CUBE)',
      'Thiết lập cuộc gọi IMS/VoLTE: 183 có precondition, tiếp theo là PRACK và UPDATE',
      'Báo lỗi bằng âm thanh: 183 mang `Reason: Q.850;cause=17` (hoặc cause khác) và phát âm báo bận; phản hồi lỗi đến sau hoặc không đến',
      '183 không có SDP: bên gọi không nghe thấy gì',
      'Có SDP nhưng RTP không tới: tường lửa, địa chỉ IP riêng, đường truyền một chiều',
    ],
    fix: {
      caller: ['Tự phát hồi âm chuông khi chưa nhận được RTP sớm'],
      operator: [
        'Cho RTP về phía bên gọi đi qua từ trước 200, không đợi đến sau',
        'Khi thống kê, lấy cause trong Reason của 183 làm kết quả thật của cuộc gọi',
        'Nếu khách phàn nàn không nghe gì, đề nghị đối tác gửi 180 hoặc đưa SDP vào 183',
      ],
      callee: ['Phát thông báo từ đúng địa chỉ và cổng ghi trong SDP của 183'],
    },
    neighbours: [
      { code: 180, difference: '180: có máy đang reo; 183: tiến triển khác, thường có âm thanh.' },
      { code: 100, difference: '100: chỉ từ nút kế tiếp, không có To tag, không có media.' },
      {
        code: 200,
        difference:
          '200: đã trả lời và bắt đầu tính cước; có âm thanh sau 183 chưa phải là trả lời.',
      },
    ],
  },
  199: {
    label: 'hội thoại sớm đã kết thúc',
    note: 'Một nhánh đã kết thúc, cuộc gọi vẫn tiếp tục',
    meaning:
      'Một nhánh của cuộc gọi phân nhánh đã kết thúc, bên gọi có thể giải phóng tài nguyên dành cho nhánh đó. Các nhánh khác vẫn tiếp tục nên đây không bao giờ là kết quả của cuộc gọi.',
    when: 'Ở cuộc gọi phân nhánh và chỉ khi INVITE có `Supported: 199`. To tag cho biết hội thoại sớm nào kết thúc; trường Reason thường ghi mã gây ra.',
    causes: [
      'Một trong nhiều thiết bị bận, từ chối hoặc thôi đổ chuông trong khi các máy khác vẫn reo',
      'Phân nhánh tuần tự: proxy bỏ đích này để thử đích kế tiếp',
    ],
    fix: {
      caller: [
        'Đóng media và trạng thái của hội thoại sớm có To tag đó, rồi tiếp tục chờ phản hồi cuối cùng',
      ],
      operator: [],
      callee: [],
    },
    neighbours: [
      { code: 487, difference: '487: phản hồi cuối cùng; bản thân INVITE đã kết thúc.' },
      {
        code: 486,
        difference:
          '486: phản hồi cuối cùng của một nhánh, proxy giữ lại khi nhánh khác còn reo; 199 báo ngay cho bên gọi.',
      },
      {
        code: 183,
        difference: '183: hội thoại sớm bắt đầu hoặc tiếp diễn; 199 kết thúc hội thoại đó.',
      },
    ],
  },
} satisfies Partial<Record<StatusCode, CodeText>>;
