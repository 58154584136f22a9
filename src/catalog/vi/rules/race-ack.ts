import type { AckFault } from '../../../model/race-args.ts';
import { saysClock } from '../clocks.ts';
import type { AckTexts } from '../../rule-families.ts';

type Misrouted = { node: string; sentTo: string; found: string; expected: string };

const FAULTS: Readonly<Record<AckFault, { why(a: Misrouted): string; fix(a: Misrouted): string }>> =
  {
    'request-uri': {
      why: (a) =>
        `Request-URI của nó là ${a.found}, trong khi Contact của phản hồi 2xx là ${a.expected}.`,
      fix: (a) =>
        `Sửa phía bên gọi để dùng Contact của 2xx (${a.expected}) làm Request-URI của ACK.`,
    },
    route: {
      why: (a) =>
        `Route của nó ${a.found === '' ? 'để trống' : `là ${a.found}`}, trong khi Record-Route của 2xx đòi hỏi ${a.expected === '' ? 'không có Route nào' : a.expected}.`,
      fix: () =>
        'Sửa tập Route: thiết bị hoặc SBC phía bên gọi bỏ hay ghi lại Record-Route, hoặc một proxy thiếu ;lr.',
    },
    contact: {
      why: (a) =>
        `Nó đi theo Contact ${a.found}, trong khi bên được gọi phát tín hiệu từ ${a.expected}: từ đây Contact đó không dẫn tới nơi.`,
      fix: (a) =>
        `Cho ${a.node} đặt địa chỉ tới được vào Contact (địa chỉ ngoài, cấu hình NAT), hoặc cho proxy phía trước chèn Record-Route.`,
    },
    destination: {
      why: (a) => `Nó đi tới ${a.found}, vốn không phải Contact cũng không phải nút trên đường đi.`,
      fix: () =>
        'Xem điều gì quyết định chặng kế tiếp ở phía bên gọi: outbound proxy, DNS của Contact hoặc Route, ALG.',
    },
    'not-forwarded': {
      why: (a) => `${a.sentTo} đã nhận và không thấy chuyển tiếp.`,
      fix: (a) =>
        `Kiểm tra loose routing ở ${a.sentTo}: ACK cho 2xx phải được định tuyến không trạng thái theo Route hoặc Request-URI.`,
    },
    unheeded: {
      why: () =>
        'Không có gì trong nó trái với phản hồi 2xx, nên nó bị mất ở chặng sau, hoặc bên được gọi không nhận ra nó.',
      fix: (a) =>
        `Bắt gói gần ${a.node} hơn để xem ACK có tới không; so tag, CSeq và branch của Via với log của nút đó.`,
    },
  };

