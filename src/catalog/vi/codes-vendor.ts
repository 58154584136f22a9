/** Vietnamese texts: codes that are met in practice and registered nowhere, or left over from old drafts. */
import type { CodeText } from '../types.ts';
import type { VendorCode } from '../vendor-codes.ts';

export const codesVendor = {
  409: {
    label: 'xung đột (đã bỏ)',
    note: 'Mã cũ: xung đột, coi như 400',
    meaning:
      'Tàn dư của chuẩn SIP đầu tiên (RFC 2543), khi đó nghĩa là đăng ký bị xung đột. Hãy coi như 400.',
    when: 'Từ gateway AudioCodes với Q.850 96 và 98, và từ các máy chủ đăng ký rất cũ.',
    causes: [
      'Phía ISDN thiếu thành phần bắt buộc, hoặc bản tin không hợp trạng thái cuộc gọi (Q.850 96, 98)',
      'Máy chủ đăng ký cũ: hai lần đăng ký cùng một liên hệ mâu thuẫn nhau',
    ],
    fix: {
      caller: [],
      operator: ['Đọc mã Q.850 trong Reason và theo vết phía ISDN của gateway'],
      callee: [],
    },
    neighbours: [{ code: 400, difference: '400 là mã thiết bị ngày nay dùng cho yêu cầu sai.' }],
  },
  411: {
    label: 'cần Content-Length (đã bỏ)',
    note: 'Mã cũ: thiếu Content-Length',
    meaning: 'Tàn dư của RFC 2543: máy chủ cần header Content-Length. Hãy coi như 400.',
    when: 'Gặp trên TCP hoặc TLS, nơi bản tin thiếu Content-Length không xác định được điểm cuối; từ các stack cũ hoặc tự viết.',
    causes: [
      'Máy khách bỏ Content-Length trên giao thức dạng luồng',
      'Thiết bị trung gian xóa header này',
    ],
    fix: {
      caller: ['Luôn gửi Content-Length, kể cả khi bằng 0'],
      operator: ['Kiểm tra thiết bị nào sửa header giữa máy khách và máy chủ'],
      callee: [],
    },
    neighbours: [
      { code: 400, difference: '400 là cách báo thiếu header hiện nay.' },
      { code: 413, difference: '413: có độ dài, nhưng quá lớn.' },
    ],
  },
  473: {
    label: 'đích bị chặn (OpenSIPS)',
    note: 'OpenSIPS: nút kế tiếp trong danh sách chặn',
    meaning:
      'OpenSIPS không gửi yêu cầu đi, vì địa chỉ nút kế tiếp nằm trong một danh sách chặn của nó.',
    when: 'Trả về ngay, từ OpenSIPS. Thường thành chuỗi sau khi cơ chế dự phòng DNS đánh dấu một gateway là hỏng.',
    causes: [
      'Bị đưa tạm vào danh sách chặn của cơ chế dự phòng DNS sau khi gateway hết thời gian chờ hoặc trả 503',
      'Danh sách chặn tĩnh (`dst_blacklist`) chứa địa chỉ đó',
      'Tên miền phân giải ra địa chỉ riêng hoặc bị cấm',
    ],
    fix: {
      caller: [],
      operator: [
        'Liệt kê các danh sách chặn đang có qua giao diện quản lý của OpenSIPS và tìm mục đó',
        'Sửa gateway bị đưa vào danh sách, hoặc rút ngắn thời gian lưu',
      ],
      callee: [],
    },
    neighbours: [
      {
        code: 476,
        difference: '476: không tìm được địa chỉ; 473: có địa chỉ nhưng không được phép.',
      },
      { code: 477, difference: '477: đã thử gửi và không được.' },
    ],
  },
  474: {
    label: 'giao thức không dùng được (OpenSIPS)',
    note: 'OpenSIPS: không dùng được giao thức đích',
    meaning: 'OpenSIPS không có cổng nghe cho giao thức truyền tải mà nút kế tiếp yêu cầu.',
    when: 'Trả về ngay, từ OpenSIPS.',
    causes: [
      'URI có `transport=tls`, `ws` hoặc `sctp` nhưng chưa nạp mô-đun hoặc chưa khai báo socket',
      'NAPTR/SRV trong DNS ưu tiên giao thức mà proxy không có',
      'Viết sai tham số transport trong Contact hoặc tuyến',
    ],
    fix: {
      caller: ['Kiểm tra tham số transport trong Contact của bản tin đăng ký'],
      operator: ['Nạp mô-đun giao thức và thêm socket, hoặc định tuyến qua giao thức khác'],
      callee: [],
    },
    neighbours: [
      { code: 475, difference: '475: cả URI đều sai.' },
      { code: 477, difference: '477: có giao thức, nhưng gửi không được.' },
    ],
  },
  475: {
    label: 'URI sai (OpenSIPS)',
    note: 'OpenSIPS: URI nút kế tiếp không dùng được',
    meaning: 'OpenSIPS không hiểu URI phải định tuyến tới. Cùng lỗi này Kamailio báo 479.',
    when: 'Trả về ngay, từ OpenSIPS, phần lớn sau khi kịch bản sửa Request-URI.',
    causes: [
      'Kịch bản ghép Request-URI từ biến hoặc trường cơ sở dữ liệu đang trống',
      'Phần người dùng có khoảng trắng, `#` hoặc ký tự chưa mã hóa',
      'Dùng Contact sai của một bản đăng ký làm đích',
    ],
    fix: {
      caller: ['Mã hóa ký tự đặc biệt trong URI quay số'],
      operator: [
        'Ghi nhật ký Request-URI ngay trước khi chuyển tiếp và kiểm tra giá trị kịch bản đưa vào',
      ],
      callee: ['Đăng ký lại với Contact đúng'],
    },
    neighbours: [
      { code: 479, difference: '479 là số của Kamailio cho lỗi này.' },
      { code: 476, difference: '476: URI đúng, nhưng không phân giải được tên máy.' },
    ],
  },
  476: {
    label: 'không phân giải được tên (OpenSIPS)',
    note: 'OpenSIPS: DNS không cho địa chỉ đích',
    meaning: 'OpenSIPS không tìm được địa chỉ của nút kế tiếp. Cùng lỗi này Kamailio báo 478.',
    when: 'Từ OpenSIPS: trả về ngay nếu tên không tồn tại, hoặc sau thời gian chờ DNS nếu máy chủ DNS im lặng.',
    causes: [
      'Sai tên miền, hoặc thiếu bản ghi SRV/A',
      'DNS của proxy ngừng hoặc chậm',
      'Contact dùng tên nội bộ, chỉ phân giải được ở phía khách hàng',
      'Chỉ có bản ghi IPv6 trong khi proxy không có IPv6',
    ],
    fix: {
      caller: ['Kiểm tra tên miền trong địa chỉ đã quay'],
      operator: [
        'Thử phân giải NAPTR, SRV và A/AAAA ngay trên máy proxy; thêm máy chủ DNS thứ hai',
      ],
      callee: ['Ghi trong Contact địa chỉ mà bên ngoài phân giải được'],
    },
    neighbours: [
      { code: 478, difference: '478 là số của Kamailio cho lỗi này.' },
      { code: 477, difference: '477: có địa chỉ, nhưng gửi không được.' },
    ],
  },
  477: {
    label: 'gửi không thành công',
    note: 'Kamailio/OpenSIPS: không gửi được tới đích',
    meaning:
      'Proxy biết phải gửi đi đâu nhưng không gửi được: hệ điều hành hoặc kết nối TCP/TLS báo lỗi.',
    when: 'Từ Kamailio (“Unfortunately error on sending to next hop occurred”) hoặc OpenSIPS (“Send failed”). Trả về ngay, hoặc sau thời gian chờ kết nối TCP.',
    causes: [
      'Kết nối TCP hoặc TLS bị từ chối hay hết thời gian chờ: máy đã tắt, NAT đã đóng cổng',
      'Bắt tay TLS thất bại: chứng thư số hoặc phiên bản',
      'Gói UDP quá lớn, hoặc không có tuyến mạng (ICMP unreachable)',
      'Đăng ký qua một kết nối TCP nay đã đóng',
      'Kịch bản ép dùng sai socket cục bộ',
    ],
    fix: {
      caller: [],
      operator: [
        'Tìm TCP RST, bắt tay thất bại hoặc ICMP về phía nút kế tiếp vào thời điểm đó',
        'Xóa các đăng ký có kết nối đã đóng; bật giữ kết nối (keepalive)',
      ],
      callee: ['Giữ kết nối mở (keepalive CRLF hoặc TCP) và đăng ký lại khi đứt'],
    },
    neighbours: [
      { code: 430, difference: '430 là mã chuẩn cho kết nối đăng ký đã hỏng.' },
      { code: 478, difference: '478 và 476: không có địa chỉ.' },
      { code: 408, difference: '408: đã gửi được nhưng không có trả lời.' },
    ],
  },
  478: {
    label: 'không phân giải được tên (Kamailio)',
    note: 'Kamailio: DNS không cho địa chỉ đích',
    meaning: 'Kamailio không tìm được địa chỉ của nút kế tiếp. Cùng lỗi này OpenSIPS báo 476.',
    when: 'Từ Kamailio (“Unresolvable destination”): trả về ngay nếu tên không tồn tại, nếu không thì sau thời gian chờ DNS.',
    causes: [
      'Sai tên miền, hoặc thiếu bản ghi SRV/A',
      'DNS của proxy ngừng hoặc chậm',
      'Contact dùng tên nội bộ, chỉ phân giải được ở phía khách hàng',
      'Kịch bản định tuyến để trống hoặc ghép dở địa chỉ nút kế tiếp',
    ],
    fix: {
      caller: ['Kiểm tra tên miền trong địa chỉ đã quay'],
      operator: [
        'Thử phân giải NAPTR, SRV và A/AAAA ngay trên máy proxy; kiểm tra `$du` và `$rd` trong kịch bản',
      ],
      callee: ['Ghi trong Contact địa chỉ mà bên ngoài phân giải được'],
    },
    neighbours: [
      { code: 476, difference: '476 là số của OpenSIPS cho lỗi này.' },
      { code: 477, difference: '477: có địa chỉ, nhưng gửi không được.' },
      { code: 479, difference: '479: chính URI không dùng được.' },
    ],
  },
  479: {
    label: 'URI sai (Kamailio)',
    note: 'Kamailio: URI nút kế tiếp không dùng được',
    meaning: 'Kamailio không hiểu URI phải định tuyến tới. Cùng lỗi này OpenSIPS báo 475.',
    when: 'Từ Kamailio (“Regretfully, we were not able to process the URI”), phần lớn sau khi kịch bản sửa Request-URI.',
    causes: [
      'Kịch bản ghép Request-URI từ biến hoặc trường cơ sở dữ liệu đang trống',
      'Phần người dùng có khoảng trắng, `#` hoặc ký tự chưa mã hóa',
      'Contact hoặc Route trong yêu cầu bị sai',
      'Gói dò quét mang URI không hợp lệ',
    ],
    fix: {
      caller: ['Mã hóa ký tự đặc biệt trong URI quay số'],
      operator: [
        'Ghi nhật ký Request-URI ngay trước khi chuyển tiếp; dùng mô-đun sanity từ chối URI sai ở biên mạng',
      ],
      callee: ['Đăng ký lại với Contact đúng'],
    },
    neighbours: [
      { code: 475, difference: '475 là số của OpenSIPS cho lỗi này.' },
      { code: 478, difference: '478: URI đúng, nhưng không phân giải được tên máy.' },
      { code: 416, difference: '416: URI đúng, nhưng lược đồ không được hỗ trợ.' },
    ],
  },
  490: {
    label: 'yêu cầu được cập nhật (bản nháp)',
    note: 'Bản nháp đã hết hạn, hầu như không gặp',
    meaning:
      'Mã của một bản nháp đã hết hạn, còn sót lại dưới dạng hằng số trong PJSIP và Sofia-SIP. Không có nghĩa chắc chắn; xử lý như 4xx chung.',
    when: 'Hầu như không gặp trên mạng.',
    causes: ['Phần mềm thử nghiệm hoặc ứng dụng tự viết tình cờ chọn số này'],
    fix: {
      caller: [],
      operator: ['Hỏi chủ hệ thống gửi xem họ dùng mã này với nghĩa gì'],
      callee: [],
    },
    neighbours: [{ code: 491, difference: '491 có trong chuẩn, nghĩa là hai yêu cầu xung đột.' }],
  },
  599: {
    label: 'lỗi nội bộ không ánh xạ được',
    note: 'Mã nội bộ của PJSIP, không có trên mạng',
    meaning:
      'PJSIP báo 599 cho ứng dụng của nó khi lỗi nội bộ không hợp với mã SIP nào. Bên kia không hề gửi mã này.',
    when: 'Trong nhật ký và bản ghi cuộc gọi của phần mềm dùng PJSIP.',
    causes: [
      'Lỗi thiết bị âm thanh, codec hoặc socket của ứng dụng tại chỗ',
      'Máy chủ tự viết tự ý dùng số này',
    ],
    fix: {
      caller: ['Đọc nhật ký tại chỗ ngay trước dòng 599; lỗi thật nằm ở đó'],
      operator: [],
      callee: [],
    },
    neighbours: [{ code: 500, difference: '500 là lỗi do một máy chủ thật sự báo về.' }],
  },
  687: {
    label: 'hội thoại đã kết thúc (bản nháp)',
    note: 'Mã bản nháp: hội thoại sớm kết thúc',
    meaning:
      'Mã của một bản nháp đã hết hạn, nghĩa là “hội thoại sớm này đã xong”; 199 đã thay nó. Còn là hằng số trong PJSIP và Sofia-SIP, và đã thấy hệ thống Avaya gửi. Vì thuộc lớp 6xx, nó có thể làm ngừng các nhánh khác một cách không mong muốn.',
    when: 'Hiếm. Gặp ở cuộc gọi phân nhánh hoặc chuyển hướng trong hệ thống Avaya Communication Manager.',
    causes: [
      'Avaya Communication Manager kết thúc một nhánh sau khi cuộc gọi đi nơi khác',
      'Phần mềm viết theo bản nháp cũ',
    ],
    fix: {
      caller: ['Coi như nhánh này đã kết thúc và tìm nhánh còn tiếp tục'],
      operator: ['Đổi thành 487 trên SBC'],
      callee: [],
    },
    neighbours: [
      { code: 199, difference: '199 là mã chuẩn thay thế, và chỉ là phản hồi tạm thời.' },
      { code: 487, difference: '487: cả INVITE bị hủy.' },
    ],
  },
  900: {
    label: 'lỗi nội bộ (Sofia-SIP)',
    note: 'Nội bộ Sofia-SIP, chỉ có trong nhật ký',
    meaning:
      'Sofia-SIP, stack SIP bên trong FreeSWITCH, đánh số lỗi của chính nó từ 900 trở lên; 900 là mã chung và phần chữ đi kèm mới đáng chú ý. Trên mạng không hề có mã này.',
    when: 'Chỉ trong nhật ký của FreeSWITCH và Sofia-SIP.',
    causes: [
      '“Cannot add credentials”: bị yêu cầu xác thực mà không có tên và mật khẩu phù hợp',
      '“Session is terminating”: yêu cầu giữ máy, chuyển máy hoặc re-INVITE khi cuộc gọi đang gác',
      '“Internal media error”: không tạo được SDP cho cuộc gọi',
      '“No response to ACK”: ứng dụng muốn gửi ACK khi chưa có phản hồi nào để xác nhận',
      'Gọi một thao tác mà đối tượng cuộc gọi đó không thực hiện được',
    ],
    fix: {
      caller: [],
      operator: [
        'Đọc phần chữ, đừng chỉ đọc số, rồi xem các dòng trước đó với `sofia loglevel all 9`',
        'Lỗi thông tin đăng nhập: đặt tên, mật khẩu và realm của gateway',
      ],
      callee: [],
    },
    neighbours: [
      { code: 500, difference: '500 là lỗi do một máy chủ thật sự báo về.' },
      {
        code: 904,
        difference: '904: có thông tin đăng nhập, nhưng không hợp với yêu cầu xác thực nhận được.',
      },
    ],
  },
  901: {
    label: 'stack đang tắt (Sofia-SIP)',
    note: 'Sofia-SIP đang tắt, chỉ có trong nhật ký',
    meaning:
      'Stack SIP của FreeSWITCH đang dừng và không nhận thêm việc. Chỉ là chuyện tại chỗ, trên mạng không thấy gì.',
    when: 'Trong nhật ký FreeSWITCH khi tắt, khi khởi động lại profile hoặc khi gỡ mô-đun.',
    causes: [
      'FreeSWITCH đang được tắt',
      'Khởi động lại profile (`sofia profile … restart`) khi đang có cuộc gọi thiết lập',
    ],
    fix: {
      caller: [],
      operator: ['Chờ hết cuộc gọi rồi mới khởi động lại profile; ngoài ra không cần làm gì'],
      callee: [],
    },
    neighbours: [
      { code: 503, difference: '503 là mã bên gọi nhận được khi máy chủ tắt đúng cách.' },
    ],
  },
  902: {
    label: 'trạng thái nội bộ (Sofia-SIP)',
    note: 'Nội bộ Sofia-SIP, chỉ có trong nhật ký',
    meaning:
      'Một số trong dải mà Sofia-SIP dành riêng cho mình. Không có nghĩa cố định; hãy đọc phần chữ bên cạnh.',
    when: 'Trong nhật ký FreeSWITCH và Sofia-SIP, hiếm gặp.',
    causes: ['Lỗi tại chỗ của stack, được nêu ở phần chữ cạnh số'],
    fix: {
      caller: [],
      operator: ['Đọc các dòng nhật ký trước đó với `sofia loglevel all 9`'],
      callee: [],
    },
    neighbours: [{ code: 900, difference: '900 là số Sofia-SIP dùng cho phần lớn lỗi tại chỗ.' }],
  },
  903: {
    label: 'trạng thái nội bộ (Sofia-SIP)',
    note: 'Nội bộ Sofia-SIP, chỉ có trong nhật ký',
    meaning:
      'Một số trong dải mà Sofia-SIP dành riêng cho mình. Không có nghĩa cố định; hãy đọc phần chữ bên cạnh.',
    when: 'Trong nhật ký FreeSWITCH và Sofia-SIP, hiếm gặp.',
    causes: ['Lỗi tại chỗ của stack, được nêu ở phần chữ cạnh số'],
    fix: {
      caller: [],
      operator: ['Đọc các dòng nhật ký trước đó với `sofia loglevel all 9`'],
      callee: [],
    },
    neighbours: [{ code: 900, difference: '900 là số Sofia-SIP dùng cho phần lớn lỗi tại chỗ.' }],
  },
  904: {
    label: 'không có yêu cầu xác thực phù hợp (Sofia-SIP)',
    note: 'Sofia-SIP: không hợp yêu cầu xác thực nào',
    meaning:
      'Sofia-SIP có thông tin đăng nhập, nhưng không dùng được cho yêu cầu xác thực nào nhận về. Chỉ là chuyện tại chỗ; trên mạng thấy 401 hoặc 407 trước đó.',
    when: 'Trong nhật ký FreeSWITCH sau 401 hoặc 407, ở gateway và cuộc gọi ra.',
    causes: [
      'Realm trong yêu cầu xác thực khác với cấu hình',
      'Bên kia chỉ đưa thuật toán mà stack không hỗ trợ',
      'Header yêu cầu xác thực trong 401/407 bị thiếu hoặc sai',
    ],
    fix: {
      caller: ['So realm và thuật toán trong yêu cầu xác thực với cấu hình gateway'],
      operator: ['Xem 401/407 trên mạng: bản tin phải mang yêu cầu xác thực đúng cú pháp'],
      callee: [],
    },
    neighbours: [
      { code: 900, difference: '900 “Cannot add credentials”: không có gì để trả lời.' },
      { code: 401, difference: '401 và 407 là chính yêu cầu xác thực thấy trên mạng.' },
    ],
  },
} satisfies Record<VendorCode, CodeText>;
