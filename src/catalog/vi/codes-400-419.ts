/** Vietnamese texts: the request is refused for what it says, who sends it, or whom it names. */
import { VI_SAY_WHY } from './say-why.ts';
import type { StatusCode } from '../status-codes.ts';
import type { CodeText } from '../types.ts';

export const codes400 = {
  400: {
    label: 'yêu cầu không hợp lệ',
    note: 'Không hiểu yêu cầu, xem reason phrase',
    meaning:
      'Bên nhận không phân tích được yêu cầu, hoặc một trường tiêu đề bắt buộc bị thiếu hay mâu thuẫn với trường khác. Phần mềm tốt nêu lỗi trong reason phrase hoặc trong trường Warning.',
    when: 'Ngay lập tức, từ nút đầu tiên có bộ phân tích đủ chặt để phát hiện. Các nút trước đó có thể đã cho chính yêu cầu này đi qua.',
    causes: [
      'SIP ALG hoặc quy tắc trên SBC làm hỏng trường tiêu đề, hoặc để sai Content-Length',
      'Yêu cầu lớn qua UDP bị cắt cụt hoặc mất một phân mảnh',
      'Thiếu hoặc lặp trường bắt buộc: Via, From, To, Call-ID, CSeq, Max-Forwards, Contact của INVITE',
      'Ký tự chưa mã hóa trong Request-URI: `#`, dấu cách, tên hiển thị nằm trong ngoặc nhọn',
      'Phương thức trong CSeq khác dòng yêu cầu, hoặc số CSeq vượt phạm vi',
      'SDP hỏng, dù nhiều phần mềm trả 488 cho trường hợp này',
      'Asterisk: yêu cầu có To tag nhưng không còn kênh tương ứng',
    ],
    fix: {
      caller: [
        'Sửa trường được nêu trong reason phrase; so với một yêu cầu từng được chính đối tác này chấp nhận',
      ],
      operator: [
        'Xem bản tin như nút từ chối đã nhận, không phải như máy đã gửi',
        'Tắt SIP ALG trên bộ định tuyến và kiểm tra phần sửa trường tiêu đề trên SBC',
        'Chuyển yêu cầu lớn hơn 1.300 byte từ UDP sang TCP hoặc TLS',
      ],
      callee: [
        'Nêu lỗi trong reason phrase hoặc Warning; nới bộ phân tích nếu yêu cầu thật ra đúng chuẩn',
      ],
    },
    neighbours: [
      { code: 415, difference: '415: đúng cú pháp, nhưng không hiểu loại nội dung của phần thân.' },
      { code: 420, difference: '420: đúng cú pháp, nhưng đòi phần mở rộng không có.' },
      { code: 488, difference: '488: đúng cú pháp, nhưng đề nghị media không phù hợp.' },
      { code: 481, difference: '481: đúng cú pháp, nhưng không thuộc cuộc gọi nào ở đây.' },
    ],
  },
  401: {
    label: 'chưa xác thực',
    note: 'Phải xác thực: gửi lại kèm đăng nhập',
    meaning:
      'Bên nhận cần thông tin đăng nhập digest cho realm ghi trong WWW-Authenticate. Mã 401 đầu tiên là bước bình thường: bên gửi lặp lại yêu cầu kèm trường Authorization. Đáng lo là 401 cho yêu cầu đã có thông tin đăng nhập.',
    when: 'Với REGISTER đầu tiên, và với INVITE tới tổng đài hay B2BUA xác thực như một thiết bị đầu cuối (Asterisk). Proxy thì dùng 407.',
    causes: [
      'Yêu cầu đầu tiên chưa có thông tin đăng nhập: bình thường',
      'Sai mật khẩu hoặc sai tên xác thực (khi đó Asterisk và Kamailio cứ yêu cầu xác thực lại mãi)',
      'Realm khai trong tài khoản trên máy không khớp realm của challenge',
      'Nonce hết hạn (`stale=true`): một lần là bình thường, lặp mãi là lỗi',
      'Các nút trong cụm không chấp nhận nonce của nhau',
      'Không hỗ trợ thuật toán digest: máy chủ đưa SHA-256, máy khách chỉ biết MD5',
      'Máy khách không trả lời: chưa khai thông tin đăng nhập cho đối tác này, hoặc là công cụ dò quét',
    ],
    fix: {
      caller: [
        'So tên xác thực, realm và mật khẩu với tài khoản trên máy chủ',
        'Kiểm tra CSeq và nc có tăng, và realm, uri, algorithm trong Authorization có khớp challenge không',
      ],
      operator: [
        'Dùng chung khóa bí mật tạo nonce giữa các nút và đặt thời hạn nonce hợp lý',
        'Đưa ra cả MD5 cùng SHA-256 chừng nào còn máy khách cũ',
        'Sai đăng nhập liên tục từ một địa chỉ: giới hạn tốc độ hoặc chặn',
      ],
      callee: [],
    },
    neighbours: [
      {
        code: 407,
        difference: '407: cũng đòi xác thực nhưng từ proxy; trả lời bằng Proxy-Authorization.',
      },
      { code: 403, difference: '403: bị từ chối hẳn, gửi lại cũng vô ích.' },
      { code: 428, difference: '428: đòi danh tính số gọi có chữ ký, không phải mật khẩu.' },
    ],
  },
  402: {
    label: 'yêu cầu thanh toán',
    note: 'Mã dự trữ; nhà mạng dùng khi hết tiền',
    meaning:
      'Chuẩn chỉ dành sẵn mã này chứ chưa định nghĩa. Nhà mạng dùng để báo tài khoản hết tiền hoặc chưa mua gói cho cuộc gọi này.',
    when: 'Từ nhà mạng trả trước hoặc bán buôn (ví dụ DIDWW), ngay sau INVITE, trước khi có máy nào đổ chuông.',
    causes: [
      'Hết số dư trả trước, hoặc số dư thấp hơn giá của hướng gọi này',
      'Chưa thanh toán hóa đơn, trung kế bị hệ thống cước khóa',
      'Không truy cập được hệ thống cước nên tổng đài từ chối để an toàn',
    ],
    fix: {
      caller: ['Nạp tiền hoặc thanh toán rồi gọi lại'],
      operator: [
        'Cảnh báo sớm khi số dư thấp, trước khi cuộc gọi lỗi',
        'Khi gặp 402, chuyển sang nhà mạng khác như với 503',
      ],
      callee: [],
    },
    neighbours: [
      {
        code: 403,
        difference: '403: bị từ chối theo chính sách; có nhà mạng cũng dùng khi hết tiền.',
      },
      { code: 503, difference: '503: hết năng lực phục vụ; nạp tiền không giải quyết được.' },
    ],
  },
  403: {
    label: 'bị từ chối truy cập',
    note: 'Hiểu yêu cầu nhưng từ chối, gửi lại vô ích',
    meaning:
      'Máy chủ hiểu yêu cầu và cố ý từ chối. Gửi lại y nguyên sẽ bị từ chối tiếp: phải thay đổi điều gì đó trước.',
    when: 'Phần lớn trong vòng một giây, từ máy chủ đăng ký, tổng đài hoặc trung kế ở gần bên gọi. Thường chỉ reason phrase, Warning và Reason cho biết quy tắc nào đã chặn.',
    causes: [
      'Địa chỉ nguồn không có trong danh sách cho phép của trung kế (đổi IP, đi qua đường WAN thứ hai, đi từ nút khác)',
      'Số hiển thị không thuộc tài khoản, hoặc sai định dạng, chẳng hạn phải là E.164 có dấu +',
      'Hướng gọi bị khóa: quốc tế, cước cao, quốc gia chưa mở',
      'Vượt số cuộc gọi đồng thời hoặc số cuộc gọi mỗi giây, tài khoản bị tạm khóa (Telnyx thêm mã như D1, D17 vào reason phrase)',
      'Sai mật khẩu trên máy chủ chỉ yêu cầu xác thực một lần (FreeSWITCH)',
      'Kịch bản proxy không cho định tuyến: “Not relaying” hoặc “Not Allowed” của Kamailio, tên miền không thuộc hệ thống',
      'Mạng điện thoại từ chối (Asterisk đổi Q.850 21 thành 403), hoặc chữ ký STIR quá hạn (“Stale Date”)',
    ],
    fix: {
      caller: [
        'So địa chỉ nguồn, From và P-Asserted-Identity với những gì hợp đồng trung kế cho phép',
        'Nếu 403 đến ngay sau khi gửi thông tin đăng nhập, kiểm tra tên và mật khẩu trước tiên',
      ],
      operator: [
        'Dùng Call-ID tìm quy tắc đã chặn trong nhật ký của nút gửi 403',
        VI_SAY_WHY.inPhrase,
        'Không thử lại cùng trung kế; nhà mạng khác vẫn có thể nhận cuộc gọi',
      ],
      callee: ['Cho phép địa chỉ và số của đối tác nếu chặn nhầm'],
    },
    neighbours: [
      {
        code: 401,
        difference:
          '401 và 407: gửi lại kèm thông tin đăng nhập; 403: đăng nhập cũng không giúp được.',
      },
      {
        code: 603,
        difference:
          '603: phía bên nhận từ chối; 403: chính sách của máy chủ ở gần bên gọi hoặc ở trung kế.',
      },
      { code: 404, difference: '404: vướng ở số được gọi, không phải ở quyền.' },
      { code: 488, difference: '488: vướng ở đề nghị media.' },
    ],
  },
  404: {
    label: 'không tìm thấy',
    note: 'Máy chủ này không biết số hoặc người dùng đó',
    meaning:
      'Máy chủ trả lời phụ trách tên miền đó và không có người dùng hay số như vậy. Máy chủ khác có thể biết, nên 404 từ nhà mạng cũng có thể nghĩa là nhà mạng không có tuyến.',
    when: 'Thường ngay lập tức. Nếu sau một, hai giây mới có thì hay là từ mạng điện thoại (Q.850 1, 2 hoặc 3) qua cổng.',
    causes: [
      'Số sai định dạng: thiếu hoặc thừa tiền tố, 0084 thay cho +84, còn giữ số 0 đầu',
      'Máy nhánh hoặc đầu số chưa khai báo, hoặc không nằm trong context nhận cuộc gọi (Asterisk)',
      'Số chưa cấp phát trong mạng điện thoại (Q.850 1)',
      'Request-URI mang tên miền hoặc IP mà máy chủ không coi là của mình',
      'Kịch bản mẫu của Kamailio: trả 404 cả khi người dùng có thật nhưng chưa đăng ký',
      'Kamailio “Not here” cho yêu cầu trong cuộc gọi: số không sai, các trường Route bị mất; cần sửa Record-Route và loose routing',
    ],
    fix: {
      caller: ['So các chữ số trong Request-URI với định dạng mà đối tác quy định'],
      operator: [
        'So Request-URI gửi đi với cuộc gọi thành công gần nhất tới cùng đối tác',
        'Kiểm tra phần chuẩn hóa số, tuyến gọi vào và danh sách tên miền cục bộ',
      ],
      callee: ['Khai báo số, hoặc thông báo số đã chuyển đi đâu'],
    },
    neighbours: [
      { code: 480, difference: '480: có người dùng đó nhưng lúc này không liên lạc được.' },
      { code: 484, difference: '484: còn thiếu chữ số.' },
      { code: 604, difference: '604: không tồn tại ở bất kỳ đâu, ngừng tìm kiếm.' },
      { code: 410, difference: '410: từng có và đã bị gỡ bỏ.' },
    ],
  },
  405: {
    label: 'phương thức không được phép',
    note: 'Phương thức không được phép, xem Allow',
    meaning:
      'Máy chủ biết phương thức này nhưng không cho dùng với địa chỉ đó. Trường Allow liệt kê những phương thức được phép.',
    when: 'Ngay lập tức, phần lớn với phương thức khác INVITE: REGISTER, SUBSCRIBE, PUBLISH, MESSAGE, INFO.',
    causes: [
      'Gửi REGISTER tới trung kế hoặc proxy không phải máy chủ đăng ký',
      'Gửi SUBSCRIBE hoặc PUBLISH (presence, BLF, MWI) tới tổng đài đang tắt tính năng đó',
      'Gửi MESSAGE hoặc INFO tới nhà mạng chỉ phục vụ thoại',
      'Kịch bản Kamailio hoặc OpenSIPS có nhánh cuối từ chối mọi phương thức không định tuyến',
      'Công cụ dò quét thử các phương thức',
    ],
    fix: {
      caller: ['Tắt tính năng đó, hoặc gửi tới máy chủ có cung cấp'],
      operator: [
        'Nếu cần tính năng, bật mô-đun hoặc thêm nhánh xử lý cho phương thức',
        'Khai riêng máy chủ đăng ký và outbound proxy khi đó là hai máy chủ khác nhau',
      ],
      callee: ['Liệt kê phương thức được phép trong Allow'],
    },
    neighbours: [
      { code: 501, difference: '501: máy chủ hoàn toàn không biết phương thức này.' },
      {
        code: 403,
        difference: '403: người gửi này không được phép; 405: ở đây không ai được phép.',
      },
      { code: 489, difference: '489: SUBSCRIBE được phép, nhưng gói sự kiện này thì không.' },
    ],
  },
  406: {
    label: 'định dạng không chấp nhận được',
    note: 'Không thể trả lời theo định dạng trong Accept',
    meaning:
      'Bên nhận chỉ trả lời được bằng loại phần thân mà trường Accept của yêu cầu đã loại trừ. Mã này không nói về codec.',
    when: 'Hiếm. Gặp với SUBSCRIBE và OPTIONS có Accept quá hẹp, hoặc từ cổng chuyển đổi mã nguyên nhân ISDN.',
    causes: [
      'Accept thiếu `application/sdp` hoặc thiếu kiểu nội dung của gói sự kiện',
      'Cổng AudioCodes chuyển đổi từ Q.850 6 (kênh không chấp nhận được)',
      'Phần mềm gửi 406 trong khi lẽ ra phải là 488 hoặc 606',
    ],
    fix: {
      caller: ['Mở rộng Accept, hoặc bỏ hẳn trường này'],
      operator: ['Nếu do cổng gửi, đọc trường Reason và sửa bảng chuyển đổi nguyên nhân'],
      callee: ['Dùng 488 cho vấn đề codec và media'],
    },
    neighbours: [
      { code: 488, difference: '488: mô tả phiên không phù hợp với thiết bị này.' },
      {
        code: 606,
        difference: '606: mô tả phiên không phù hợp với mọi thiết bị; reason phrase giống hệt 406.',
      },
      {
        code: 415,
        difference: '415: không hiểu phần thân gửi đi; 406: vướng ở phần thân sẽ trả về.',
      },
    ],
  },
  407: {
    label: 'cần xác thực với proxy',
    note: 'Proxy yêu cầu xác thực: gửi lại kèm đăng nhập',
    meaning:
      'Một proxy trên đường đi cần thông tin đăng nhập digest cho realm ghi trong Proxy-Authenticate rồi mới định tuyến. Mỗi cuộc gọi một lần là bình thường; bên gửi lặp lại yêu cầu kèm Proxy-Authorization.',
    when: 'Với INVITE đầu tiên của máy hoặc tổng đài tới nhà cung cấp: Kamailio, OpenSIPS, FreeSWITCH và đa số nền tảng dịch vụ yêu cầu xác thực từng cuộc gọi.',
    causes: [
      'Yêu cầu đầu tiên chưa có thông tin đăng nhập: bình thường',
      'Sai mật khẩu hoặc sai tên xác thực: challenge lặp lại với nonce mới',
      'Thông tin đăng nhập dành cho realm khác, hoặc dùng Authorization thay vì Proxy-Authorization',
      'Nonce hết hạn, hoặc nút này trong cụm không nhận ra nonce',
      'Dùng lại bộ đếm nc trong khi qop=auth đòi phải tăng',
      'Một cuộc gọi có cả 401 và 407: hai nơi cùng đòi xác thực, yêu cầu kế tiếp phải mang cả hai câu trả lời',
      'Trung kế xác thực theo địa chỉ IP nhưng nay đi từ địa chỉ khác',
    ],
    fix: {
      caller: [
        'So tên xác thực, realm và mật khẩu với dữ liệu nhà cung cấp đã cấp',
        'Khi gửi lại, tăng CSeq và giữ nguyên Call-ID; gửi cả hai trường nếu cả hai nơi đều đòi xác thực',
      ],
      operator: [
        'Trung kế theo IP: thêm địa chỉ nguồn mới vào danh sách cho phép thì không còn challenge',
        'Không yêu cầu xác thực với ACK và CANCEL: hai bản tin này không gửi lại được',
        'Dùng chung khóa bí mật tạo nonce giữa các nút trong cụm',
      ],
      callee: [],
    },
    neighbours: [
      {
        code: 401,
        difference:
          '401: cũng đòi xác thực nhưng từ máy chủ đăng ký, tổng đài hoặc thiết bị đầu cuối; trả lời bằng Authorization.',
      },
      { code: 403, difference: '403: đã từ chối; gửi lại kèm đăng nhập cũng không được.' },
    ],
  },
  408: {
    label: 'hết thời gian chờ',
    note: 'Một nút chờ không có trả lời nên bỏ cuộc',
    meaning:
      'Một nút trên đường đi đã chuyển tiếp yêu cầu, hoặc đã tìm bên nhận, mà không có trả lời kịp lúc. Nút gửi 408 không phải nút hỏng: chỗ im lặng nằm phía sau nó.',
    when: 'Sau một khoảng thời gian tròn: 30–32 giây nếu hoàn toàn không có phản hồi, khoảng 120 giây nếu đã đổ chuông rồi dừng. Với yêu cầu khác INVITE thì không được gửi 408; mỗi nút tự hết thời gian chờ.',
    causes: [
      'Đối tác kế tiếp ngừng chạy, hoặc cổng đóng mà không báo ICMP',
      'Tường lửa hoặc ánh xạ NAT hết hạn làm mất INVITE gửi tới máy đã đăng ký',
      'Ứng dụng của bên nhận đang ở chế độ ngủ, thông báo đẩy không đánh thức kịp',
      'Phản hồi bị gửi tới sai địa chỉ hoặc sai cổng trong Via',
      'INVITE qua UDP quá lớn, phân mảnh bị bỏ',
      'Không ai nhấc máy, cổng báo Q.850 18 (FreeSWITCH đổi thành 408)',
      '408 cục bộ: nhiều phần mềm ghi mã này trong nhật ký dù trên mạng không hề có',
    ],
    fix: {
      caller: ['Gọi lại sau, hoặc để tổng đài chuyển sang trung kế khác'],
      operator: [
        'Tìm nhánh phía sau nút gửi 408, xem yêu cầu nào không có phản hồi',
        'Giám sát đối tác bằng OPTIONS và loại nút chết khỏi định tuyến',
        'Nơi có tuyến thứ hai, giảm thời gian chờ “không có phản hồi nào” xuống 3–6 giây',
      ],
      callee: [
        'Giữ ánh xạ NAT bằng chu kỳ đăng ký ngắn hoặc bản tin giữ kết nối (keepalive)',
        'Trả 100 cho INVITE ngay, kể cả khi định tuyến còn lâu',
      ],
    },
    neighbours: [
      {
        code: 504,
        difference:
          '504: chờ một máy chủ mà nút phụ thuộc vào (DNS, cơ sở dữ liệu, cổng), không phải chờ bên nhận.',
      },
      { code: 480, difference: '480: có nơi trả lời và cho biết người dùng không liên lạc được.' },
      { code: 487, difference: '487: INVITE đã bị rút lại, ví dụ bằng CANCEL.' },
      { code: 503, difference: '503: chính máy chủ trả lời ngay, không phải chờ.' },
    ],
  },
  410: {
    label: 'không còn tồn tại',
    note: 'Số này không còn sử dụng ở đây',
    meaning: 'Số hoặc người dùng từng có ở đây và đã bị gỡ bỏ, máy chủ không biết địa chỉ mới.',
    when: 'Với số đã chuyển mạng, đổi số hoặc trả lại; từ cổng chuyển đổi Q.850 22.',
    causes: [
      'Đổi số mà không đặt thông báo chuyển tiếp (Q.850 22)',
      'Số đã chuyển mạng nhưng cơ sở dữ liệu định tuyến vẫn ghi nhà mạng cũ',
      'Tài khoản đã xóa nhưng người khác vẫn lưu trong phím tắt hoặc đặt chuyển tiếp tới',
    ],
    fix: {
      caller: ['Xóa hoặc cập nhật số trong danh bạ, phím tắt và chuyển tiếp'],
      operator: ['Cập nhật dữ liệu chuyển mạng giữ số và thôi định tuyến số này tới nhà mạng đó'],
      callee: ['Đặt chuyển hướng (301) chừng nào còn người gọi số cũ'],
    },
    neighbours: [
      { code: 404, difference: '404: ở đây không biết; có thể chưa từng tồn tại.' },
      { code: 301, difference: '301: đã dời đi và có cho địa chỉ mới.' },
      { code: 604, difference: '604: không tồn tại ở đâu cả, theo nơi có thẩm quyền.' },
    ],
  },
  412: {
    label: 'điều kiện không thỏa',
    note: 'Không còn trạng thái cũ, hãy PUBLISH lại',
    meaning:
      'PUBLISH nhắc tới trạng thái bằng một entity-tag mà máy chủ không còn giữ. Máy khách phải công bố lại toàn bộ trạng thái, không kèm tag.',
    when: 'Với PUBLISH làm mới, sửa hoặc gỡ trạng thái presence hay dialog. Không bao giờ liên quan đến cuộc gọi.',
    causes: [
      'Trạng thái đã hết hạn trước khi được làm mới',
      'Máy chủ presence khởi động lại và mất trạng thái',
      'Lần làm mới tới một nút khác không dùng chung trạng thái',
      'Hai máy khách dùng cùng một tag',
    ],
    fix: {
      caller: ['Công bố toàn bộ trạng thái không kèm SIP-If-Match, sau đó dùng SIP-ETag mới'],
      operator: ['Dùng chung trạng thái presence giữa các nút, hoặc giữ mỗi máy khách ở một nút'],
      callee: [],
    },
    neighbours: [
      { code: 204, difference: '204: điều kiện trong SUBSCRIBE thỏa, không có gì mới để báo.' },
      { code: 481, difference: '481: không biết chính lượt theo dõi hoặc cuộc gọi đó.' },
      { code: 489, difference: '489: hoàn toàn không hỗ trợ gói sự kiện.' },
    ],
  },
  413: {
    label: 'nội dung quá lớn',
    note: 'Phần thân lớn hơn mức máy chủ nhận',
    meaning: 'Phần thân của yêu cầu lớn hơn mức máy chủ này chịu xử lý.',
    when: 'Với INVITE có SDP cồng kềnh hoặc phần thân nhiều phần, và với MESSAGE dán nội dung dài.',
    causes: [
      'SDP có nhiều codec, ICE candidate và fingerprint (trình duyệt)',
      'Phần thân nhiều phần kèm ISUP, vị trí hoặc ảnh bên cạnh SDP',
      'Dùng MESSAGE để gửi tệp: giới hạn vào khoảng 1.300 byte',
      'SBC hoặc proxy đặt giới hạn phần thân thấp',
    ],
    fix: {
      caller: ['Bớt codec và candidate; gửi nội dung lớn bằng MSRP hoặc đường liên kết'],
      operator: ['Nâng giới hạn, hoặc bỏ những phần mà mạng phía sau không cần'],
      callee: ['Báo bằng Retry-After nếu chỉ giới hạn tạm thời'],
    },
    neighbours: [
      { code: 513, difference: '513: cả bản tin quá lớn, tính cả trường tiêu đề.' },
      { code: 414, difference: '414: chỉ Request-URI quá dài.' },
      { code: 415, difference: '415: kích thước ổn, kiểu nội dung thì không.' },
    ],
  },
  414: {
    label: 'Request-URI quá dài',
    note: 'Request-URI dài hơn mức máy chủ nhận',
    meaning: 'Request-URI dài hơn mức máy chủ này chịu xử lý.',
    when: 'Hiếm. Với URI chở dữ liệu định tuyến hoặc cả trường tiêu đề trong tham số.',
    causes: [
      'Dữ liệu định tuyến hoặc tính cước mã hóa vào tham số URI hay phần user',
      'Tham số được thêm ở mỗi vòng khi có vòng lặp',
      'Contact có token rất dài (tham số thông báo đẩy, địa chỉ mã hóa) được dùng làm Request-URI',
      'Lưu lượng fuzzing hoặc tấn công',
    ],
    fix: {
      caller: [],
      operator: [
        'Chuyển dữ liệu định tuyến từ URI sang trường tiêu đề riêng',
        'Xem URI có dài thêm qua từng chặng không: nếu có thì đó là vòng lặp',
      ],
      callee: ['Rút ngắn Contact dùng để đăng ký, hoặc chấp nhận URI dài hơn'],
    },
    neighbours: [
      { code: 413, difference: '413: phần thân quá lớn.' },
      { code: 513, difference: '513: cả bản tin quá lớn.' },
      { code: 416, difference: '416: vướng ở lược đồ của URI, không phải độ dài.' },
    ],
  },
  415: {
    label: 'kiểu nội dung không được hỗ trợ',
    note: 'Không hiểu kiểu nội dung, xem Accept',
    meaning:
      'Bên nhận không hiểu kiểu, cách mã hóa hoặc ngôn ngữ của phần thân. Những gì được chấp nhận ghi trong Accept, Accept-Encoding hoặc Accept-Language.',
    when: 'Với INVITE mang nhiều hơn SDP thông thường, với INFO và MESSAGE.',
    causes: [
      '`multipart/mixed` kèm ISUP, QSIG, vị trí hoặc dữ liệu ghi âm gửi tới đối tác chỉ biết SDP',
      'DTMF hoặc báo hiệu fax trong INFO (`application/dtmf-relay`) gửi tới bên không hỗ trợ',
      'Thiếu hoặc ghi sai Content-Type, hoặc có phần thân mà không khai kiểu',
      'MESSAGE chứa HTML hoặc IMDN gửi tới máy chỉ nhận văn bản thuần',
      'Phần thân được nén hoặc mã hóa',
    ],
    fix: {
      caller: ['Chỉ gửi phần thân `application/sdp`; gửi DTMF theo RFC 4733 thay cho INFO'],
      operator: [
        'Để SBC bỏ những phần đối tác không nhận (SIP-I sang SIP, multipart sang SDP)',
        'Đánh dấu phần không bắt buộc bằng `handling=optional` trong Content-Disposition',
      ],
      callee: ['Nêu các kiểu chấp nhận được trong Accept'],
    },
    neighbours: [
      { code: 488, difference: '488: hiểu SDP nhưng từ chối media trong đó.' },
      { code: 406, difference: '406: vướng ở định dạng câu trả lời, không phải của yêu cầu.' },
      { code: 400, difference: '400: phần thân hoặc trường tiêu đề bị hỏng, không phải kiểu lạ.' },
    ],
  },
  416: {
    label: 'lược đồ URI không được hỗ trợ',
    note: 'Không hỗ trợ lược đồ của Request-URI',
    meaning: 'Máy chủ không xử lý được URI có lược đồ này, chẳng hạn tel: hoặc sips:.',
    when: 'Ngay lập tức, với yêu cầu đầu tiên mang URI đó.',
    causes: [
      'Gửi URI tel: tới đối tác chỉ nhận sip:',
      'Gửi URI sips: tới máy chủ không có TLS',
      'Asterisk: Request-URI, From, To hoặc Contact không dùng lược đồ SIP',
      'Gửi urn: của số khẩn cấp hoặc số dịch vụ tới tổng đài thường',
      'Gõ sai lược đồ, hoặc chỉ có số mà không có lược đồ',
    ],
    fix: {
      caller: ['Viết số dưới dạng `sip:+84…@domain;user=phone` thay cho tel:'],
      operator: ['Đổi tel: sang sip: ở biên; gán URN dịch vụ vào tuyến cụ thể'],
      callee: [],
    },
    neighbours: [
      { code: 404, difference: '404: lược đồ đúng nhưng không có người dùng đó.' },
      { code: 400, difference: '400: hoàn toàn không phân tích được URI.' },
    ],
  },
  417: {
    label: 'Resource-Priority không xác định',
    note: 'Không nhận ra giá trị Resource-Priority',
    meaning:
      'Yêu cầu bắt buộc mức ưu tiên (Resource-Priority cùng với Require) nhưng máy chủ không biết không gian tên hoặc mức được nêu. Điện thoại thông thường không cần đến.',
    when: 'Trong mạng quân sự, mạng dịch vụ khẩn cấp, và trên cổng Cisco ở chế độ strict.',
    causes: [
      'Không gian tên như dsn, drsn, q735, ets hoặc wps chưa được khai báo trên chặng này',
      'Cuộc gọi ưu tiên ra khỏi mạng riêng để sang nhà mạng thường',
      'Cổng đặt chế độ strict, trong khi chế độ loose sẽ bỏ qua giá trị lạ (Cisco)',
    ],
    fix: {
      caller: ['Dùng không gian tên có trong Accept-Resource-Priority, hoặc không đưa vào Require'],
      operator: ['Khai báo không gian tên trên mọi chặng của mạng ưu tiên; gỡ trường này ở biên'],
      callee: [],
    },
    neighbours: [
      {
        code: 420,
        difference: '420: không biết cả phần mở rộng; 417: biết, nhưng không biết giá trị này.',
      },
      { code: 403, difference: '403: biết giá trị, nhưng bên gọi này không được dùng.' },
    ],
  },
} satisfies Partial<Record<StatusCode, CodeText>>;