export const ackRules: AckTexts = {
  'ack-missing-2xx': {
    summary: 'Bên được gọi gửi lại 2xx nhiều lần mà không thấy ACK.',
    title: (a, f) => {
      const missing =
        a.reached === a.peer
          ? `Không thấy ACK cho phản hồi 2xx của ${a.node}`
          : `Không thấy ACK từ ${a.reached} cho phản hồi 2xx của ${a.node}`;
      return a.gaveUp
        ? `${missing}; nút này đã bỏ cuộc và kết thúc cuộc gọi.`
        : `${missing}, dù đã gửi ${f.integer(a.copies)} lần.`;
    },
    explanation: (a, f) => {
      const held =
        a.heldBy === '' ? '' : ` ${a.heldBy} đã nhận 2xx mà không thấy chuyển tiếp về bên gọi.`;
      const contact = a.privateContact
        ? ` Contact ${a.contact} là địa chỉ riêng: ACK từ bên ngoài không thể tới đó.`
        : '';
      const seen = `${f.integer(a.copies)} bản đã đi tới ${a.peer} trong ${f.duration(a.elapsedUs)}`;
      const on =
        a.reached === a.peer
          ? ''
          : ` Nó được chuyển tiếp tới ${a.reached}: chỗ đứt nằm ở đó hoặc phía sau.`;
      return `Bên được gọi gửi lại câu trả lời cho đến khi nhận ACK, kể cả trên TCP. ${seen}.${on}${held}${contact} Hoặc 2xx không tới được bên gọi, hoặc ACK không về tới nơi.${saysClock(a.clock, f)}`;
    },
    fix: (a) => [
      ...(a.heldBy === ''
        ? []
        : [`Tìm hiểu vì sao ${a.heldBy} giữ lại 2xx: đường trả lời, Via, log của nút đó.`]),
      ...(a.privateContact ? [`Cho ${a.node} đặt địa chỉ ngoài vào Contact và Record-Route.`] : []),
      a.reached === a.peer
        ? 'Bắt gói ở phía bên gọi: 2xx có tới đó không, và ACK đi đâu?'
        : `Bắt gói tại ${a.reached}: 2xx có tới đó không, và ACK đi đâu?`,
      'Tắt SIP ALG, kiểm tra trạng thái tường lửa và các địa chỉ Via, Contact trên đường đi.',
    ],
  },
  'ack-misrouted': {
    summary: 'Có thấy ACK, nhưng bên được gọi vẫn gửi lại 2xx.',
    title: (a, f) =>
      `ACK đi tới ${a.sentTo}, còn ${a.node} gửi lại 2xx thêm ${f.integer(a.copies)} lần.`,
    explanation: (a, f) => {
      const end = a.gaveUp ? ` Sau đó ${a.node} bỏ cuộc và kết thúc cuộc gọi.` : '';
      return `Sau ACK, các bản gửi lại còn tiếp diễn ${f.duration(a.elapsedUs)}, nghĩa là ACK không tới nơi. ${FAULTS[a.how].why(a)}${end}`;
    },
    fix: (a) => [FAULTS[a.how].fix(a)],
  },
  'ack-missing-non2xx': {
    summary: 'Phản hồi từ chối INVITE bị gửi lại mà không thấy ACK.',
    title: (a, f) =>
      `${a.node} đã gửi ${a.code} ${a.phrase} ${f.integer(a.copies)} lần mà không thấy ACK.`,
    explanation: (a, f) =>
      `Mỗi chặng phải xác nhận ngay một phản hồi từ chối. Trong ${f.duration(a.elapsedUs)} không thấy ${a.peer} làm việc đó: nó đã biến mất, hoặc phản hồi không tới được nó.`,
    fix: (a) => [
      `Kiểm tra ${a.peer} còn chạy và nhận được phản hồi không: rport và received trong Via, tường lửa, ánh xạ NAT.`,
      'Nếu đó là một bên lạ không bao giờ xác nhận: chặn lại, vì đó là dò quét.',
    ],
  },
  'ack-late': {
    summary: 'ACK đến muộn tới mức 2xx phải gửi lại.',
    title: (a, f) => `${a.sender} gửi ACK ${f.duration(a.delayUs)} sau phản hồi 2xx.`,
    explanation: (a, f) =>
      `Trước đó đã thấy 2xx ${f.integer(a.copies)} lần. ACK phải được gửi ngay; khi chưa có ACK, nhiều thiết bị chưa mở kênh thoại nên mất những từ đầu.`,
    fix: (a) => [
      `Xem tải của ${a.sender} và tình trạng mất gói trên đường đi của 2xx.`,
      'Nếu offer được gửi trễ, bên gọi có thể đang chờ media của chính mình: xem nó làm gì trước khi gửi ACK.',
    ],
  },
  'ack-cseq-or-branch-wrong': {
    summary: 'ACK có số CSeq hoặc branch mà phía kia không khớp được.',
    title: (a) =>
      a.how === 'cseq'
        ? `ACK của ${a.sender} có CSeq ${a.found} thay vì ${a.expected}.`
        : a.how === 'other-branch'
          ? `ACK của ${a.sender} cho phản hồi từ chối có branch khác với INVITE.`
          : `ACK của ${a.sender} cho 2xx dùng lại branch của INVITE.`,
    explanation: (a, f) => {
      const rule = {
        cseq: 'ACK phải mang số CSeq của INVITE tương ứng.',
        'other-branch': `ACK cho phản hồi từ chối thuộc giao dịch của INVITE: branch phải là ${a.expected}, không phải ${a.found}.`,
        'branch-of-invite': `ACK cho 2xx là một yêu cầu riêng và cần branch mới; ${a.found} đã được dùng.`,
      }[a.how];
      return `${rule} Sau đó phản hồi còn bị gửi lại ${f.integer(a.copies)} lần, tức là ${a.node} không nhận ra ACK này.`;
    },
    fix: (a) => [
      `Cập nhật hoặc sửa ngăn xếp SIP của ${a.sender}, hay thiết bị ghi lại bản tin của nó trên đường đi.`,
    ],
  },
  'call-dropped-32s': {
    summary: 'Bên được gọi kết thúc cuộc gọi đã trả lời vì không nhận được ACK.',
    title: (a, f) =>
      `Cuộc gọi bị ngắt ${f.duration(a.afterUs)} sau khi trả lời: ACK không tới được ${a.node}.`,
    explanation: (a, f) => {
      const words = a.reason === '' ? '' : ` Chính BYE nêu lý do: "${a.reason}".`;
      return `${a.node} đã gửi 2xx ${f.integer(a.copies)} lần rồi gác máy; không phải người dùng gác.${words}${saysClock(a.clock, f)}`;
    },
    fix: (a) => [
      `Tìm nơi ACK bị mất: bắt gói đồng thời tại ${a.node} và tại bên gọi.`,
      'Nguyên nhân thường gặp: địa chỉ Contact hoặc Record-Route mà bên gọi không tới được, SIP ALG, tường lửa quên luồng.',
    ],
  },
};
