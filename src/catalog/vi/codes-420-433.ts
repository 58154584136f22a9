/** Vietnamese texts: extensions and intervals to agree on; location, alerts, identity and flows. */
import type { StatusCode } from '../status-codes.ts';
import type { CodeText } from '../types.ts';

export const codes420 = {
  420: {
    label: 'phần mở rộng không được hỗ trợ',
    note: 'Không hỗ trợ phần mở rộng bắt buộc',
    meaning:
      'Yêu cầu đòi một phần mở rộng trong Require hoặc Proxy-Require mà bên nhận không hỗ trợ. Trường Unsupported nêu tên phần mở rộng đó.',
    when: 'Ngay lập tức, từ proxy đầu tiên (Proxy-Require) hoặc từ đầu xa (Require) thiếu phần mở rộng.',
    causes: [
      '`Require: 100rel` gửi tới bên không có PRACK',
      '`Require: timer`, `replaces` hoặc `precondition` trong khi chỉ cần Supported',
      'Máy IMS gửi `sec-agree` tới nơi không phải proxy của IMS',
      'Proxy hoặc SBC tự thêm Require',
    ],
    fix: {
      caller: [
        'Gửi lại, bỏ option tag nêu trong Unsupported; về lâu dài chuyển nó từ Require sang Supported',
      ],
      operator: ['Bỏ quy tắc chèn Require trên SBC, hoặc bật phần mở rộng ở phía đối tác'],
      callee: ['Bật phần mở rộng nếu phần mềm có hỗ trợ'],
    },
    neighbours: [
      {
        code: 421,
        difference: '421: chiều ngược lại; máy chủ đòi phần mở rộng mà yêu cầu không nêu.',
      },
      { code: 405, difference: '405: vướng ở phương thức, không phải phần mở rộng.' },
      { code: 400, difference: '400: yêu cầu sai cú pháp.' },
    ],
  },
  421: {
    label: 'yêu cầu phần mở rộng',
    note: 'Máy chủ đòi phần mở rộng, xem Require',
    meaning:
      'Máy chủ chỉ xử lý yêu cầu nếu máy khách hỗ trợ một phần mở rộng, nêu trong Require. Máy khách đã không ghi nó trong Supported.',
    when: 'Ít gặp giữa các tổng đài thông thường; hay gặp hơn ở lõi IMS và ở trung kế đặt bắt buộc một phần mở rộng.',
    causes: [
      'Đối tác bắt buộc 100rel: phản hồi tạm thời tin cậy đặt ở mức bắt buộc',
      'Đối tác bắt buộc bộ định thời phiên',
      'Đăng ký IMS không có sec-agree',
      'SBC trên đường đi đã bỏ option tag khỏi Supported',
    ],
    fix: {
      caller: ['Bật phần mở rộng và ghi nó trong Supported'],
      operator: [
        'So Supported lúc gửi và lúc nhận: SBC có thể đã bỏ mất',
        'Nếu đối tác đồng ý, đặt 100rel và bộ định thời phiên ở mức “hỗ trợ” thay vì “bắt buộc”',
      ],
      callee: ['Chỉ bắt buộc khi dịch vụ thật sự không chạy được nếu thiếu phần mở rộng'],
    },
    neighbours: [
      { code: 420, difference: '420: yêu cầu đòi quá nhiều; 421: yêu cầu nêu quá ít.' },
      { code: 494, difference: '494: điều bị đòi là thỏa thuận bảo mật.' },
    ],
  },
  422: {
    label: 'chu kỳ phiên quá ngắn',
    note: 'Session-Expires dưới Min-SE, hãy tăng lên',
    meaning:
      'Session-Expires trong yêu cầu ngắn hơn mức nút này cho phép; Min-SE cho biết mức tối thiểu. Bên gọi gửi lại với chu kỳ dài hơn; một vòng như vậy là bình thường.',
    when: 'Với INVITE hoặc UPDATE có bộ định thời phiên, từ bên nhận hoặc từ bất kỳ proxy nào trên đường đi.',
    causes: [
      'Bên gọi xin 90 giây trong khi nhà mạng hoặc SBC đòi 600 hay 1.800 giây',
      'Nhiều chặng, chặng sau đòi Min-SE lớn hơn: mỗi chặng một vòng',
      'Máy khách không đọc Min-SE và gửi lại giá trị cũ: 422 lặp vô tận',
      'Session-Expires dưới mức tối thiểu tuyệt đối 90 giây',
    ],
    fix: {
      caller: [
        'Gửi lại với Session-Expires và Min-SE không nhỏ hơn Min-SE nhận được, giữ nguyên Call-ID và tăng CSeq',
      ],
      operator: ['Dùng 1.800 giây và Min-SE 90 trên mọi nút, trừ khi có lý do để đặt thấp hơn'],
      callee: ['Giảm Min-SE nếu nhiều đối tác vướng'],
    },
    neighbours: [
      {
        code: 423,
        difference: '423: nói về thời hạn đăng ký hoặc theo dõi, không phải về cuộc gọi.',
      },
      { code: 421, difference: '421: hoàn toàn thiếu bộ định thời phiên; 422: có nhưng quá ngắn.' },
    ],
  },
  423: {
    label: 'thời hạn đăng ký quá ngắn',
    note: 'Expires dưới Min-Expires, hãy tăng lên',
    meaning:
      'Thời hạn xin cho việc đăng ký, theo dõi sự kiện hoặc công bố trạng thái ngắn hơn mức máy chủ nhận; Min-Expires cho biết mức tối thiểu. Máy khách gửi lại với giá trị đó; một vòng như vậy là bình thường.',
    when: 'Với REGISTER, SUBSCRIBE và PUBLISH. Thời hạn xin từ một giờ trở lên thì máy chủ đăng ký không được từ chối bằng mã này.',
    causes: [
      'Máy đặt 60 giây hoặc ít hơn, trong khi mức tối thiểu của máy chủ đăng ký là 300 giây chẳng hạn',
      'Ứng dụng đăng ký thật ngắn để giữ NAT',
      'Lõi IMS có mức tối thiểu dài',
      'Máy khách không đọc Min-Expires: không bao giờ đăng ký được và không nhận được cuộc gọi',
    ],
    fix: {
      caller: [
        'Gửi lại với Expires không nhỏ hơn Min-Expires; giữ NAT bằng keepalive CRLF hoặc STUN',
      ],
      operator: [
        'Nên cấp luôn giá trị dài hơn trong 200 như đa số máy chủ đăng ký, thay vì từ chối: máy đời cũ xử lý cách đó tốt hơn',
      ],
      callee: [],
    },
    neighbours: [
      { code: 422, difference: '422: nói về bộ định thời phiên trong cuộc gọi.' },
      {
        code: 200,
        difference:
          '200 với Expires khác: máy chủ đăng ký tự chỉnh giá trị, cách này nhẹ nhàng hơn.',
      },
    ],
  },
  424: {
    label: 'thông tin vị trí không hợp lệ',
    note: 'Vị trí không dùng được, xem Geolocation-Error',
    meaning:
      'Thông tin vị trí đi kèm yêu cầu bị thiếu dữ liệu, không tải về được, hoặc không đáp ứng nhu cầu của bên nhận. Trường Geolocation-Error cho biết cụ thể.',
    when: 'Với cuộc gọi có gửi vị trí, trước hết là cuộc gọi khẩn cấp.',
    causes: [
      'Geolocation trỏ tới phần thân đã bị SBC gỡ bỏ',
      'Vị trí gửi dạng tham chiếu, nhưng máy chủ chứa vị trí từ chối hoặc không trả lời',
      'PIDF-LO sai cấu trúc, hoặc chỉ có tọa độ mà thiếu địa chỉ hành chính bắt buộc',
      'Gửi nhiều vị trí trong khi bên nhận chỉ lấy đúng một',
    ],
    fix: {
      caller: [
        'Gửi lại với PIDF-LO hợp lệ; nếu là cuộc gọi khẩn cấp, thà gọi lại không kèm vị trí còn hơn không gọi được',
      ],
      operator: [
        'Xử lý trước tiên: có thể liên quan đến cuộc gọi khẩn cấp',
        'Cho phần thân multipart và trường Geolocation đi qua SBC nguyên vẹn',
      ],
      callee: ['Vẫn nhận cuộc gọi khẩn cấp ngay cả khi vị trí không dùng được'],
    },
    neighbours: [
      { code: 425, difference: '425: dữ liệu cảnh báo của bản tin khẩn cấp, không phải vị trí.' },
      { code: 400, difference: '400: chính yêu cầu bị sai cú pháp.' },
    ],
  },
  425: {
    label: 'bản tin cảnh báo không hợp lệ',
    note: 'Cảnh báo không dùng được, xem AlertMsg-Error',
    meaning:
      'Không xử lý được bản tin mang cảnh báo không kèm cuộc gọi thoại, ví dụ từ cảm biến hoặc thiết bị phát hiện va chạm. Trường AlertMsg-Error cho biết lý do.',
    when: 'Với MESSAGE chứa cảnh báo CAP do thiết bị gửi tới dịch vụ khẩn cấp hoặc trung tâm giám sát.',
    causes: [
      'Tài liệu CAP bị thiếu, sai cấu trúc hoặc thuộc phiên bản không hỗ trợ',
      'Tham chiếu trong Call-Info không khớp phần thân nào',
      'Phần thân bị SBC gỡ bỏ hoặc bị từ chối vì quá lớn',
    ],
    fix: {
      caller: [
        'Sửa nội dung CAP theo AlertMsg-Error rồi gửi lại; nếu vẫn bị từ chối thì gọi thoại',
      ],
      operator: [
        'Xử lý trước tiên: có một cảnh báo chưa tới nơi',
        'Cho phần thân multipart của MESSAGE đi qua SBC nguyên vẹn',
      ],
      callee: [],
    },
    neighbours: [
      { code: 424, difference: '424: vị trí không dùng được; cảnh báo có thể vẫn ổn.' },
      { code: 415, difference: '415: hoàn toàn không biết kiểu nội dung của phần thân.' },
    ],
  },
  428: {
    label: 'phải có trường Identity',
    note: 'Chính sách đòi Identity nhưng không có',
    meaning:
      'Mạng nhận chỉ chấp nhận cuộc gọi có số gọi được ký (STIR), trong khi INVITE này không có trường Identity.',
    when: 'Ở biên của mạng có kiểm tra chữ ký, trước khi tới bên nhận.',
    causes: [
      'Nhà cung cấp phía gọi không ký cuộc gọi',
      'Identity bị mất trên đường: chặng TDM, SBC bỏ trường lạ, giới hạn kích thước bản tin',
      'Tổng đài chuyển tiếp cuộc gọi mà không chép trường Identity',
      'Áp dụng kiểm tra cho lưu lượng vốn không phải ký, chẳng hạn cuộc gọi trong nước của quốc gia khác',
    ],
    fix: {
      caller: ['Đề nghị nhà cung cấp phía gọi ký các cuộc gọi'],
      operator: [
        'So INVITE trước và sau từng nút để tìm chặng làm mất Identity',
        'Chuyển sang TCP hoặc TLS: Identity làm INVITE lớn hơn mức hợp với UDP',
      ],
      callee: ['Nếu quy định cho phép, vẫn cho cuộc gọi chưa ký đi qua và gắn nhãn'],
    },
    neighbours: [
      { code: 436, difference: '436: có Identity nhưng không tải được chứng thư.' },
      { code: 437, difference: '437: tải được chứng thư nhưng không chấp nhận.' },
      { code: 438, difference: '438: có chữ ký nhưng sai.' },
      { code: 401, difference: '401: đòi mật khẩu của máy khách, không phải chữ ký cho số gọi.' },
    ],
  },
  429: {
    label: 'cần danh tính bên giới thiệu',
    note: 'Chuyển cuộc gọi cần Referred-By có chữ ký',
    meaning:
      'Đích của cuộc chuyển cần bằng chứng ai đã yêu cầu cuộc gọi: trường Referred-By kèm token có chữ ký. Hầu như không sản phẩm nào phát hành token này.',
    when: 'Với INVITE phát sinh từ REFER. Hiếm gặp.',
    causes: [
      'Đích chuyển chỉ nhận cuộc gọi do bên giới thiệu đã biết',
      'Token bị thiếu, hết hạn hoặc không dùng được cho cuộc gọi này',
      'FreeSWITCH: dùng 429 ở chỗ chuẩn STIR quy định 436 (không tải được chứng thư)',
    ],
    fix: {
      caller: ['Xin token từ bên chuyển cuộc gọi nếu họ cấp được; nếu không thì gọi trực tiếp'],
      operator: [
        'Thực hiện chuyển cuộc gọi ngay trên tổng đài (chuyển có báo trước, dùng Replaces) thay vì để thiết bị tự gọi',
      ],
      callee: ['Nới yêu cầu này cho việc chuyển cuộc gọi trong nội bộ'],
    },
    neighbours: [
      {
        code: 428,
        difference: '428: số của bên gọi phải được ký; 429: danh tính của bên chuyển cuộc gọi.',
      },
      { code: 403, difference: '403: đích không nhận cuộc gọi, có bằng chứng hay không cũng vậy.' },
    ],
  },
  430: {
    label: 'luồng kết nối bị hỏng',
    note: 'Kết nối tới thiết bị đã chết',
    meaning:
      'Proxy biên báo cho home proxy rằng kết nối mà thiết bị dùng khi đăng ký không còn hoạt động. Một kết nối khác của cùng thiết bị có thể vẫn dùng được, nên home proxy thử kết nối đó.',
    when: 'Chỉ giữa các proxy dùng luồng Outbound; điện thoại không bao giờ được nhận mã này.',
    causes: [
      'Kết nối TCP hoặc TLS của thiết bị đã đóng: đổi từ Wi-Fi sang di động, máy ngủ, NAT hay tường lửa ngắt vì không có lưu lượng',
      'Ánh xạ NAT của luồng UDP hết hạn giữa hai lần keepalive',
      'Proxy biên khởi động lại: mất mọi luồng cho đến khi thiết bị đăng ký lại',
    ],
    fix: {
      caller: [],
      operator: [
        'Gỡ luồng chết, thử luồng khác của thiết bị hoặc gửi thông báo đẩy trước khi trả 480',
        'Bảo đảm 430 không bị chuyển về cho bên gọi',
      ],
      callee: [
        'Gửi keepalive trên mọi luồng và đăng ký lại ngay khi một luồng hỏng',
        'Đăng ký qua hai proxy biên để một bên hỏng vẫn còn bên kia',
      ],
    },
    neighbours: [
      {
        code: 480,
        difference: '480: không còn cách nào tới người dùng; đây mới là mã bên gọi nên thấy.',
      },
      { code: 439, difference: '439: lúc đăng ký; chặng đầu không hỗ trợ Outbound.' },
      { code: 408, difference: '408: không ai trả lời; 430: biết ngay là kết nối đã mất.' },
    ],
  },
  433: {
    label: 'không nhận cuộc gọi ẩn danh',
    note: 'Bên nhận không nhận cuộc gọi giấu số',
    meaning:
      'Bên nhận, hoặc một dịch vụ thay mặt họ, không nhận cuộc gọi từ người giấu danh tính. Vẫn cuộc gọi đó nhưng hiện số thì có thể được nhận.',
    when: 'Ngay lập tức, từ dịch vụ từ chối cuộc gọi ẩn danh trong mạng hoặc trên tổng đài.',
    causes: [
      'Bên gọi bật giấu số (`Privacy: id`, hoặc From là anonymous@anonymous.invalid)',
      'Số bị mất trên đường: trung kế hoặc SBC thay bằng “anonymous”',
      'Tổng đài không gửi P-Asserted-Identity, mạng phía sau giấu số mà nó không kiểm chứng được',
      'SBC chuyển đổi từ Q.850 24 (Oracle)',
    ],
    fix: {
      caller: ['Bật hiển thị số rồi gọi lại'],
      operator: [
        'So From, P-Asserted-Identity và Privacy trước và sau từng trung kế',
        'Miễn từ chối ẩn danh cho cuộc gọi lại của dịch vụ khẩn cấp',
      ],
      callee: ['Tắt tính năng từ chối cuộc gọi ẩn danh nếu muốn nhận'],
    },
    neighbours: [
      { code: 403, difference: '403: bị từ chối vì một chính sách bất kỳ.' },
      { code: 428, difference: '428: có hiện số nhưng chưa được ký.' },
      { code: 607, difference: '607: không muốn nhận bên gọi này, hiện số hay không cũng vậy.' },
    ],
  },
} satisfies Partial<Record<StatusCode, CodeText>>;
