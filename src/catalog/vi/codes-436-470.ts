/** Vietnamese texts: STIR verification (436–438), outbound, forking limits, INFO packages and consent. */
import type { StatusCode } from '../status-codes.ts';
import type { CodeText } from '../types.ts';

export const codes436 = {
  436: {
    label: 'không lấy được chứng thư Identity',
    note: 'Không tải được chứng thư STIR',
    meaning:
      'Máy chủ kiểm tra chữ ký của bên gọi không tải được chứng thư số mà header Identity chỉ tới. Chữ ký chưa hề được kiểm tra, nên mã này không nói lên số gọi là thật hay giả.',
    when: 'Gặp với INVITE có header Identity, ở mạng có xác minh STIR/SHAKEN và từ chối những gì không xác minh được. Thường đến sau một, hai giây, tức cỡ thời gian chờ của một truy vấn HTTP.',
    causes: [
      'Kho chứng thư ở `info`/`x5u` ngừng hoạt động, chậm hoặc trả về trang lỗi',
      'Tường lửa chặn máy chủ xác minh truy cập HTTPS ra ngoài',
      'URL trỏ tới tên máy nội bộ hoặc địa chỉ mà bên xác minh không cho phép truy cập',
      'TLS tới kho chứng thư bị lỗi: chứng thư web hết hạn, thiếu chứng thư trung gian',
      'Đã đổi chứng thư và gỡ URL cũ trong khi vẫn còn cuộc gọi ký bằng chứng thư đó',
    ],
    fix: {
      caller: [
        'Mở URL `info` của header Identity từ Internet; địa chỉ này phải trả về chuỗi chứng thư PEM qua HTTPS',
        'Giữ chứng thư cũ trực tuyến cho đến khi cuộc gọi cuối cùng ký bằng nó kết thúc',
      ],
      operator: [
        'Thử tải chứng thư ngay trên máy chủ xác minh, qua đúng proxy và tường lửa của nó',
        'Lưu đệm chứng thư, đặt thời gian chờ ngắn và ưu tiên cho cuộc gọi đi tiếp ở trạng thái chưa xác minh',
      ],
      callee: [],
    },
    neighbours: [
      { code: 437, difference: '437: tải được chứng thư nhưng không chấp nhận.' },
      {
        code: 438,
        difference: '438: chứng thư hợp lệ, nhưng chữ ký hoặc nội dung không khớp cuộc gọi.',
      },
      { code: 428, difference: '428: hoàn toàn không có header Identity.' },
    ],
  },
  437: {
    label: 'chứng thư không được chấp nhận',
    note: 'Có chứng thư STIR nhưng không tin cậy',
    meaning:
      'Bên xác minh đã có chứng thư của bên ký nhưng không tin cậy: sai tổ chức cấp, hết hạn, hoặc không đúng loại dùng để ký cuộc gọi.',
    when: 'Ngay sau INVITE có header Identity. Hay gặp khi nhà mạng mới bắt đầu ký bằng chứng thư thử nghiệm, hoặc để chứng thư chính thức hết hạn.',
    causes: [
      'Ký bằng chứng thư tự tạo hoặc chứng thư của môi trường thử nghiệm',
      'Tổ chức cấp không có trong danh sách của quốc gia (ở Mỹ là danh sách STI-PA)',
      'Chứng thư đã hết hạn hoặc bị thu hồi',
      'Sai loại khóa: SHAKEN yêu cầu ES256 trên P-256, không phải RSA',
      'Danh sách tin cậy của chính bên xác minh đã cũ',
    ],
    fix: {
      caller: [
        'Kiểm tra tổ chức cấp, thời hạn và loại khóa của chứng thư ở `info`/`x5u`',
        'Ký bằng chứng thư cấp cho số điện thoại, không dùng chứng thư của máy chủ web',
      ],
      operator: ['Cập nhật danh sách tổ chức tin cậy và dữ liệu thu hồi trên máy chủ xác minh'],
      callee: [],
    },
    neighbours: [
      { code: 436, difference: '436: chưa tải được chứng thư.' },
      { code: 438, difference: '438: chứng thư đáng tin, nhưng phần được ký thì không khớp.' },
    ],
  },
  438: {
    label: 'chữ ký Identity không hợp lệ',
    note: 'Chữ ký STIR không khớp cuộc gọi',
    meaning:
      'Header Identity đã được kiểm tra và không đạt: chữ ký sai, hoặc số điện thoại và thời điểm trong token không phải của INVITE này. Có thứ gì đó đã đổi sau khi ký, hoặc token bị chép từ cuộc gọi khác.',
    when: 'Ngay sau INVITE có header Identity, ở mạng dùng kết quả xác minh để chặn chứ không chỉ gắn nhãn.',
    causes: [
      'Số gọi hoặc số bị gọi bị sửa sau khi ký (thêm tiền tố, mất dấu +, chuyển tiếp mà không có token `div`)',
      'Bên ký và bên xác minh chuẩn hóa số theo cách khác nhau',
      'Token bị SBC cắt bớt hoặc ngắt dòng do giới hạn độ dài header',
      'From và P-Asserted-Identity mang hai số khác nhau, chỉ một số được ký',
      'Dùng lại token của lần gọi trước',
    ],
    fix: {
      caller: [
        'Giải mã token rồi so từng chữ số `orig.tn` với From/P-Asserted-Identity, `dest.tn` với To',
        'Ký ở bước cuối cùng, sau mọi phép biến đổi số',
      ],
      operator: [
        'Không sửa số gọi và số bị gọi ở phía sau điểm ký; khi chuyển tiếp thì thêm token `div`',
        'Bỏ giới hạn độ dài của SBC đối với Identity và chuyển các cuộc gọi này sang TCP',
      ],
      callee: [],
    },
    neighbours: [
      { code: 437, difference: '437 là lỗi của chứng thư, 438 là lỗi của phần được ký.' },
      { code: 436, difference: '436: chưa kiểm tra được vì không có chứng thư.' },
      { code: 403, difference: '403 “Stale Date”: chữ ký có thể đúng, nhưng token đã quá cũ.' },
    ],
  },
  439: {
    label: 'chặng đầu không hỗ trợ Outbound',
    note: 'Proxy biên không hỗ trợ Outbound (RFC 5626)',
    meaning:
      'Máy xin đăng ký kiểu SIP Outbound, tức giữ sẵn một kết nối để cuộc gọi đi ngược về. Proxy đầu tiên trên đường không báo là làm được việc đó, nên máy chủ đăng ký từ chối.',
    when: 'Gặp với REGISTER có `reg-id` và `outbound`, nhất là khi vừa đặt thêm proxy biên, bộ cân bằng tải hoặc SBC trước máy chủ đăng ký.',
    causes: [
      'Proxy biên thêm Path không có tham số `ob`, hoặc không thêm Path',
      'Giữa máy và proxy biên có bộ cân bằng tải không hiểu SIP',
      'Cấu hình của máy bật Outbound nhưng mạng không bật',
      'REGISTER đi thẳng vào proxy bên trong, không qua proxy biên',
    ],
    fix: {
      caller: ['Tắt Outbound (RFC 5626) trên máy, hoặc đăng ký qua proxy biên có hỗ trợ'],
      operator: [
        'Bật Outbound trên proxy biên để nó thêm Path có `ob`',
        'Cho máy chủ đăng ký nhận kiểu đăng ký thường thay vì từ chối',
      ],
      callee: [],
    },
    neighbours: [
      { code: 430, difference: '430: Outbound hoạt động, nhưng chính kết nối này đã hỏng.' },
      { code: 421, difference: '421: bản thân máy chủ đòi máy hỗ trợ một phần mở rộng.' },
    ],
  },
  440: {
    label: 'vượt quá số nhánh cho phép',
    note: 'Hết hạn mức phân nhánh (Max-Breadth)',
    meaning:
      'Một yêu cầu chỉ được tách thành một số nhánh song song nhất định, đếm bằng Max-Breadth (mặc định 60). Hạn mức đó đã hết nên proxy không phân nhánh thêm được.',
    when: 'Gặp khi gọi vào nhóm đổ chuông lớn, hoặc khi hai tài khoản phân nhánh trỏ vào nhau. Hiếm, nhưng lần nào cũng nên xem: đây là chốt chặn yêu cầu tự nhân lên.',
    causes: [
      'Chuyển tiếp vòng giữa các tài khoản phân nhánh, A sang B rồi B về A',
      'Nhóm đổ chuông đồng thời có số liên hệ vượt hạn mức',
      'Đăng ký cũ tồn đọng, một người dùng có hàng chục liên hệ',
      'Tấn công khuếch đại có chủ ý',
    ],
    fix: {
      caller: [],
      operator: [
        'Trước hết tìm vòng chuyển tiếp: cùng một Call-ID qua cùng một proxy với danh sách Via dài dần',
        'Giới hạn số liên hệ mỗi người dùng và để đăng ký chết tự hết hạn',
        'Cho nhóm lớn đổ chuông lần lượt hoặc dùng hàng đợi, không gọi tất cả cùng lúc',
      ],
      callee: ['Gỡ quy tắc chuyển tiếp trỏ ngược về nhóm'],
    },
    neighbours: [
      { code: 482, difference: '482: chính yêu cầu đó quay lại lần nữa.' },
      {
        code: 483,
        difference: '483: quá nhiều chặng nối tiếp, không phải quá nhiều nhánh song song.',
      },
    ],
  },
  469: {
    label: 'gói INFO không được hỗ trợ',
    note: 'Gói INFO không có trong Recv-Info',
    meaning:
      'Bản tin INFO nêu trong Info-Package một gói mà bên nhận chưa từng đồng ý nhận. Cuộc gọi vẫn tiếp tục, chỉ thông tin này không được nhận.',
    when: 'Giữa cuộc gọi đã thiết lập, là phản hồi cho INFO: DTMF, ghi âm hoặc dữ liệu riêng của hãng.',
    causes: [
      'Bên gửi bỏ qua danh sách Recv-Info mà bên kia đưa ra trong INVITE hoặc 200',
      'Trộn DTMF kiểu cũ (`application/dtmf-relay`, không có gói) với INFO theo gói',
      'B2BUA chuyển tiếp INFO nhưng không chuyển tiếp Recv-Info',
    ],
    fix: {
      caller: [
        'Chỉ gửi gói có trong Recv-Info của bên kia; với DTMF nên dùng telephone-event (RFC 4733)',
      ],
      operator: ['Cho B2BUA chuyển cả Recv-Info, hoặc tự trả lời các INFO này'],
      callee: ['Thêm gói vào Recv-Info nếu thật sự hỗ trợ'],
    },
    neighbours: [
      { code: 489, difference: '489 là lỗi tương tự với SUBSCRIBE và NOTIFY.' },
      { code: 415, difference: '415: không hiểu kiểu nội dung của INFO.' },
      { code: 405, difference: '405: không nhận INFO nói chung.' },
    ],
  },
  470: {
    label: 'cần có sự đồng ý',
    note: 'Người nhận chưa đồng ý nhận',
    meaning:
      'Máy chủ chuyển tiếp hoặc máy chủ danh sách không chuyển yêu cầu đi, vì có người nhận chưa cho phép liên hệ theo cách này. Permission-Missing nêu rõ là ai.',
    when: 'Gặp với MESSAGE hoặc INVITE tới danh sách URI. Ngoài mạng thử nghiệm hầu như không thấy.',
    causes: [
      'Có người trong danh sách chưa từng cho phép',
      'Quyền đã được cấp rồi bị rút lại',
      'Máy chủ chuyển tiếp bị mất kho lưu quyền',
    ],
    fix: {
      caller: ['Xin phép những người nêu trong Permission-Missing, hoặc đưa họ ra khỏi danh sách'],
      operator: ['Kiểm tra việc lưu giấy phép và máy chủ chuyển tiếp có đọc được không'],
      callee: ['Cấp quyền mà máy chủ chuyển tiếp yêu cầu'],
    },
    neighbours: [
      { code: 403, difference: '403 là từ chối theo chính sách, có đồng ý cũng không gỡ được.' },
      { code: 607, difference: '607: người nhận đã chủ động từ chối.' },
    ],
  },
} satisfies Partial<Record<StatusCode, CodeText>>;
