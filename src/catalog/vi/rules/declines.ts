import type { DeclineArgs } from '../../../model/rule-args.ts';
import { locationName } from '../../reason-texts.ts';
import { isPersonalDevice } from '../../user-agents.ts';
import type { DeclineTexts } from '../../rule-families.ts';

const FAULTS: Readonly<Record<DeclineArgs['decline-analytics-603plus']['fault'], string>> = {
  '': '',
  'phrase-rewritten':
    'Cụm từ trạng thái đã bị sửa trên đường (B2BUA thường làm vậy); trường Reason mới là căn cứ.',
  'reason-missing': 'Thiếu Reason có thông tin liên hệ: có báo chặn, nhưng không đúng chuẩn.',
  'version-missing': 'Reason không bắt đầu bằng "v=analytics1" nên chưa hoàn toàn đúng chuẩn.',
  'no-contact': 'Không có thông tin liên hệ, dù chuẩn bắt buộc phải có.',
};

/** What is known of a product's bare 603; of all others only what PBXs may do. */
const BARE_603: readonly {
  readonly product: RegExp;
  readonly sentence: (agent: string) => string;
}[] = [
  {
    product: /asterisk/i,
    sentence: (agent) =>
      `${agent} gửi 603 mỗi khi kết thúc cuộc gọi chưa trả lời mà không có cause ánh xạ được`,
  },
  {
    product: /freeswitch/i,
    sentence: (agent) =>
      `${agent} gửi 603 cho cause CALL_REJECTED, vốn cũng thay cho 401, 402, 403, 407 hoặc 608 từ nhánh khác`,
  },
  {
    product: /^/,
    sentence: (agent) =>
      `${agent === '' ? 'Nơi gửi' : agent} là tổng đài, và tổng đài có thể gửi 603 khi quy tắc quay số gác máy`,
  },
];

const bare603 = (agent: string): string =>
  BARE_603.find(({ product }) => product.test(agent))?.sentence(agent) ?? '';

/** Below this nobody reacts to a ringing telephone, µs. */
const REACTION = 1_000_000;

const named = (agent: string): string => (agent === '' ? '' : ` (${agent})`);

