import type { SetupArgs } from '../../../model/rule-args.ts';
import type { TryingTexts } from '../../rule-families.ts';

const HOP =
  '100 Trying chỉ có giá trị trong một chặng: nó chứng tỏ nút này đã nhận INVITE và không nói gì về phía sau nút đó.';

const CLOCKS: Readonly<Record<SetupArgs['trying-then-408']['clock'], string>> = {
  'transaction-timeout':
    'Khoảng thời gian này khớp với 30 đến 32 giây mà một nút chờ khi nút kế tiếp không trả về gì (Timer B), vậy phần tử im lặng nằm xa hơn một chặng.',
  'provisional-then-stall':
    'Khoảng thời gian này khớp với hai phút mà Kamailio và OpenSIPS cho phép sau một phản hồi tạm thời: nút kế tiếp lúc đầu có phản hồi, sau đó đứng yên.',
  'timer-c':
    'Khoảng thời gian này khớp với Timer C: từ ba phút trở lên mà proxy dành cho một nhánh sau phản hồi tạm thời.',
  'short-failover':
    'Khoảng thời gian này khớp với một bộ định thời chuyển tuyến đã được rút ngắn có chủ ý.',
  none: 'Khoảng thời gian này không khớp với bộ định thời thông dụng nào.',
};

