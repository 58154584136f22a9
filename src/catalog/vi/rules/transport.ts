import type { TransportArgs, Unreachable } from '../../../model/rule-args.ts';
import type { Formatter } from '../../format.ts';
import type { TransportTexts } from '../../rule-families.ts';

interface Why {
  readonly what: string;
  readonly fix: (target: string) => string;
}

const route = (target: string): string =>
  `Kiểm tra ${target} có hoạt động không và các tuyến tới đó.`;

const UNREACHABLE: Readonly<Record<Unreachable, Why>> = {
  port: {
    what: 'không có gì lắng nghe trên cổng này',
    fix: (target) =>
      `Kiểm tra tại ${target} dịch vụ SIP có chạy và lắng nghe đúng địa chỉ, cổng và giao thức không.`,
  },
  host: { what: 'không tới được máy đích', fix: route },
  network: { what: 'không có tuyến tới mạng đích', fix: route },
  protocol: {
    what: 'máy đích không hỗ trợ giao thức truyền tải này',
    fix: (target) => `Chọn giao thức truyền tải mà ${target} hỗ trợ.`,
  },
  prohibited: {
    what: 'tường lửa hoặc danh sách truy cập từ chối',
    fix: (target) => `Cho phép SIP tới ${target} trên tường lửa hoặc danh sách truy cập đang chặn.`,
  },
  'too-big': {
    what: 'gói quá lớn cho một liên kết trên đường và không được phép phân mảnh',
    fix: () =>
      'Dùng TCP hoặc TLS cho bản tin lớn, hoặc rút gọn bản tin; kiểm tra MTU của các đường hầm.',
  },
  parameter: {
    what: 'một trường trong IP header không hiểu được',
    fix: () => 'Tìm thiết bị trên đường ghi sai tùy chọn IP.',
  },
  other: { what: 'không chuyển tới được', fix: route },
};

const message = (lost: string): string =>
  lost === '' ? 'Gói SIP' : /^\d/.test(lost) ? `Phản hồi ${lost}` : `Bản tin ${lost}`;

const ranges = (missing: TransportArgs['ip-fragment-loss']['missing']): string =>
  missing.map(([from, to]) => (to === null ? `${from}–cuối` : `${from}–${to - 1}`)).join(', ');

type Storm = TransportArgs['retransmission-storm'];

interface StormText {
  title(a: Storm, f: Formatter): string;
  why(a: Storm, f: Formatter): string;
  fix(a: Storm): string;
}

const STORM: Readonly<Record<Storm['deaf'], StormText>> = {
  slow: {
    title: (a, f) =>
      a.calls > 1
        ? `Trong ${f.integer(a.calls)} cuộc gọi, ${a.sender} phải gửi lại ${a.what} mới thấy ${a.receiver} trả lời.`
        : `${a.sender} gửi ${a.what} ${f.integer(a.copies)} lần mới thấy ${a.receiver} trả lời.`,
    why: (a, f) =>
      a.calls > 1
        ? `Nhiều nhất là ${f.integer(a.copies)} bản trong ${f.duration(a.elapsedUs)}. Một cuộc gọi có thể mất một hai gói; nhiều cuộc như vậy nghĩa là đường truyền mất gói, hoặc ${a.receiver} không xử lý kịp.`
        : `Trả lời tới sau ${f.duration(a.elapsedUs)}: các bản trước bị mất trên đường, hoặc ${a.receiver} đang bận.`,
    fix: (a) => `Kiểm tra mất gói trên đường tới ${a.receiver} và tải của nó.`,
  },
  answered: {
    title: (a, f) =>
      `${a.sender} vẫn gửi lại ${a.what} (${f.integer(a.copies)} bản) sau khi đã thấy trả lời.`,
    why: (a, f) =>
      `Trong ${f.duration(a.elapsedUs)}, trả lời đã đi qua điểm bắt gói nhưng không tới ${a.sender}, hoặc không được hiểu: NAT, sai cổng trong Via, tường lửa.`,
    fix: (a) =>
      `So sánh Via của yêu cầu (sent-by, rport, received) với nơi trả lời đi tới; bắt gói tại ${a.sender}.`,
  },
  unacknowledged: {
    title: (a, f) => `${a.sender} gửi ${a.what} ${f.integer(a.copies)} lần mà không thấy ACK.`,
    why: (a, f) =>
      `Trong ${f.duration(a.elapsedUs)}, ${a.sender} chờ xác nhận cho phản hồi cuối cùng của mình. Hoặc phản hồi không tới ${a.receiver}, hoặc ACK đi nơi khác.`,
    fix: (a) =>
      `Xem tại ${a.receiver} phản hồi có tới không, và xem Contact, Record-Route dùng để định tuyến ACK.`,
  },
};

