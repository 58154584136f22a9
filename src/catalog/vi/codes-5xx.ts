/** Vietnamese texts: the server, or the one behind it, could not do it. */
import type { StatusCode } from '../status-codes.ts';
import type { CodeText } from '../types.ts';

export const codes5xx = {
  500: {
    label: 'lỗi nội bộ máy chủ',
    note: 'Lỗi bên trong máy chủ, không nêu nguyên nhân',
    meaning:
      'Máy chủ gặp lỗi khi xử lý yêu cầu. Mã này không cho biết là lỗi gì; phải xem phần chữ, header Reason và nhật ký của máy chủ. Proxy cũng đổi 503 nhận từ phía sau thành 500.',
    when: 'Trả về ngay khi lỗi kịch bản hoặc cơ sở dữ liệu; cũng là phản hồi cho INVITE thứ hai trong cùng cuộc gọi, khi đó kèm Retry-After từ 0 đến 10.',
    causes: [
      'Lỗi trong kịch bản định tuyến, cơ sở dữ liệu hoặc API phía sau máy chủ',
      'Kamailio “I’m terribly sorry, server error occurred”: lỗi nội bộ hoặc không có socket ra phù hợp',
      '503 của máy chủ phía sau, bị đổi mã trên đường về',
      're-INVITE hoặc UPDATE khi yêu cầu trước chưa xong (Retry-After 0 đến 10)',
      'CSeq nhỏ hơn giá trị gần nhất trong cuộc gọi',
      'Q.850 111 hoặc 127, hoặc 38 đối với Asterisk, ở phía sau gateway',
      'Một mô-đun bị sập hoặc khởi động lại lỗi',
    ],
    fix: {
      caller: [
        'Có Retry-After 0 đến 10: gửi lại sau thời gian đó',
        'Thử máy chủ kế tiếp trong danh sách SRV',
      ],
      operator: [
        'Đọc nhật ký máy chủ đúng thời điểm của bản tin 500',
        'Xem thêm một chặng phía sau: nếu ở đó có 503 thì lỗi nằm ở đó',
      ],
      callee: [],
    },
    neighbours: [
      {
        code: 503,
        difference: '503: vẫn chạy nhưng hết năng lực hoặc hết tuyến; phải theo Retry-After.',
      },
      { code: 502, difference: '502 và 504 là lỗi của nút kế tiếp, 500 là của chính máy chủ.' },
      {
        code: 491,
        difference: '491: yêu cầu của hai bên xung đột; 500: cùng một bên gửi hai yêu cầu.',
      },
      { code: 400, difference: '400 là lỗi của yêu cầu, 500 là lỗi của máy chủ.' },
    ],
  },
  501: {
    label: 'máy chủ chưa hỗ trợ',
    note: 'Phương thức hoặc dịch vụ chưa hỗ trợ',
    meaning:
      'Máy chủ hoàn toàn không biết phương thức này, hoặc dịch vụ được yêu cầu không có ở phía sau gateway.',
    when: 'Gặp với phương thức ít dùng (PUBLISH, MESSAGE, phương thức riêng của hãng), hoặc từ gateway với Q.850 29, 69 và 79.',
    causes: [
      'Gửi MESSAGE, PUBLISH hoặc SUBSCRIBE tới gateway chỉ có thoại',
      'Sai tên phương thức, phương thức riêng của hãng, hoặc gói dò quét',
      'Mạng điện thoại từ chối dịch vụ bổ sung (Q.850 29, 69, 79)',
    ],
    fix: {
      caller: [
        'Không dùng phương thức này với máy chủ đó; OPTIONS cho biết trong Allow những gì dùng được',
      ],
      operator: ['Lọc các yêu cầu này ở biên mạng, hoặc chuyển tới máy chủ xử lý được'],
      callee: [],
    },
    neighbours: [
      { code: 405, difference: '405: biết phương thức, nhưng không cho dùng với địa chỉ này.' },
      { code: 420, difference: '420: không biết phần mở rộng bắt buộc, phương thức thì được.' },
    ],
  },
  502: {
    label: 'nút kế tiếp trả lời sai',
    note: 'Nút kế tiếp hỏng hoặc trả lời sai',
    meaning:
      'Máy chủ đã chuyển yêu cầu đi và nhận về thứ không dùng được, hoặc thấy nút phía sau đang hỏng. Lỗi nằm ở chặng sau nó.',
    when: 'Từ gateway và B2BUA. Ngay sau INVITE nếu đường dây hoặc trung kế phía sau bị ngắt.',
    causes: [
      'Đường dây, trung kế hoặc gateway ngừng hoạt động (Q.850 27)',
      'Nút kế tiếp trả về phản hồi sai định dạng hoặc ngoài dự kiến',
      'Lỗi DNS của nút kế tiếp ở máy chủ dùng PJSIP, chẳng hạn Asterisk',
      'FreeSWITCH: sai tên SIP profile (INVALID_PROFILE) hoặc DESTINATION_OUT_OF_ORDER',
      'Lỗi TLS hoặc chứng thư số với nút kế tiếp',
    ],
    fix: {
      caller: ['Thử tuyến khác'],
      operator: [
        'Bắt gói ở phía sau nút gửi 502 và xem nó nhận được gì',
        'Kiểm tra DNS, chứng thư số và trạng thái trung kế đi ra',
      ],
      callee: ['Kiểm tra đường dây hoặc thiết bị đầu cuối sau gateway (Q.850 27)'],
    },
    neighbours: [
      { code: 504, difference: '504: nút kế tiếp hoàn toàn không trả lời.' },
      { code: 503, difference: '503: máy chủ nói về năng lực hoặc tuyến của chính nó.' },
      { code: 500, difference: '500: lỗi của chính máy chủ.' },
    ],
  },
  503: {
    label: 'dịch vụ không sẵn sàng',
    note: 'Lúc này hết năng lực hoặc hết tuyến',
    meaning:
      'Máy chủ lúc này không nhận được yêu cầu: quá tải, đang bảo trì, hết kênh trung kế hoặc hết tuyến. Có Retry-After thì bên gọi phải tránh máy chủ này chừng đó thời gian và dùng máy chủ khác; không có thì coi như 500.',
    when: 'Thành từng đợt khi quá tải; trả về ngay khi mọi gateway đều bị đánh dấu ngừng; đúng ở cuộc gọi thứ N khi chạm giới hạn kênh.',
    causes: [
      'Hết kênh trung kế hoặc hết bản quyền (Q.850 34), nghẽn (42)',
      'Vượt giới hạn số cuộc gọi mỗi giây của nhà mạng',
      'Mọi gateway hoặc đích dispatcher bị coi là chết sau khi OPTIONS không được trả lời',
      'Đã thử hết các nhà mạng dự phòng, không còn tuyến',
      'Sự cố tạm thời trong mạng điện thoại (Q.850 38, 41)',
      'Asterisk quá tải: trả 503 trên TCP và TLS, còn UDP thì lặng lẽ bỏ gói',
      'Đang bảo trì hoặc đang tắt máy chủ',
    ],
    fix: {
      caller: ['Tuân theo Retry-After và chuyển sang đích SRV hoặc trung kế kế tiếp'],
      operator: [
        'Vẽ số lượng 503 theo số cuộc gọi đồng thời và số cuộc gọi mỗi giây: có trần rõ nét là giới hạn, không phải sự cố',
        'Kiểm tra trạng thái gateway và OPTIONS giám sát tại thời điểm đó',
        'Thêm kênh hoặc chia tải; đừng trả 503 về phía gọi khi còn tuyến khác',
      ],
      callee: [],
    },
    neighbours: [
      { code: 486, difference: '486: người nhận bận; 503: mạng bận.' },
      { code: 500, difference: '500: có lỗi, không nói gì về năng lực.' },
      { code: 480, difference: '480: không gặp được người dùng, mạng vẫn tốt.' },
      { code: 603, difference: '603: chủ động từ chối, không thử nơi khác.' },
    ],
  },
  504: {
    label: 'máy chủ hết thời gian chờ',
    note: 'Máy chủ phía sau không trả lời',
    meaning:
      'Máy chủ chờ một máy chủ khác mà nó cần (DNS, cơ sở dữ liệu thuê bao, gateway, API) rồi bỏ cuộc. Nơi im lặng không phải là máy của bên nhận.',
    when: 'Sau một khoảng chờ cố định, thường 4 đến 32 giây, ở IMS, nhà mạng và nền tảng định tuyến qua API.',
    causes: [
      'Máy chủ DNS hoặc ENUM chậm hoặc không truy cập được',
      'Truy vấn HSS, LDAP, chuyển mạng giữ số hoặc LCR hết thời gian chờ',
      'API định tuyến HTTP quá chậm',
      'Tổng đài phía xa im lặng (Q.850 102)',
      'Máy chủ đăng ký hoặc máy chủ ứng dụng ở chặng kế tiếp ngừng hoạt động',
    ],
    fix: {
      caller: ['Thử lại hoặc dùng tuyến khác'],
      operator: [
        'Tìm truy vấn nào lâu như vậy: khoảng cách từ yêu cầu đến 504 chính là thời gian chờ của nó',
        'Rút ngắn thời gian chờ truy vấn và chuẩn bị sẵn phương án dự phòng',
      ],
      callee: [],
    },
    neighbours: [
      {
        code: 408,
        difference: '408: phía người dùng không trả lời; 504: máy chủ phụ trợ không trả lời.',
      },
      { code: 502, difference: '502: có trả lời, nhưng hỏng.' },
      { code: 503, difference: '503: chính máy chủ hết năng lực.' },
    ],
  },
  505: {
    label: 'phiên bản SIP không được hỗ trợ',
    note: 'Phiên bản SIP khác 2.0',
    meaning:
      'Dòng yêu cầu ghi một phiên bản SIP mà máy chủ không hỗ trợ. Ngày nay tất cả đều là SIP/2.0.',
    when: 'Gặp với yêu cầu tự tạo, bị hỏng hoặc do công cụ fuzzing gửi.',
    causes: [
      'Dữ liệu bị hỏng hoặc bị cắt trên đường truyền',
      'HTTP hoặc giao thức khác gửi vào cổng SIP',
      'Công cụ fuzzing và bộ kiểm thử',
      'Quy tắc sửa bản tin trên SBC viết sai',
    ],
    fix: {
      caller: ['Gửi SIP/2.0; kiểm tra dòng yêu cầu ngay khi rời thiết bị'],
      operator: ['So dòng yêu cầu trước và sau mỗi nút có sửa bản tin'],
      callee: [],
    },
    neighbours: [{ code: 400, difference: '400: mọi lỗi cú pháp khác.' }],
  },
  513: {
    label: 'bản tin quá lớn',
    note: 'Bản tin SIP vượt giới hạn kích thước',
    meaning: 'Toàn bộ bản tin, kể cả header, lớn hơn mức máy chủ chấp nhận.',
    when: 'Gặp với INVITE có nhiều codec, nhiều ứng viên ICE hoặc nhiều Identity, sau một chuỗi proxy dài, hoặc với MESSAGE kèm ảnh.',
    causes: [
      'Đề nghị WebRTC có hàng chục codec và ứng viên',
      'Nhiều header Identity hoặc History-Info',
      'Danh sách Via và Record-Route dài, hoặc vòng lặp làm chúng dài mãi',
      'Phần thân nhiều phần (ISUP, QSIG, vị trí)',
      'Giới hạn trong kịch bản định tuyến: nhiều cấu hình Kamailio và OpenSIPS kiểm tra kích thước trước tiên',
    ],
    fix: {
      caller: ['Bớt codec, ứng viên và dòng m=; dùng TCP hoặc TLS'],
      operator: [
        'Nâng giới hạn kích thước của máy chủ và kịch bản',
        'Bỏ các header mà phía sau không cần',
      ],
      callee: [],
    },
    neighbours: [
      { code: 413, difference: '413: chỉ riêng phần thân quá lớn.' },
      { code: 414, difference: '414: Request-URI quá dài.' },
      { code: 408, difference: 'Bản tin UDP lớn thường không được trả lời gì cả vì mất mảnh.' },
    ],
  },
  555: {
    label: 'dịch vụ thông báo đẩy không được hỗ trợ',
    note: 'Proxy không hỗ trợ dịch vụ đẩy này',
    meaning:
      'Ứng dụng đăng ký với tham số của một dịch vụ thông báo đẩy (`pn-provider`) mà không proxy nào trên đường dùng được để đánh thức nó.',
    when: 'Gặp với REGISTER của softphone trên di động.',
    causes: [
      'Proxy thông báo đẩy chưa cấu hình nhà cung cấp này (`apns`, `fcm` hoặc `gcm` cũ)',
      'Ứng dụng đăng ký thẳng vào máy chủ đăng ký, không qua proxy thông báo đẩy',
      'Thông tin xác thực với nhà cung cấp trên proxy đã hết hạn hoặc bị thu hồi',
    ],
    fix: {
      caller: [
        'Đăng ký qua proxy biên có thông báo đẩy; kiểm tra `pn-provider` trong Contact của REGISTER',
      ],
      operator: [
        'Cấu hình nhà cung cấp trên proxy và thông báo bằng `+sip.pns` trong Feature-Caps',
      ],
      callee: [],
    },
    neighbours: [
      {
        code: 420,
        difference:
          '420: không biết phần mở rộng; 555: biết thông báo đẩy, không có nhà cung cấp này.',
      },
      { code: 480, difference: '480 là mã bên gọi nhận khi không đánh thức được ứng dụng.' },
    ],
  },
  580: {
    label: 'không đạt điều kiện tiên quyết',
    note: 'Không đạt điều kiện QoS',
    meaning:
      'Cuộc gọi phải chờ cả hai phía giữ xong tài nguyên, thường là kênh mang vô tuyến, và việc đó không thành. Phần thân lặp lại SDP kèm điều kiện không đạt.',
    when: 'Cuộc gọi VoLTE và IMS, vài giây sau 183, trước khi đổ chuông.',
    causes: [
      'Kênh mang riêng bị từ chối hoặc bị mất: sóng yếu, nghẽn, chuyển giao',
      'Máy chủ chính sách (PCRF/PCF) từ chối codec hoặc băng thông',
      'Một phía không bao giờ báo đã giữ xong tài nguyên (UPDATE thiếu hoặc bị mất)',
      'Nút liên mạng xử lý sai điều kiện tiên quyết khi nối với phía ngoài IMS',
    ],
    fix: {
      caller: ['Gọi lại, hoặc để máy chuyển về thoại chuyển mạch kênh hay 3G'],
      operator: [
        'Đối chiếu với sự kiện kênh mang ở PCRF/PCF và vô tuyến; xem trao đổi UPDATE trong SDP (`a=curr`, `a=des`)',
        'Bỏ `precondition` khi nối với mạng không hỗ trợ',
      ],
      callee: [],
    },
    neighbours: [
      { code: 488, difference: '488: từ chối chính media, không phải việc giữ tài nguyên.' },
      { code: 503, difference: '503: hết năng lực cho cuộc gọi nói chung.' },
      { code: 420, difference: '420: không hiểu `precondition` trong Require.' },
    ],
  },
} satisfies Partial<Record<StatusCode, CodeText>>;