export const tryingRules: TryingTexts = {
  'trying-capture-ended': {
    summary: 'Cuộc gọi vẫn ở 100 Trying khi bản bắt gói kết thúc.',
    title: (a, f) =>
      `Vẫn đang chờ ở 100 Trying sau ${f.duration(a.elapsedUs)}, khi bản bắt gói kết thúc.`,
    explanation: (a) =>
      `${a.node} đã nhận INVITE; không thấy đổ chuông hay phản hồi cuối cùng trước khi bản bắt gói kết thúc. ${HOP} Kết quả chưa rõ, nhưng độ trễ thì đã rõ.`,
    fix: (a) => [
      `Tìm hiểu ${a.node} đang chờ gì: nút kế tiếp, hay một truy vấn DNS, ENUM, cơ sở dữ liệu hoặc định tuyến.`,
      'Đọc thêm tệp kế tiếp của chuỗi bắt gói, hoặc bắt gói lâu hơn, để thấy cuộc gọi kết thúc ra sao.',
    ],
  },
  'trying-then-408': {
    summary: 'Cuộc gọi chỉ nhận 100 Trying trong thời gian dài rồi thất bại.',
    title: (a, f) =>
      `Kẹt ở 100 Trying trong ${f.duration(a.elapsedUs)}, sau đó ${a.code} ${a.phrase}: không thấy đổ chuông.`,
    explanation: (a) => {
      const producer = a.producer === '' ? '' : ` Phản hồi lỗi ghi tên nơi gửi là "${a.producer}".`;
      return `${HOP} ${CLOCKS[a.clock]}${producer}`;
    },
    fix: (a) => [
      `Tìm ở chặng ngay sau ${a.node}: bắt gói ở phía ra của nút này và tìm nhánh không có phản hồi.`,
      'Kiểm tra nút kế tiếp bằng OPTIONS: có hoạt động không, địa chỉ có đúng không, tường lửa có chặn không?',
      'Rút ngắn bộ định thời theo từng tuyến và thêm đích dự phòng để bên gọi không phải chờ lâu như vậy.',
    ],
  },
  'trying-then-cancel': {
    summary: 'Cuộc gọi bị hủy khi mới chỉ có 100 Trying.',
    title: (a, f) =>
      `Bị hủy sau ${f.duration(a.elapsedUs)} mà không đổ chuông: chỉ thấy 100 Trying.`,
    explanation: (a, f) => {
      const timer =
        a.timerSeconds === null
          ? `${a.canceller} đã bỏ cuộc; bên gọi không nghe thấy gì thường sẽ gác máy.`
          : `CANCEL đến từ ${a.canceller} đúng ở mốc tròn ${f.integer(a.timerSeconds)} giây, giống bộ định thời của máy chủ hơn là một người.`;
      return `${timer} ${HOP}`;
    },
    fix: (a, f) => [
      `Tìm hiểu vì sao ${a.node} không đi tiếp được: do nút kế tiếp, hay do một truy vấn trước đó.`,
      ...(a.timerSeconds === null
        ? []
        : [
            `Nếu phía sau chỉ cần thêm thời gian, tăng bộ định thời ${f.integer(a.timerSeconds)} giây ở ${a.canceller}.`,
          ]),
    ],
  },
  'trying-downstream-silent': {
    summary: 'Một nút trả 100 Trying rồi chuyển tiếp cuộc gọi tới nơi không phản hồi.',
    title: (a) =>
      `${a.node} đã chuyển tiếp cuộc gọi tới ${a.silent}, không thấy phản hồi nào từ đó.`,
    explanation: (a, f) =>
      `Có ${f.integer(a.copies)} bản tin INVITE đi từ ${a.node} tới ${a.silent} trong ${f.duration(a.elapsedUs)}, và trên chặng này không thấy phản hồi nào. Bên gọi không biết điều đó: 100 Trying của ${a.node} đã làm bên gọi ngừng gửi lại và che mất sự im lặng ở phía sau.`,
    fix: (a) => [
      `Kiểm tra ${a.silent}: dịch vụ có chạy không, địa chỉ, cổng và giao thức truyền tải có đúng không?`,
      `Kiểm tra tường lửa và ACL giữa ${a.node} và ${a.silent}; thử OPTIONS trên cùng đường đi.`,
      `Cấu hình cho ${a.node} một đích dự phòng và bộ định thời ngắn hơn cho tuyến này.`,
    ],
  },
  'trying-downstream-answered-not-relayed': {
    summary: 'Nút kế tiếp có trả lời nhưng không thấy phản hồi được chuyển về.',
    title: (a) =>
      `${a.peer} đã trả lời ${a.code} ${a.phrase}, nhưng không thấy ${a.node} chuyển về phía bên gọi.`,
    explanation: (a, f) =>
      `Phản hồi đã tới ${a.node}; trong ${f.duration(a.waitedUs)} không thấy phản hồi tương ứng đi về phía bên gọi, bên gọi vẫn ở 100 Trying. Nút ở giữa đã làm mất hoặc giữ lại phản hồi: Via không khớp, reply route loại bỏ, khởi động lại nên quên giao dịch, hoặc B2BUA đang chờ media hay PRACK.`,
    fix: (a) => [
      `Đọc nhật ký của ${a.node} tại thời điểm của phản hồi đó.`,
      'So sánh Via trên cùng của phản hồi với địa chỉ của nút (received, rport, NAT).',
      'Kiểm tra reply route, và với B2BUA thì xem nó đang chờ gì (PRACK, media, bộ chuyển mã).',
    ],
  },
  'trying-not-forwarded': {
    summary: 'Một nút trả 100 Trying và không thấy nó chuyển tiếp cuộc gọi.',
    title: (a) => `${a.node} nhận cuộc gọi bằng 100 Trying và không thấy nó chuyển tiếp.`,
    explanation: (a, f) =>
      `Trong bản bắt gói này có ${f.integer(a.otherCalls)} cuộc gọi khác đi ra từ ${a.node}, nên phía ra của nút này nhìn thấy được. Với cuộc gọi này, trong ${f.duration(a.elapsedUs)} không thấy gì tiếp theo: xử lý định tuyến bị treo hoặc âm thầm bỏ cuộc, hoặc cuộc gọi đi qua một giao diện không được bắt gói.`,
    fix: (a) => [
      `Đọc nhật ký của ${a.node} theo Call-ID này: truy vấn DNS, ENUM, cơ sở dữ liệu, HTTP hoặc LCR bị treo.`,
      'Giới hạn mỗi truy vấn trong một đến hai giây và trả 503 khi truy vấn thất bại.',
      'Bảo đảm mọi giao diện đi ra đều được bắt gói.',
    ],
  },
};