export const declineRules: DeclineTexts = {
  'decline-analytics-603plus': {
    summary: 'Mạng chặn cuộc gọi dựa trên phân tích ("603+", Network Blocked).',
    title: () => 'Mạng đã chặn cuộc gọi dựa trên phân tích; không có ai bấm từ chối.',
    explanation: (a) => {
      const where =
        a.location === ''
          ? ''
          : ` Nơi chặn được ghi là ${a.location} (${locationName(a.location, 'vi')}).`;
      const fault = FAULTS[a.fault] === '' ? '' : ` ${FAULTS[a.fault]}`;
      return `603 đến từ ${a.node} và mang dấu hiệu của chặn dựa trên phân tích (ATIS-1000099): phần mềm đánh giá số gọi đến, không phải người nhận từ chối.${where}${fault} Tại Mỹ, bên chặn phải ghi nơi tiếp nhận yêu cầu gỡ chặn; ở nước khác thì không bắt buộc.`;
    },
    fix: (a) => {
      const contacts = [a.url, a.tel, a.email].filter((contact) => contact !== '');
      const quote = a.id === '' ? '' : `, nêu mã ${a.id}`;
      return [
        contacts.length === 0
          ? 'Gửi yêu cầu gỡ chặn tới nhà mạng đầu cuối; phản hồi không ghi thông tin liên hệ.'
          : `Gửi yêu cầu gỡ chặn${quote}: ${contacts.join(' · ')}`,
        'Đăng ký số gọi với các nhà cung cấp phân tích và kiểm tra uy tín của số.',
        'Ký cuộc gọi với mức chứng thực A (STIR/SHAKEN), từ số được phép sử dụng.',
        'Không gọi lại ngay: cuộc gọi sẽ lại bị chặn và uy tín của số giảm thêm.',
      ];
    },
  },
  'decline-analytics-probable': {
    summary: 'Một số gọi bị nhiều bên nhận từ chối rất nhanh: giống chặn tự động.',
    title: (a, f) =>
      `${a.caller} bị từ chối ${f.integer(a.refusals)} lần chỉ trong vài giây bởi ${f.integer(a.callees)} bên nhận khác nhau: nhiều khả năng bị chặn tự động.`,
    explanation: (a) =>
      `Người thật không từ chối nhanh như vậy, không đổ chuông và giống hệt nhau. Phản hồi từ ${a.node} không nói đây là chặn, nên đây là dấu hiệu chứ chưa phải bằng chứng.`,
    fix: (a) => [
      `Kiểm tra uy tín của ${a.caller} với các nhà cung cấp phân tích và nhà mạng đầu cuối.`,
      'Kiểm tra mức chứng thực (STIR/SHAKEN) và định dạng số hiển thị.',
    ],
  },
  'decline-608': {
    summary: 'Hệ thống trung gian từ chối cuộc gọi (608 Rejected).',
    title: () =>
      'Một hệ thống phân tích trung gian từ chối cuộc gọi (608); bên nhận không được hỏi.',
    explanation: (a) =>
      `608 đến từ ${a.node}. Mã này dành cho hệ thống trung gian từ chối thay bên nhận (RFC 8688), và Call-Info của nó nên ghi nơi tiếp nhận yêu cầu gỡ chặn.`,
    fix: (a) => [
      a.contact === ''
        ? 'Hỏi nhà mạng phía sau chặng này xem nơi nào đã từ chối; phản hồi không ghi thông tin liên hệ.'
        : `Gửi yêu cầu gỡ chặn tới nơi được ghi: ${a.contact}`,
      'Kiểm tra uy tín và mức chứng thực của số gọi.',
    ],
  },
  'decline-607': {
    summary: 'Bên nhận, hoặc ứng dụng thay mặt họ, đánh dấu cuộc gọi không mong muốn (607).',
    title: () =>
      'Bên nhận, hoặc ứng dụng thay mặt họ, đã đánh dấu cuộc gọi này là không mong muốn (607).',
    explanation: (a) =>
      `607 đến từ ${a.node}. Mã này mạnh hơn một lời từ chối: các cuộc gọi sau từ số này nhiều khả năng cũng bị từ chối, và nhà mạng có thể tính vào uy tín của số (RFC 8197).`,
    fix: () => [
      'Ngừng gọi tới số này; kiểm tra sự đồng ý của khách hàng và danh sách gọi.',
      'Nếu xảy ra với nhiều bên nhận: kiểm tra uy tín của số gọi.',
    ],
  },
  'decline-human': {
    summary: 'Người nhận từ chối sau khi máy đổ chuông.',
    title: (a, f) => `Người nhận từ chối cuộc gọi sau ${f.duration(a.ringUs)} đổ chuông.`,
    explanation: (a) =>
      `${a.node}${named(a.agent)} đã đổ chuông đủ lâu để một người kịp phản ứng, và lời từ chối không mang lý do của máy. Thiết bị tự từ chối sau một khoảng trễ cũng sẽ trông như vậy.`,
    fix: () => ['Không có gì hỏng. Gọi lại sau, hoặc liên hệ bằng cách khác.'],
  },
  'decline-device-policy': {
    summary: 'Thiết bị tự từ chối: không làm phiền, danh sách chặn hoặc sàng lọc cuộc gọi.',
    title: (a, f) => {
      const device = isPersonalDevice(a.agent);
      const who = device ? 'Thiết bị từ chối' : 'Cuộc gọi bị từ chối';
      const doubt = device ? '' : ', do quy tắc của máy hoặc do ai thì không rõ';
      if (!a.rang) return `${who} sau ${f.duration(a.afterUs)} mà không đổ chuông${doubt}.`;
      const pace = a.afterUs < REACTION ? ': nhanh hơn phản ứng của người' : '';
      return `${who} ${f.duration(a.afterUs)} sau khi bắt đầu đổ chuông${device ? pace : doubt}.`;
    },
    explanation: (a) =>
      isPersonalDevice(a.agent)
        ? `${a.node}${named(a.agent)} nhiều khả năng tự quyết định: chế độ không làm phiền (DND), danh sách chặn hoặc sàng lọc cuộc gọi.`
        : `603 đến từ ${a.node}${named(a.agent)} và không cho biết bên nào quyết định: chế độ không làm phiền, danh sách chặn hay sàng lọc ở phía sau, quy tắc của chính nó, hoặc một người.`,
    fix: () => [
      'Kiểm tra chế độ không làm phiền, danh sách chặn và sàng lọc cuộc gọi trên thiết bị nhận.',
      'Nếu người dùng có nhiều thiết bị: cho thiết bị này gửi 486 hoặc 480 thay cho 603, vì 603 làm các thiết bị khác ngừng đổ chuông.',
    ],
  },
  'decline-unattributed': {
    summary: 'Mã 603 không cho biết người, thiết bị hay mạng đã từ chối.',
    title: (a, f) =>
      a.rang
        ? `Cuộc gọi bị từ chối ${f.duration(a.afterUs)} sau khi bắt đầu đổ chuông; không rõ do ai.`
        : `Cuộc gọi bị từ chối sau ${f.duration(a.afterUs)} mà không đổ chuông; không rõ do ai.`,
    explanation: (a) =>
      `603 đến từ ${a.node}${named(a.agent)}. Nó không nêu nguyên nhân, và khoảng thời gian này hợp với một người cầm máy ở phía sau cũng như với chế độ không làm phiền, sàng lọc cuộc gọi hay quy tắc của mạng.`,
    fix: (a) => [
      `Hỏi bên vận hành ${a.node} bản ghi của cuộc gọi này: ở đó có phía từ chối và mã Q.850.`,
      'So với các cuộc gọi khác tới cùng số: cùng một khoảng thời gian lặp lại là do máy.',
    ],
  },
  'decline-pbx-default': {
    summary: 'Tổng đài kết thúc cuộc gọi bằng 603 mà không nói rõ lý do.',
    title: (a) => `Tổng đài tại ${a.node} kết thúc cuộc gọi bằng 603 mà không nói rõ lý do.`,
    explanation: (a) => {
      const cause =
        a.cause === null ? 'không kèm cause' : `kèm cause ${a.cause}, không có ý nghĩa gì`;
      return `${bare603(a.agent)}; ở đây ${cause}. Điều đó không cần ai bấm từ chối, nhưng cũng có thể là chuyển tiếp một lời từ chối thật từ nhánh khác.`;
    },
    fix: (a) => [
      `Xem quy tắc quay số của ${a.node} cho số này: bước nào gác máy?`,
      'Đặt cause gác máy rõ ràng tại đó (17 máy bận, 20 vắng mặt, 1 số không tồn tại) để bên gọi nhận đúng mã.',
    ],
  },
  'decline-q850': {
    summary: 'Lời từ chối mang Q.850 cause 21 cùng phía đã quyết định.',
    title: (a) =>
      a.side === 'user'
        ? 'Phía được gọi từ chối cuộc gọi (Q.850 cause 21, phía người dùng).'
        : 'Một mạng từ chối cuộc gọi (Q.850 cause 21, phía mạng).',
    explanation: (a) =>
      `Phản hồi từ ${a.node} mang cause 21 (cuộc gọi bị từ chối) với location ${a.location} (${locationName(a.location, 'vi')}). Location được tính theo tổng đài đã giải phóng cuộc gọi.`,
    fix: (a) =>
      a.side === 'user'
        ? ['Đường đi không có lỗi; phía được gọi đã quyết định. Gọi lại sau.']
        : [
            'Hỏi nhà mạng phía sau chặng này xem quy tắc nào đã từ chối cuộc gọi.',
            'Kiểm tra định dạng số hiển thị, việc chặn hướng và quyền của trung kế này.',
          ],
  },
};
