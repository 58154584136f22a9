import type { SetupArgs } from '../../../model/rule-args.ts';
import type { SetupTexts } from '../../rule-families.ts';

const SLICES: Readonly<Record<SetupArgs['pdd-slow']['biggest'], { what: string; fix: string }>> = {
  auth: {
    what: 'vòng xác thực',
    fix: 'Tăng tốc xác thực: truy vấn thông tin đăng nhập, xử lý nonce, hoặc tin cậy theo địa chỉ trên trung kế này.',
  },
  redirect: {
    what: 'việc đi theo các chuyển hướng',
    fix: 'Rút ngắn đường chuyển hướng: ít bước 3xx hơn, hoặc đặt dữ liệu định tuyến gần proxy hơn.',
  },
  routing: {
    what: 'định tuyến trên đường tới bên nhận',
    fix: 'Tìm chặng chậm trên sơ đồ luồng bản tin: đích đã chết được thử trước, truy vấn DNS, ENUM hoặc cơ sở dữ liệu, đánh thức ứng dụng di động bằng push.',
  },
};

const ENDED: Readonly<Record<SetupArgs['ringing-no-answer']['endedBy'], string>> = {
  caller: 'Bên gọi đã gác máy.',
  callee: 'Phía được gọi đã kết thúc.',
  network: 'Mạng đã kết thúc cuộc gọi.',
  timer: 'Bộ định thời đổ chuông đã kết thúc cuộc gọi.',
};

export const setupRules: SetupTexts = {
  'invite-no-response': {
    summary: 'INVITE được gửi lại nhiều lần mà không thấy phản hồi.',
    title: (a, f) =>
      `Đã gửi ${f.integer(a.copies)} bản tin INVITE tới ${a.target} nhưng không thấy phản hồi nào.`,
    explanation: (a, f) =>
      a.copies === 1
        ? `${a.sender} chỉ gửi một lần, và sau ${f.duration(a.elapsedUs)} vẫn không thấy cả 100 Trying. Yêu cầu hoặc phản hồi bị mất trên đường, yêu cầu bị bỏ qua, hoặc phản hồi không được bắt.`
        : `${a.sender} đã thử trong ${f.duration(a.elapsedUs)}. Ngay cả 100 Trying cũng không thấy trở về: yêu cầu bị mất trên đường, bị bỏ qua, hoặc phản hồi đi đường khác.`,
    fix: (a) => [
      `Kiểm tra ${a.target} có hoạt động và lắng nghe đúng cổng, đúng giao thức không; gửi OPTIONS từ ${a.sender}.`,
      'Kiểm tra tường lửa, ACL và danh sách chặn (fail2ban, pike) trên đường đi.',
      'Nếu INVITE lớn hơn khoảng 1300 byte thì các mảnh có thể bị loại bỏ: dùng TCP hoặc rút gọn bản tin.',
    ],
  },
  'late-trying': {
    summary: 'Phản hồi đầu tiên cho INVITE đến muộn.',
    title: (a, f) => `${a.node} mất ${f.duration(a.delayUs)} để có phản hồi đầu tiên cho INVITE.`,
    explanation: (a, f) => {
      const copies =
        a.copies > 1
          ? ` Trong lúc đó INVITE đã được gửi ${f.integer(a.copies)} lần; các bản gửi lại không gây hại nhưng là tải thừa.`
          : '';
      return `Một nút nên xác nhận đã nhận INVITE trong vòng 200 ms; sau 500 ms bên gửi bắt đầu gửi lại.${copies}`;
    },
    fix: (a) => [
      `Cho ${a.node} gửi 100 Trying trước khi truy vấn.`,
      'Kiểm tra tải của nút này và độ trễ của cơ sở dữ liệu, DNS mà nó truy vấn.',
    ],
  },
  'pdd-slow': {
    summary: 'Bên gọi chờ lâu trước khi nghe thấy tín hiệu (độ trễ sau quay số).',
    title: (a, f) => `Bên gọi phải chờ ${f.duration(a.pddUs)} mới có tín hiệu đầu tiên.`,
    explanation: (a, f) =>
      `Phần lớn, ${f.duration(a.biggestUs)}, là do ${SLICES[a.biggest].what}. Sau khoảng 6 giây im lặng, người gọi bắt đầu gác máy.`,
    fix: (a) => [SLICES[a.biggest].fix],
  },
  'ringing-no-answer': {
    summary: 'Bên nhận có đổ chuông nhưng không ai nhấc máy.',
    title: (a, f) =>
      a.heard === 'ringing'
        ? `Đổ chuông ${f.duration(a.ringUs)} và không ai nhấc máy.`
        : a.reported
          ? 'Mạng báo không ai trả lời (Q.850 cause 19).'
          : `Không ai nhấc máy sau ${f.duration(a.ringUs)} media sớm; không thấy 180.`,
    explanation: (a, f) =>
      a.heard === 'ringing'
        ? `Cuộc gọi đã tới thiết bị và thiết bị đã đổ chuông. ${ENDED[a.endedBy]}`
        : a.reported
          ? `Không thấy 180, chỉ có media sớm (183) trong ${f.duration(a.ringUs)}; trường Reason cho biết máy bên nhận đã được báo chuông. ${ENDED[a.endedBy]}`
          : `Media sớm (183) có thể là hồi âm chuông hoặc thông báo: SIP không cho biết. ${ENDED[a.endedBy]}`,
    fix: () => [
      'Đường đi không có lỗi. Nếu xảy ra thường xuyên: dùng hộp thư thoại hoặc chuyển tiếp khi không nhấc máy.',
      'Nếu người dùng nói máy không reo: kiểm tra việc đánh thức ứng dụng (push) và nhóm đổ chuông.',
    ],
  },
  'ringing-forever': {
    summary: 'Cuộc gọi đổ chuông mãi, không có gì kết thúc nó.',
    title: (a, f) => `Đổ chuông ${f.duration(a.elapsedUs)} mà không có gì kết thúc.`,
    explanation: (a) =>
      `${a.node} báo đang đổ chuông, từ đó không thấy phản hồi cuối cùng hay phản hồi tạm thời mới. Cần có phần tử giới hạn thời gian đổ chuông; proxy làm việc này bằng Timer C sau ba phút.`,
    fix: (a) => [
      `Đặt giới hạn đổ chuông ở ${a.node} hoặc ở proxy phía trước.`,
      'Kiểm tra cổng analog bị treo và hàng chờ không có giới hạn.',
      'Hàng chờ cố ý giữ cuộc gọi nên gửi 182 hoặc 183 ít nhất mỗi phút một lần.',
    ],
  },
  'no-final-response': {
    summary: 'Cuộc gọi có tiến triển nhưng không thấy phản hồi cuối cùng.',
    title: (a, f) =>
      `Không thấy phản hồi cuối cùng sau ${f.duration(a.elapsedUs)} kể từ INVITE; phản hồi sau cùng là ${a.code} ${a.phrase}.`,
    explanation: (a) =>
      `${a.node} báo có tiến triển, sau đó không thấy gì thêm. Quá ba phút thì một bộ định thời lẽ ra phải kết thúc cuộc gọi; trước mốc đó, có thể chỉ vì bản bắt gói dừng quá sớm.`,
    fix: (a) => [
      'Bắt gói lâu hơn, hoặc đọc thêm tệp kế tiếp của chuỗi bắt gói.',
      `Nếu bản bắt gói đầy đủ: tìm hiểu tại ${a.node} vì sao không có bộ định thời nào kết thúc cuộc gọi.`,
    ],
  },
};
