/** Vietnamese texts: redirection. The caller is asked to try another address itself. */
import type { StatusCode } from '../status-codes.ts';
import type { CodeText } from '../types.ts';

export const codes3xx = {
  300: {
    label: 'nhiều lựa chọn',
    note: 'Có nhiều địa chỉ, bên gọi tự chọn',
    meaning:
      'Có thể gặp bên nhận ở nhiều địa chỉ; bên gọi hoặc một proxy trên đường đi sẽ chọn. Các trường Contact liệt kê địa chỉ, giá trị q cao được ưu tiên trước.',
    when: 'Từ máy chủ chuyển hướng, ENUM và hệ thống chọn tuyến giá rẻ (LCR) trả về danh sách tuyến.',
    causes: [
      'Máy chủ LCR hoặc chuyển mạng giữ số trả danh sách nhà mạng theo thứ tự ưu tiên',
      'Người dùng có nhiều địa chỉ trên máy chủ chuyển hướng thay vì phân nhánh',
      'Tổng đài bên gọi chỉ dùng Contact đầu tiên, hoặc chỉ dùng phần user (mặc định `redirect_method=user` của Asterisk)',
    ],
    fix: {
      caller: ['Thử các Contact theo thứ tự q cho đến khi được'],
      operator: [
        'Xác nhận có INVITE mới đi tới một trong các Contact, và giới hạn những máy được phép làm đích',
        'Xử lý danh sách ngay trên proxy của mình nếu thiết bị khách không làm được',
      ],
      callee: [],
    },
    neighbours: [
      { code: 302, difference: '302: một địa chỉ tạm thời, không có lựa chọn.' },
      {
        code: 485,
        difference: '485: tên đã gọi khớp với nhiều người dùng, phải nói rõ muốn gặp ai.',
      },
    ],
  },
  301: {
    label: 'đã chuyển vĩnh viễn',
    note: 'Đã đổi hẳn sang địa chỉ mới, xem Contact',
    meaning:
      'Địa chỉ vừa gọi không còn dùng, Contact ghi địa chỉ mới. Bên gọi nên gọi tới đó và có thể lưu lại cho lần sau.',
    when: 'Từ máy chủ chuyển hướng, sau khi một số hoặc tên miền được dời đi.',
    causes: [
      'Số hoặc người dùng chuyển sang tên miền hay máy chủ khác',
      'Máy chủ đăng ký hoặc nền tảng trung kế chỉ máy khách sang nút khác: kiểm tra máy khách có lưu lại không',
      'Contact chứa địa chỉ IP riêng hoặc không truy cập được, nên lần gọi thứ hai thất bại',
      'Hai mục trỏ lẫn nhau: vòng lặp chuyển hướng',
    ],
    fix: {
      caller: ['Gọi tới địa chỉ trong Contact và cập nhật danh bạ hoặc cấu hình trung kế'],
      operator: [
        'Kiểm tra có INVITE mới tới địa chỉ trong Contact và được trả lời',
        'Chỉ cho chuyển hướng đến những máy đã biết: để ngỏ là tạo cửa cho gian lận cước',
      ],
      callee: ['Công bố địa chỉ mới và đưa vào Contact một máy truy cập được'],
    },
    neighbours: [
      { code: 302, difference: '302: chỉ cho lần này, không lưu địa chỉ mới.' },
      { code: 410, difference: '410: không còn nữa và không biết địa chỉ mới.' },
      { code: 181, difference: '181: máy chủ tự chuyển tiếp, bên gọi không phải làm gì.' },
    ],
  },
  302: {
    label: 'đã chuyển tạm thời',
    note: 'Lần này hãy gọi tới địa chỉ trong Contact',
    meaning:
      'Hiện bên nhận ở địa chỉ ghi trong Contact; bên gọi hoặc một proxy trên đường đi phải gửi INVITE tới đó. Không có Expires thì chỉ áp dụng cho cuộc gọi này.',
    when: 'Từ điện thoại có đặt chuyển tiếp ngay trên máy, và từ hệ thống định tuyến trả lời mọi INVITE bằng tuyến cần đi.',
    causes: [
      'Chuyển tiếp đặt trên máy (Cisco, Yealink, Snom và đa số hãng khác dùng 302)',
      'Hệ thống định tuyến, bộ cân bằng tải hoặc tra cứu chuyển mạng giữ số dựng theo kiểu máy chủ chuyển hướng',
      'Asterisk chuyển đổi từ hangup cause 23',
      'Bên gọi không đi theo: nhiều nhà mạng và Twilio từ chối chuyển hướng, nhiều trung kế bỏ qua',
      'Contact là địa chỉ IP riêng, không phân giải được, hoặc trỏ về chính máy đã chuyển hướng (vòng lặp)',
    ],
    fix: {
      caller: ['Gọi tới Contact, hoặc để proxy của mình làm việc đó'],
      operator: [
        'Kiểm tra có INVITE mới tới địa chỉ trong Contact; nếu không, xử lý chuyển hướng trên proxy hoặc chuyển tiếp ngay trên máy chủ',
        'Chỉ cho chuyển hướng đến đích đã biết và tính cước cho người đặt chuyển tiếp',
      ],
      callee: [
        'Đặt chuyển tiếp trên tổng đài thay vì trên máy khi mạng của bên gọi không nhận 302',
      ],
    },
    neighbours: [
      { code: 301, difference: '301: đã dời hẳn.' },
      { code: 181, difference: '181: máy chủ chuyển tiếp; 302 để bên gọi tự làm.' },
      { code: 300, difference: '300: có nhiều địa chỉ để chọn.' },
      { code: 305, difference: '305: vẫn bên nhận đó, nhưng phải đi qua proxy được nêu.' },
    ],
  },
  305: {
    label: 'phải đi qua proxy',
    note: 'Chỉ gọi được qua proxy ghi trong Contact',
    meaning:
      'Bên nhận chỉ nhận yêu cầu này khi đi qua proxy ghi trong Contact. Hầu như không hệ thống nào dùng, nên 305 bất ngờ là điều đáng nghi.',
    when: 'Gần như không bao giờ gặp. Chỉ chính thiết bị của bên nhận mới được gửi mã này.',
    causes: [
      'Hệ thống riêng hoặc hệ thống thử nghiệm bắt buộc dùng một proxy nhất định',
      'Có kẻ trên đường truyền muốn kéo cuộc gọi qua máy của mình: nghe lén hoặc gian lận cước',
    ],
    fix: {
      caller: ['Không tự động đi theo tới proxy lạ'],
      operator: ['Tìm xem ai gửi, và chặn ở biên nếu không khách hàng nào cần'],
      callee: ['Dùng bản ghi DNS SRV hoặc cấu hình outbound proxy để thay thế'],
    },
    neighbours: [
      { code: 302, difference: '302: nêu địa chỉ khác của bên nhận, không phải proxy cần đi qua.' },
      { code: 407, difference: '407: proxy sẵn có trên đường đi đòi thông tin đăng nhập.' },
    ],
  },
  380: {
    label: 'dịch vụ thay thế',
    note: 'Không gọi được cách này, xem phần thân',
    meaning:
      'Không thể thiết lập cuộc gọi theo cách này nhưng có dịch vụ khác làm được, phần thân bản tin mô tả dịch vụ đó. Trong thực tế, đây là cách IMS báo cho máy di động rằng đây là cuộc gọi khẩn cấp.',
    when: 'Từ P-CSCF khi máy quay số khẩn cấp như một cuộc gọi thường; phần thân là `application/3gpp-ims+xml`.',
    causes: [
      'Máy không nhận ra số khẩn cấp, ví dụ khi đang chuyển vùng',
      'IMS tại đây không phục vụ được cuộc gọi khẩn cấp và chuyển máy sang mạng chuyển mạch kênh',
      'SBC hoặc tổng đài trên trung kế IMS không đọc được phần thân: cuộc gọi thất bại dù là cuộc gọi khẩn cấp',
    ],
    fix: {
      caller: [
        'Gọi lại theo thủ tục đăng ký và gọi khẩn cấp, hoặc qua mạng chuyển mạch kênh, như phần thân chỉ dẫn',
      ],
      operator: [
        'Xử lý trước tiên: có liên quan đến cuộc gọi khẩn cấp',
        'Khai báo số khẩn cấp tại địa phương trên máy và tổng đài để khỏi phải đi vòng',
      ],
      callee: [],
    },
    neighbours: [
      { code: 302, difference: '302: đưa ra URI khác; 380 mô tả loại dịch vụ khác.' },
      { code: 503, difference: '503: máy chủ này không phục vụ được và không nêu cách thay thế.' },
    ],
  },
} satisfies Partial<Record<StatusCode, CodeText>>;
