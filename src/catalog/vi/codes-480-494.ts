/** Vietnamese texts: the callee is away, busy or unwilling; dialogs, loops and media that do not fit. */
import { VI_SAY_WHY } from './say-why.ts';
import type { StatusCode } from '../status-codes.ts';
import type { CodeText } from '../types.ts';

export const codes480 = {
  480: {
    label: 'tạm thời không liên lạc được',
    note: 'Số đúng, nhưng lúc này không liên lạc được',
    meaning:
      'Số hoặc tài khoản có thật, nhưng lúc này không gặp được ai: không có máy nào đăng ký, máy đã tắt, hoặc đổ chuông đến khi một bộ định thời nào đó hết. Thời điểm cho biết là loại nào: trả về ngay là ngoại tuyến hoặc đang bật không làm phiền (DND), sau khi đổ chuông là không nhấc máy.',
    when: 'Trong vòng một giây nếu từ máy chủ đăng ký hoặc tổng đài; sau 20 đến 60 giây đổ chuông nếu từ tổng đài hoặc gateway.',
    causes: [
      'Lúc đó không có liên hệ nào đăng ký: máy tắt, đăng ký hết hạn, ứng dụng đang ngủ',
      'Đổ chuông không ai nhấc đến khi tổng đài hoặc gateway bỏ cuộc (Q.850 19)',
      'Di động tắt máy hoặc ngoài vùng phủ sóng (Q.850 18 hoặc 20)',
      'DND trên các dòng máy và tổng đài báo bằng 480',
      'Đánh thức bằng thông báo đẩy quá chậm: ứng dụng đăng ký xong thì máy chủ đã bỏ cuộc',
      'Mã mặc định của FreeSWITCH cho mọi nguyên nhân không ánh xạ được',
      'Gateway dịch từ Q.850 31, vốn không giải thích được gì',
    ],
    fix: {
      caller: [
        'Gọi lại sau, theo Retry-After nếu có',
        'Để lại lời nhắn thoại hoặc gọi số khác của người đó',
      ],
      operator: [
        'Kiểm tra thuê bao có đăng ký vào đúng giây đó không, đừng xem trạng thái hiện tại',
        VI_SAY_WHY.readReason,
        'Để thời gian đánh thức bằng thông báo đẩy và thời gian đổ chuông có khoảng dự phòng',
      ],
      callee: ['Kiểm tra đăng ký, DND và chế độ tiết kiệm pin của máy'],
    },
    neighbours: [
      {
        code: 404,
        difference:
          '404: máy chủ này không biết người dùng đó (kịch bản mẫu của Kamailio dùng cả cho “chưa đăng ký”).',
      },
      { code: 486, difference: '486: đã tới được máy và máy đang bận.' },
      {
        code: 408,
        difference: '408: không có ai phản hồi; 480: có nút phản hồi thay cho người dùng.',
      },
      { code: 603, difference: '603: chủ động từ chối, và các nhánh khác ngừng đổ chuông.' },
    ],
  },
  481: {
    label: 'cuộc gọi/giao dịch không tồn tại',
    note: 'Bên nhận không có hội thoại này',
    meaning:
      'Yêu cầu thuộc một cuộc gọi hoặc giao dịch mà bên nhận không hề biết. Hoặc cuộc gọi ở phía đó đã xong, hoặc yêu cầu đến nhầm nút chưa từng xử lý cuộc gọi này.',
    when: 'Là phản hồi cho BYE, re-INVITE, UPDATE, PRACK, CANCEL hoặc NOTIFY; không bao giờ cho cuộc gọi mới. Một 481 lẻ loi sau hai BYE gửi chéo nhau là vô hại.',
    causes: [
      'Hai bên gác máy cùng lúc, hai BYE gửi chéo nhau',
      'Nút khởi động lại hoặc chuyển dự phòng và mất cuộc gọi (nhiều 481 một lúc)',
      'Yêu cầu trong hội thoại đi sang nút khác của cụm: thiếu Record-Route, Contact sai, DNS luân phiên',
      'B2BUA hoặc SIP ALG chỉ đổi tag hay Call-ID ở một phía',
      'CANCEL đến quá muộn, giao dịch INVITE đã bị xóa',
      'PRACK hoặc UPDATE cho hội thoại sớm mà phân nhánh đã bỏ',
      'NOTIFY đến sau khi đăng ký nhận sự kiện hết hạn',
    ],
    fix: {
      caller: [
        'Nhận 481 cho re-INVITE hoặc UPDATE thì kết thúc cuộc gọi: bên kia không còn cuộc gọi đó',
      ],
      operator: [
        'So Call-ID và cả hai tag với bản tin 200 đã thiết lập cuộc gọi',
        'Kiểm tra yêu cầu có đi đúng tuyến đã ghi (Record-Route) và tới đúng nút cũ không',
        'Nhiều 481 từ một nút trong một phút: tìm lần khởi động lại hoặc chuyển dự phòng ở đó',
      ],
      callee: ['Chia sẻ trạng thái hội thoại trong cụm, hoặc ghim cuộc gọi vào một nút'],
    },
    neighbours: [
      {
        code: 408,
        difference:
          '408 trong cuộc gọi: không có phản hồi; 481: có phản hồi nhưng không biết cuộc gọi.',
      },
      {
        code: 404,
        difference: '404 cho yêu cầu trong hội thoại thường là mất Route, không phải mất cuộc gọi.',
      },
      { code: 491, difference: '491: cuộc gọi còn đó, đang có yêu cầu khác dở dang.' },
    ],
  },
  482: {
    label: 'phát hiện vòng lặp',
    note: 'Cùng một yêu cầu đến lần thứ hai',
    meaning:
      'Máy chủ đã thấy chính yêu cầu này rồi. Hoặc nó chạy vòng, hoặc hai bản của nó đến cùng một máy theo hai đường (yêu cầu trùng, “merged request”).',
    when: 'Gặp với INVITE qua nhiều proxy, qua chuyển tiếp hoặc tuyến song song. Nếu cuộc gọi vẫn thành công thì đó là trường hợp yêu cầu trùng.',
    causes: [
      'Tuyến trỏ ngược về chính proxy (tên miền của mình không được nhận là nội bộ)',
      'A chuyển tiếp sang B, B chuyển tiếp về A',
      'Hai đích SRV hoặc hai nhánh cùng dẫn tới một máy',
      'Một thiết bị đăng ký hai lần dưới cùng tài khoản',
      'Hai tổng đài đều cho rằng bên kia quản lý số này',
    ],
    fix: {
      caller: [],
      operator: [
        'Liệt kê các nút mà Call-ID đi qua; nút đầu tiên lặp lại với cùng Request-URI là chỗ khép vòng',
        'Khai báo đủ tên và địa chỉ của mình vào danh sách miền nội bộ của proxy',
        'Trường hợp yêu cầu trùng: bỏ qua nếu nhánh khác đã trả lời, hoặc gỡ đăng ký hay tuyến trùng',
      ],
      callee: ['Gỡ chuyển tiếp dẫn ngược về nhóm của bên gọi'],
    },
    neighbours: [
      { code: 483, difference: '483: không nút nào nhận ra vòng lặp, bộ đếm chặng mới dừng nó.' },
      { code: 440, difference: '440: quá nhiều nhánh song song.' },
      { code: 408, difference: '408: không phát hiện vòng lặp, các nhánh chỉ hết thời gian chờ.' },
    ],
  },
  483: {
    label: 'quá nhiều chặng',
    note: 'Max-Forwards đã về 0',
    meaning:
      'Yêu cầu đi qua nhiều nút hơn mức Max-Forwards cho phép nên bị dừng. Gần như luôn là dấu hiệu của vòng lặp mà không nút nào nhận ra.',
    when: 'Sau một loạt INVITE có Max-Forwards giảm dần, thường từ 70 về 0 chỉ trong vài trăm mili giây.',
    causes: [
      'Hai tổng đài định tuyến số này cho nhau, mỗi bên qua một B2BUA che mất vòng lặp',
      'Chuyển tiếp cuộc gọi thành vòng qua nhiều hệ thống',
      'Tuyến mặc định gửi số lạ trở lại nơi nó đến',
      'Thiết bị đầu tiên đặt Max-Forwards quá thấp (dưới 10)',
      'Q.850 25 từ mạng điện thoại, một số gateway dịch thành 483',
    ],
    fix: {
      caller: ['Gửi yêu cầu mới với Max-Forwards 70'],
      operator: [
        'Lần theo Max-Forwards trong vết báo hiệu: cặp địa chỉ lặp lại chính là vòng lặp',
        'Cho tuyến mặc định từ chối số lạ bằng 404 thay vì gửi ngược',
        'B2BUA nên chuyển Max-Forwards đã giảm sang nhánh cuộc gọi tiếp theo',
      ],
      callee: [],
    },
    neighbours: [
      { code: 482, difference: '482: có nút nhận ra vòng lặp; 483: chỉ bộ đếm phát hiện.' },
      { code: 440, difference: '440 đếm nhánh song song, 483 đếm chặng nối tiếp.' },
    ],
  },
  484: {
    label: 'số gọi chưa đầy đủ',
    note: 'Số quá ngắn hoặc sai quy tắc quay số',
    meaning:
      'Số trong Request-URI có thể là phần đầu của một số hợp lệ, nhưng chưa đủ để định tuyến. Máy chủ cần thêm chữ số.',
    when: 'Trong vài mili giây, từ quy tắc quay số của tổng đài hoặc từ gateway. Với kiểu quay số chồng (overlap), mọi INVITE trừ bản cuối đều nhận mã này, đó là bình thường.',
    causes: [
      'Quay số chồng: máy gửi từng chữ số ngay khi bấm',
      'Thiếu mã vùng hoặc mã quốc gia, hoặc tiền tố bị cắt thừa một lần',
      'Phần người dùng của Request-URI trống (`sip:@host`)',
      'Bộ định thời giữa các chữ số của máy kết thúc quá sớm',
      'Asterisk: các chữ số khớp phần đầu của một số dài hơn',
      'FreeSWITCH: sai tên gateway hoặc URL quay số (INVALID_GATEWAY, INVALID_URL)',
      'Q.850 28 từ mạng điện thoại',
    ],
    fix: {
      caller: ['Gửi đủ số; tăng thời gian chờ giữa các chữ số hoặc sửa quy tắc quay số của máy'],
      operator: [
        'So các chữ số trong Request-URI với quy hoạch đánh số theo từng chặng để tìm nơi cắt số',
        'Nếu không dùng quay số chồng, hãy gom đủ số trước khi gửi INVITE đầu tiên',
      ],
      callee: [],
    },
    neighbours: [
      { code: 404, difference: '404: số đã đủ, nhưng không có người dùng đó.' },
      { code: 416, difference: '416: sai lược đồ URI, không phải sai số.' },
      { code: 400, difference: '400: không phân tích được URI.' },
    ],
  },
  485: {
    label: 'địa chỉ không rõ ràng',
    note: 'Địa chỉ khớp nhiều người dùng',
    meaning:
      'Địa chỉ khớp với hơn một người dùng và máy chủ không tự đoán. Có thể kèm danh sách ứng viên trong Contact.',
    when: 'Khi gọi theo tên hoặc số rút gọn. Rất hiếm; chỉ máy chủ có quay số theo danh bạ mới gửi.',
    causes: [
      'Hai người dùng trùng tên hoặc bí danh',
      'Số máy nhánh ngắn tồn tại ở nhiều chi nhánh',
      'Hãng dùng lại cho lỗi định tuyến: FreeSWITCH hiểu 485 là không có tuyến tới đích',
    ],
    fix: {
      caller: ['Dùng địa chỉ đầy đủ, hoặc chọn một địa chỉ trong Contact'],
      operator: ['Đặt bí danh không trùng trong mỗi miền'],
      callee: [],
    },
    neighbours: [
      { code: 300, difference: '300 cũng đưa ra lựa chọn và mong bên gọi chọn một.' },
      { code: 484, difference: '484: thiếu chữ số; 485: đủ số nhưng khớp nhiều người.' },
    ],
  },
  486: {
    label: 'máy bận',
    note: 'Máy hoặc đường dây này đang bận',
    meaning:
      'Đã tới được máy hoặc đường dây, nhưng nơi đó không nhận thêm cuộc gọi. Vẫn có thể thử thiết bị khác của người dùng và hộp thư thoại. Một số máy cũng gửi 486 khi bấm từ chối hoặc bật DND.',
    when: '0,2 đến 3 giây sau INVITE nếu từ điện thoại; từ gateway khi mạng điện thoại báo bận (Q.850 17).',
    causes: [
      'Đang trong cuộc gọi khác, không bật chờ cuộc gọi',
      'Hết giới hạn đường dây, tài khoản hoặc kênh của máy hay tổng đài',
      'Bấm từ chối trên dòng máy gửi 486',
      'DND trên dòng máy gửi 486',
      'Cuộc gọi treo mà tổng đài vẫn tính là đang hoạt động',
      'Q.850 17 ở phía sau gateway',
    ],
    fix: {
      caller: ['Gọi lại sau, hoặc dùng dịch vụ tự gọi lại khi máy rảnh'],
      operator: [
        'Kiểm tra giới hạn cuộc gọi đồng thời của người dùng và tìm cuộc gọi treo',
        'Khi bận, chuyển sang hộp thư thoại hoặc nhóm máy',
      ],
      callee: ['Bật chờ cuộc gọi và kiểm tra DND'],
    },
    neighbours: [
      { code: 600, difference: '600: bận ở mọi nơi, không thử thiết bị khác nữa.' },
      { code: 603, difference: '603: từ chối, không phải bận.' },
      { code: 480, difference: '480: không liên lạc được; 486: liên lạc được nhưng đang bận.' },
      { code: 503, difference: '503: mạng hết kênh (báo bận nhanh), người nhận có thể đang rảnh.' },
    ],
  },
  487: {
    label: 'yêu cầu đã bị hủy',
    note: 'INVITE bị hủy trước khi có trả lời',
    meaning:
      'INVITE kết thúc trước khi có ai trả lời, phần lớn vì có CANCEL theo sau. Mã này chỉ khép lại giao dịch; ai hủy và vì sao thì xem trong CANCEL.',
    when: 'Ngay sau CANCEL, hoặc khi hết thời gian Expires của INVITE. Phần lớn cuộc gọi nhỡ kết thúc bằng mã này.',
    causes: [
      'Bên gọi gác máy khi đang đổ chuông',
      'Hết thời gian đổ chuông của tổng đài hoặc nhà mạng phía gọi (để ý số giây tròn)',
      'Thiết bị khác của bên nhận đã trả lời: CANCEL mang `SIP;cause=200` “Call completed elsewhere”',
      'Timer C của proxy (hơn 3 phút) hoặc bộ định thời nhánh của Kamailio/OpenSIPS',
      'INVITE có header Expires đã hết hạn, không cần CANCEL',
      'BYE gửi trên hội thoại sớm',
      'Bên gọi bỏ cuộc vì im lặng: không có hồi âm chuông, hoặc PDD quá dài',
    ],
    fix: {
      caller: ['Người gọi tự gác máy thì không cần làm gì; nếu không, tăng thời gian đổ chuông'],
      operator: [
        'Tìm bản tin CANCEL và đọc Reason; đo thời gian từ 180 đến CANCEL',
        'Luôn cùng một số giây tròn: bộ định thời. Thời gian rải rác: người gọi tự gác',
        'Nhiều lần hủy trước khi có 180: kiểm tra PDD và hồi âm chuông',
      ],
      callee: [],
    },
    neighbours: [
      { code: 480, difference: '480: phía nhận bỏ cuộc; 487: phía gọi bỏ cuộc.' },
      { code: 408, difference: '408: hết thời gian trong mạng, bên gọi không gửi CANCEL.' },
      { code: 603, difference: '603: phía nhận từ chối.' },
    ],
  },
  488: {
    label: 'không chấp nhận được tại đây',
    note: 'Đề nghị media (SDP) bị từ chối tại đây',
    meaning:
      'Hiểu yêu cầu, nhưng không thiết lập được phiên mô tả trong SDP với máy hoặc máy chủ này: codec, mã hóa, họ địa chỉ IP hoặc loại media không khớp. Nếu là re-INVITE thì cuộc gọi vẫn tiếp tục với media cũ.',
    when: 'Ngay sau INVITE hoặc re-INVITE; với re-INVITE hay gặp khi chuyển T.38, giữ máy và đổi codec.',
    causes: [
      'Không có codec chung',
      'Yêu cầu SRTP mà bên kia không đề nghị, hoặc đề nghị SRTP mà không được hỗ trợ',
      'WebRTC (DTLS-SRTP, ICE) gọi tới máy chỉ có RTP thường',
      'Từ chối re-INVITE sang T.38: fax sẽ quay về G.711 hoặc thất bại',
      'Địa chỉ media chỉ có IPv6 trong khi bên kia dùng IPv4',
      'Đề nghị chỉ có video hoặc dòng m= lạ',
      'Chưa có bản quyền chuyển mã hoặc hết tài nguyên DSP',
    ],
    fix: {
      caller: [
        'Đề nghị ít nhất một codec mà bên kia có (cuối cùng là G.711) và đúng kiểu mã hóa bên kia cần',
      ],
      operator: [
        'Đặt SDP đề nghị cạnh những gì bên kia chấp nhận ở cuộc gọi khác; đọc Warning 300 đến 399',
        'Bật chuyển mã hoặc chuyển đổi SRTP trên SBC',
      ],
      callee: ['Mở rộng danh sách codec, hoặc đổi chính sách SRTP từ bắt buộc thành tùy chọn'],
    },
    neighbours: [
      { code: 606, difference: '606: tương tự, nhưng không thiết bị nào của người dùng làm được.' },
      { code: 415, difference: '415: không biết kiểu nội dung, chưa đọc tới SDP.' },
      { code: 580, difference: '580: SDP chấp nhận được, nhưng điều kiện QoS không đạt.' },
      { code: 406, difference: '406 nói về nội dung được phép trong phản hồi, không phải SDP.' },
    ],
  },
  489: {
    label: 'gói sự kiện không được hỗ trợ',
    note: 'Gói sự kiện không được hỗ trợ',
    meaning:
      'Header Event của SUBSCRIBE, NOTIFY hoặc PUBLISH nêu một gói mà máy chủ này không có. Allow-Events cho biết có những gói nào. Cuộc gọi không bị ảnh hưởng.',
    when: 'Gặp ở các máy mặc định đăng ký nhận trạng thái (presence), BLF, đèn báo thư thoại hoặc tính năng của hãng.',
    causes: [
      'Máy SUBSCRIBE `presence`, `dialog`, `message-summary` hoặc `as-feature-event` trong khi tổng đài tắt mô-đun đó',
      'SUBSCRIBE gửi tới trung kế hoặc SBC thay vì tổng đài',
      'NOTIFY giữ kết nối không ai yêu cầu (`Event: keep-alive`)',
      'Thiếu header Event hoặc viết sai',
    ],
    fix: {
      caller: ['Tắt mục SUBSCRIBE này trong cấu hình của máy, hoặc dùng gói có trong Allow-Events'],
      operator: [
        'Bật mô-đun presence, MWI hoặc BLF, hoặc chuyển SUBSCRIBE tới máy chủ có mô-đun đó',
      ],
      callee: [],
    },
    neighbours: [
      { code: 469, difference: '469 là lỗi tương tự với gói INFO.' },
      { code: 405, difference: '405: không cho phép SUBSCRIBE nói chung.' },
      {
        code: 481,
        difference: '481 cho NOTIFY: gói thì đúng, nhưng không có đăng ký nhận sự kiện đó.',
      },
    ],
  },
  491: {
    label: 'đang có yêu cầu khác chờ xử lý',
    note: 'Xung đột: hai bên đổi cuộc gọi cùng lúc',
    meaning:
      'Hai bên cùng lúc muốn thay đổi cuộc gọi. Mỗi bên từ chối yêu cầu của bên kia, chờ một khoảng ngẫu nhiên rồi thử lại. Thỉnh thoảng gặp là bình thường.',
    when: 'Gặp với re-INVITE hoặc UPDATE: ngay sau khi trả lời, khi giữ máy, chuyển cuộc gọi và làm mới phiên.',
    causes: [
      'Cả hai đầu gửi re-INVITE ngay sau khi trả lời (nhả media, chốt codec)',
      'Hai B2BUA liên tiếp cùng lúc làm mới phiên hoặc neo lại media',
      'Cả hai bên đều được cấu hình làm mới phiên (refresher)',
      'Thời gian chờ không ngẫu nhiên, nên các yêu cầu cứ xung đột lặp lại',
    ],
    fix: {
      caller: [
        'Chờ 2,1 đến 4 giây (bên tạo Call-ID) hoặc 0 đến 2 giây (bên còn lại) rồi thử lại một lần',
      ],
      operator: [
        'Từ ba lần trong một cuộc gọi: tắt một trong hai nguồn re-INVITE (chốt codec, direct media, refresher)',
      ],
      callee: [],
    },
    neighbours: [
      {
        code: 500,
        difference:
          '500 kèm Retry-After 0 đến 10: cùng một bên gửi INVITE thứ hai khi INVITE trước chưa xong.',
      },
      { code: 481, difference: '481: cuộc gọi không còn; 491: vẫn còn, thử lại được.' },
      { code: 488, difference: '488: media mới bị từ chối, chờ cũng vô ích.' },
    ],
  },
  493: {
    label: 'không giải mã được',
    note: 'Không giải mã được nội dung S/MIME',
    meaning: 'Phần thân được mã hóa S/MIME cho một khóa mà bên nhận không có.',
    when: 'Hầu như không gặp: S/MIME trong SIP rất ít được triển khai.',
    causes: ['Mã hóa theo chứng thư cũ của bên nhận', 'Yêu cầu đến một thiết bị không giữ khóa đó'],
    fix: {
      caller: ['Mã hóa bằng chứng thư kèm trong phản hồi, hoặc dùng TLS và SRTP'],
      operator: [],
      callee: ['Cài cùng một cặp khóa trên mọi thiết bị của người dùng'],
    },
    neighbours: [
      {
        code: 415,
        difference: '415: không hỗ trợ kiểu nội dung; 493: có hỗ trợ nhưng thiếu khóa.',
      },
      { code: 488, difference: '488: đọc được nội dung, nhưng từ chối media.' },
    ],
  },
  494: {
    label: 'cần thỏa thuận bảo mật',
    note: 'Cần thỏa thuận bảo mật (IMS)',
    meaning:
      'Máy chủ muốn thống nhất cơ chế bảo mật trước và gửi danh sách trong Security-Server. Máy chọn một cơ chế rồi gửi lại yêu cầu. Đây là bước bắt tay, không phải từ chối.',
    when: 'Khi đăng ký IMS (VoLTE, VoWiFi) tại P-CSCF, trước khi có IPsec. Gặp một lần là bình thường, lặp lại nhiều lần là lỗi.',
    causes: [
      'Bước đầu của một lần đăng ký IMS bình thường',
      'Lặp lại: Security-Verify khác Security-Server do thiết bị trung gian sửa một trong hai',
      'Lặp lại: máy và P-CSCF không có thuật toán IPsec chung',
      'Điện thoại SIP thường trỏ vào P-CSCF',
    ],
    fix: {
      caller: [
        'Hỗ trợ sec-agree và gửi lại nguyên văn danh sách của máy chủ trong Security-Verify',
      ],
      operator: [
        'So danh sách thuật toán của P-CSCF và máy; không để thiết bị can thiệp SIP trên đoạn này',
      ],
      callee: [],
    },
    neighbours: [
      { code: 401, difference: '401 hỏi bên gửi là ai, 494 hỏi bảo vệ kết nối bằng cách nào.' },
      { code: 421, difference: '421: thiếu một phần mở rộng trong Supported.' },
    ],
  },
} satisfies Partial<Record<StatusCode, CodeText>>;