export const transportRules: TransportTexts = {
  'noninvite-no-response': {
    summary: 'Yêu cầu không phải INVITE được gửi lại mà không thấy phản hồi.',
    title: (a, f) =>
      `Đã gửi ${f.integer(a.copies)} bản tin ${a.method} tới ${a.target} nhưng không thấy phản hồi.`,
    explanation: (a, f) => {
      const said =
        a.copies === 1
          ? `${a.sender} đã chờ ${f.duration(a.elapsedUs)} mà không có kết quả.`
          : `${a.sender} đã thử trong ${f.duration(a.elapsedUs)}.`;
      if (a.method === 'BYE') {
        return `${said} Có thể đầu kia không còn, hoặc BYE đi tới một địa chỉ không tới được; đầu kia có thể vẫn tính cước cuộc gọi.`;
      }
      if (a.method === 'REGISTER') {
        return `${said} Không đăng ký được thì không cuộc gọi nào tới được thiết bị này.`;
      }
      if (a.method === 'OPTIONS') {
        return `${said} Bên giám sát bằng OPTIONS lúc này coi như đầu kia đã ngừng hoạt động.`;
      }
      return `${said} Yêu cầu bị mất trên đường, bị bỏ qua, hoặc phản hồi đi đường khác.`;
    },
    fix: (a) => [
      `Kiểm tra ${a.target} có hoạt động và lắng nghe đúng cổng, đúng giao thức không.`,
      'Kiểm tra tường lửa, ánh xạ NAT và danh sách chặn (fail2ban, pike) trên đường đi.',
      ...(a.method === 'BYE'
        ? ['So sánh địa chỉ mà BYE đi tới với Contact và Record-Route của cuộc gọi.']
        : []),
    ],
  },
  'icmp-unreachable': {
    summary: 'Lỗi ICMP cho biết một gói SIP không chuyển tới được.',
    title: (a) =>
      `${message(a.lost)} tới ${a.target} không chuyển được: ${UNREACHABLE[a.why].what}.`,
    explanation: (a, f) => {
      const own = a.target.startsWith(`${a.reporter}:`) || a.target.startsWith(`[${a.reporter}]`);
      const who = own
        ? 'Chính máy đích báo như vậy'
        : `${a.reporter} trên đường đi báo như vậy; lỗi chưa chắc nằm ở đó`;
      const often = a.count > 1 ? `, ${f.integer(a.count)} lần` : '';
      const end = a.recovered ? ' Một bản gửi lại sau đó đã tới nơi.' : '';
      return `${who} (${a.code}${often}). ${/^\d/.test(a.lost) ? 'Bên hỏi chờ trả lời mà không nhận được.' : 'Bên gửi nên coi là thất bại ngay thay vì chờ hết bộ định thời.'}${end}`;
    },
    fix: (a) =>
      /^\d/.test(a.lost)
        ? [
            'Phản hồi đi tới nơi Via chỉ: so sánh sent-by, rport và received với cổng mà yêu cầu được gửi đi.',
          ]
        : [
            UNREACHABLE[a.why].fix(a.target),
            `Nếu ${a.target} là địa chỉ sai: xem ${a.sender} lấy địa chỉ đó từ đâu (DNS, Route, Contact, quy tắc quay số).`,
          ],
  },
  'udp-over-mtu': {
    summary: 'Yêu cầu quá lớn đối với UDP và không có phản hồi.',
    title: (a, f) =>
      `${a.method} tới ${a.target} dài ${f.integer(a.bytes)} byte qua UDP, không có phản hồi, trong khi bản tin khác thì có.`,
    explanation: (a) =>
      a.fragmented
        ? 'Bản tin bị chia thành nhiều mảnh IP, và nhiều NAT, tường lửa loại bỏ các mảnh. Trên 1300 byte thì yêu cầu nên đi qua TCP (RFC 3261 §18.1.1).'
        : 'Trên 1300 byte thì yêu cầu nên đi qua TCP (RFC 3261 §18.1.1), vì đường hầm hoặc đường DSL trên tuyến có thể phải phân mảnh.',
    fix: (a) => [
      `Gửi tới ${a.target} qua TCP hoặc TLS, hoặc để bên gửi chuyển sang TCP với yêu cầu lớn.`,
      `Rút gọn bản tin. Các phần lớn nhất: ${a.largest.join(', ')}.`,
    ],
  },
  'ip-fragment-loss': {
    summary: 'Thiếu mảnh IP của một gói SIP.',
    title: (a, f) => {
      const what = a.startLine === '' ? 'một gói' : a.startLine.split(' ').slice(0, 2).join(' ');
      if (a.filtered) {
        return `Bộ lọc bắt gói bỏ các mảnh IP sau: ${f.integer(a.count)} gói SIP lớn không đầy đủ, ví dụ ${what}.`;
      }
      return `Thiếu mảnh của ${what} từ ${a.from} tới ${a.to}.`;
    },
    explanation: (a, f) =>
      a.filtered
        ? 'Các mảnh sau không mang số cổng, nên bộ lọc bắt gói theo cổng 5060 bỏ mất chúng; điều này không nói lên gì về mạng. Các bản tin lớn không có trong báo cáo này.'
        : `Thấy ${f.integer(a.fragments)} mảnh, không thấy các byte ${ranges(a.missing)}. ${a.arrived ? 'Bản tin vẫn được trả lời, nên chỉ bản bắt gói thiếu các mảnh này.' : 'Mất một mảnh là mất cả bản tin, và mỗi lần gửi lại cũng mất đúng phần đó.'}${a.nearby === '' ? '' : ` Có thể đó là bản tin mà cuộc gọi duy nhất giữa hai bên đang thiếu vào lúc đó, Call-ID ${a.nearby}.`}`,
    fix: (a) =>
      a.filtered
        ? ['Bắt gói với "port 5060 or (ip[6:2] & 0x1fff != 0)", hoặc không dùng bộ lọc.']
        : [
            'Tìm NAT, tường lửa hoặc đường hầm giữa hai bên đang loại bỏ các mảnh.',
            'Dùng TCP hoặc TLS cho bản tin lớn, hoặc rút gọn: ít codec hơn, dạng rút gọn của header, bỏ header không cần.',
          ],
  },
  'retransmission-storm': {
    summary: 'Bản tin bị gửi lại nhiều lần: trả lời muộn, trả lời không tới, hoặc thiếu ACK.',
    title: (a, f) => STORM[a.deaf].title(a, f),
    explanation: (a, f) => STORM[a.deaf].why(a, f),
    fix: (a) => [STORM[a.deaf].fix(a)],
  },
  'transport-failover': {
    summary: 'Cùng một yêu cầu được thử lần lượt ở nhiều đích.',
    title: (a, f) =>
      a.code === 0
        ? `${a.sender} chờ ${a.failed} ${f.duration(a.waitedUs)} rồi mới thử ${a.next}.`
        : `${a.failed} trả lời ${a.code}; ${f.duration(a.waitedUs)} sau khi hỏi nút này, ${a.sender} thử ${a.next}.`,
    explanation: (a) =>
      `${a.code === 0 ? `Không thấy phản hồi nào từ ${a.failed}.` : `${a.failed} trả lời ${a.code}.`} ${
        a.worked ? 'Đích kế tiếp đã nhận yêu cầu.' : 'Đích kế tiếp cũng không giúp được.'
      }`,
    fix: (a) => [
      `Loại ${a.failed} khỏi bản ghi DNS hoặc danh sách dispatcher khi nó ngừng hoạt động; thăm dò các đích bằng OPTIONS.`,
      a.code === 0
        ? 'Rút ngắn thời gian chờ mỗi đích để người gọi không nhận ra.'
        : `Tìm hiểu vì sao ${a.failed} từ chối bằng ${a.code}: các cuộc gọi do đích khác nhận che mất lỗi này.`,
    ],
  },
  'dns-failure': {
    summary: 'Một nút báo không phân giải được nút kế tiếp qua DNS.',
    title: (a) => `${a.node} không phân giải được nút kế tiếp: ${a.code} ${a.phrase}.`,
    explanation: () =>
      'Yêu cầu có tên đích mà DNS không cho địa chỉ dùng được (NAPTR, SRV, A, AAAA).',
    fix: (a) => [
      `Phân giải tên miền của Request-URI và Route ngay trên ${a.node} (dig NAPTR, SRV, A).`,
      'Kiểm tra máy chủ DNS mà nút này dùng, và những tên chỉ DNS nội bộ mới biết.',
    ],
  },
  'request-to-wrong-transport': {
    summary: 'URI bảo mật được gọi qua giao thức không được bảo vệ và bị từ chối.',
    title: (a) =>
      `${a.uri} được gọi qua ${a.transport.toUpperCase()} và ${a.target} từ chối bằng ${a.code}.`,
    explanation: (a) =>
      `${a.warning === 0 ? '' : `Phản hồi từ chối có Warning ${a.warning}. `}URI sips đòi hỏi TLS ở mọi chặng (RFC 5630).`,
    fix: (a) => [`Gửi tới ${a.target} qua TLS, hoặc gọi dạng sip của URI nếu không cần bảo vệ.`],
  },
};
