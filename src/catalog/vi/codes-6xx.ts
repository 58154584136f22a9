/** Vietnamese texts: a final no for every device of the user. */
import type { StatusCode } from '../status-codes.ts';
import type { CodeText } from '../types.ts';

export const codes6xx = {
  600: {
    label: 'bận ở mọi nơi',
    note: 'Bận trên mọi thiết bị, ngừng tìm',
    meaning:
      'Người dùng đang bận và không thiết bị nào khác nhận cuộc gọi. Proxy ngừng đổ chuông các nhánh còn lại, nên hộp thư thoại gắn với nhánh bận cũng không được gọi tới.',
    when: '0,2 đến 3 giây sau INVITE, phần lớn từ tổng đài và một vài dòng máy.',
    causes: [
      'Tổng đài biết mọi đường dây của người dùng đều đang bận',
      'Điện thoại hoặc softphone gửi 600 khi bật DND',
      'Một trong nhiều máy gửi 600 làm các máy khác im theo',
      'Nguyên nhân BUSY_EVERYWHERE của FreeSWITCH',
    ],
    fix: {
      caller: ['Gọi lại sau; nếu có Retry-After thì theo đó'],
      operator: [
        'Đổi 600 của từng máy thành 486 để máy khác và hộp thư thoại vẫn nhận được cuộc gọi',
      ],
      callee: ['Cấu hình máy báo bận bằng 486'],
    },
    neighbours: [
      { code: 486, difference: '486: chỉ máy này bận, vẫn thử máy khác.' },
      { code: 603, difference: '603: không muốn nhận, chứ không phải bận.' },
    ],
  },
  603: {
    label: 'từ chối',
    note: 'Bị từ chối, do người hoặc tự động',
    meaning:
      'Cuộc gọi bị từ chối dứt khoát và mọi nhánh khác ngừng đổ chuông. Riêng mã này không chứng minh có người bấm từ chối: quy tắc trên máy, tổng đài không có mã nào hợp hơn, hay hệ thống phân tích chặn cuộc gọi của nhà mạng cũng dùng nó. Thời gian tính từ lúc đổ chuông, User-Agent và Reason giúp phân biệt.',
    when: 'Từ một giây trở lên sau 180 nếu có người bấm từ chối; chưa đến nửa giây, hoặc không hề có 180, nếu là tự động. Có dòng chữ “Network Blocked” là do hệ thống phân tích chặn cuộc gọi (603+).',
    causes: [
      'Có người bấm từ chối: 603 sau 180 từ một giây trở lên, từ điện thoại hoặc ứng dụng',
      'DND, danh sách chặn hoặc sàng lọc cuộc gọi trên thiết bị: trả về ngay, từ điện thoại',
      'Mặc định của tổng đài: Asterisk gửi 603 mỗi khi kết thúc cuộc gọi chưa trả lời mà không có nguyên nhân ánh xạ được',
      'Nguyên nhân CALL_REJECTED của FreeSWITCH, vốn cũng thay cho 401, 402, 403, 407 hoặc 608 từ phía sau',
      'Mạng điện thoại từ chối (Q.850 21): location U là phía người dùng, còn lại là mạng hoặc tổng đài',
      'Hệ thống phân tích của nhà mạng: “603+” có dòng chữ “Network Blocked” và Reason bắt đầu bằng `v=analytics1`',
      'Ngoài nước Mỹ, hoặc không có phần chữ đó: 603 nhanh mà không đổ chuông thì có thể là tự động, nhưng chưa đủ chứng minh',
    ],
    fix: {
      caller: [
        'Do người từ chối: tôn trọng, không tự động gọi lại',
        '603+: gửi yêu cầu gỡ chặn tới url, tel hoặc email trong header Reason, kèm id nêu ở đó',
        'Bị nhiều số khác nhau từ chối nhanh: kiểm tra uy tín và việc đăng ký của số hiển thị, ký xác thực mức A',
      ],
      operator: [
        'Đọc Reason trước khi đọc mã, và chuyển nguyên vẹn: B2BUA hay làm mất Reason và sửa phần chữ',
        'Nguồn là Asterisk hoặc FreeSWITCH: tìm nhánh quy tắc quay số hoặc mã từ phía sau; có thể không có ai bấm từ chối',
        'Đổi 603 của một máy bàn thành 486 nếu các máy khác của người dùng cần đổ chuông tiếp',
      ],
      callee: [
        'Kiểm tra DND, danh sách chặn và chặn cuộc gọi ẩn danh trên máy, ứng dụng và tài khoản tổng đài',
        'Cấu hình tổng đài gửi 480 hoặc 486 kèm nguyên nhân thay cho 603 không kèm lý do',
      ],
    },
    neighbours: [
      {
        code: 486,
        difference:
          '486: máy này bận, nhánh khác vẫn tiếp tục. Một số máy gửi mã này khi bấm từ chối.',
      },
      {
        code: 607,
        difference: '607: bên nhận đánh dấu là cuộc gọi không mong muốn (cuộc gọi rác).',
      },
      {
        code: 608,
        difference: '608: hệ thống phân tích trung gian từ chối; Call-Info cho biết liên hệ ai.',
      },
      {
        code: 403,
        difference: '403: chính sách ở phía gọi hoặc trung kế, trước khi hỏi tới máy nào.',
      },
    ],
  },
  604: {
    label: 'không tồn tại ở bất kỳ đâu',
    note: 'Xác nhận: không nơi nào có người dùng này',
    meaning:
      'Máy chủ có thẩm quyền trên toàn bộ không gian địa chỉ xác nhận người dùng này không tồn tại. Thử nơi khác cũng vô ích.',
    when: 'Trong vòng một giây, từ máy chủ gốc của miền hoặc cơ sở dữ liệu số.',
    causes: [
      'Số chưa cấp hoặc đã thu hồi',
      'Gõ sai phần người dùng',
      'Chuyển miền mà không chuyển người dùng',
      'Máy chủ khẳng định quá mức, lẽ ra phải là 404',
    ],
    fix: {
      caller: ['Kiểm tra lại số hoặc địa chỉ; gỡ khỏi danh sách và chiến dịch gọi'],
      operator: ['Máy chủ chỉ biết một phần đầu số thì trả 404, để còn thử tuyến khác'],
      callee: [],
    },
    neighbours: [
      { code: 404, difference: '404: máy chủ này không biết; 604: không nơi nào có.' },
      { code: 410, difference: '410: từng tồn tại, nay đã bỏ.' },
      { code: 484, difference: '484: thiếu chữ số.' },
    ],
  },
  606: {
    label: 'không chấp nhận được ở mọi nơi',
    note: 'Mọi thiết bị đều từ chối đề nghị media',
    meaning:
      'Đã tới được người dùng và họ sẵn sàng nghe, nhưng không thiết bị nào đáp ứng được phiên mô tả trong SDP. Warning cho biết phần nào không được.',
    when: 'Ngay sau INVITE, từ tổng đài và máy chủ trả lời thay cho mọi thiết bị của người dùng.',
    causes: [
      'Không có codec chung với thiết bị nào',
      'Chỉ một bên yêu cầu mã hóa',
      'Không đáp ứng được băng thông hoặc loại media (video, T.38)',
      'Máy chủ gửi 606 trong khi ý là 488, làm các nhánh khác ngừng theo',
    ],
    fix: {
      caller: [
        'Đọc Warning rồi gọi lại với đề nghị đơn giản hơn: chỉ âm thanh, G.711, mã hóa theo ý bên kia',
      ],
      operator: ['Bật chuyển mã; đổi 606 của một thiết bị thành 488'],
      callee: ['Mở rộng codec và chính sách mã hóa'],
    },
    neighbours: [
      { code: 488, difference: '488: chỉ thiết bị này, vẫn thử thiết bị khác.' },
      { code: 415, difference: '415: không biết kiểu nội dung.' },
    ],
  },
  607: {
    label: 'cuộc gọi không mong muốn',
    note: 'Bên nhận đánh dấu không mong muốn',
    meaning:
      'Bên nhận, hoặc ứng dụng thay mặt họ, đánh dấu cuộc gọi này là không mong muốn, nói thẳng là cuộc gọi rác. Nhà mạng có thể tính điểm xấu cho số gọi, nên các cuộc sau cũng dễ bị từ chối.',
    when: 'Khi người dùng bấm nút báo rác, hoặc khi máy hay ứng dụng chặn thay người dùng. Bất cứ lúc nào trước khi trả lời.',
    causes: [
      'Bên nhận báo cuộc gọi rác',
      'Danh sách chặn hoặc ứng dụng lọc cuộc gọi rác trên máy',
      'Số gọi đã bị nhiều phàn nàn',
      'Nhà mạng vẫn dùng 607 cho hệ thống phân tích của mình',
    ],
    fix: {
      caller: [
        'Ngừng gọi số này',
        'Kiểm tra sự đồng ý của khách, danh sách chiến dịch và uy tín của số gọi',
      ],
      operator: [
        'Đưa 607 vào quy trình xử lý lạm dụng đối với khách hàng gọi đi',
        'Chuyển nguyên mã 607 về phía gọi',
      ],
      callee: ['Gỡ số khỏi danh sách chặn nếu muốn nhận cuộc gọi'],
    },
    neighbours: [
      { code: 603, difference: '603: từ chối cuộc gọi này, không đánh giá bên gọi.' },
      { code: 608, difference: '608: hệ thống trong mạng từ chối, không phải bên nhận.' },
    ],
  },
  608: {
    label: 'bị hệ thống trung gian từ chối',
    note: 'Bị hệ thống phân tích trung gian chặn',
    meaning:
      'Một hệ thống trên đường đi, không phải bên nhận, đánh giá cuộc gọi là không mong muốn và từ chối. Call-Info có `purpose=jwscard` mang thông tin liên hệ đã ký để khiếu nại.',
    when: 'Trong khoảng 3 giây và thường không đổ chuông, từ nhà mạng hoặc dịch vụ bảo vệ cuộc gọi.',
    causes: [
      'Hệ thống phân tích xếp số gọi vào loại rác hoặc lừa đảo',
      'Kiểu gọi bất thường: nhiều cuộc ngắn từ một số',
      'Không có xác thực STIR hoặc mức xác thực thấp',
      'Số bị kẻ khác giả mạo, chủ số chịu điểm xấu',
    ],
    fix: {
      caller: [
        'Dùng thông tin liên hệ trong Call-Info để yêu cầu gỡ chặn',
        'Đăng ký số với các đơn vị phân tích và ký xác thực mức A',
      ],
      operator: [
        'Chuyển nguyên Call-Info về phía gọi',
        'Phát thông báo nếu phía gọi không báo hỗ trợ `+sip.608`',
      ],
      callee: ['Nếu muốn nhận, hãy đề nghị nhà mạng cho phép số này'],
    },
    neighbours: [
      { code: 603, difference: '603 “Network Blocked” (603+) là dạng mà nhà mạng ở Mỹ dùng.' },
      { code: 607, difference: '607: chính bên nhận quyết định.' },
      {
        code: 403,
        difference:
          '403: chính sách không dùng phân tích, ví dụ quy tắc tài khoản hoặc số hiển thị.',
      },
    ],
  },
} satisfies Partial<Record<StatusCode, CodeText>>;
