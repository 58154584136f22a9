import type { NatArgs } from '../../../model/nat-args.ts';
import type { NatTexts } from '../../rule-families.ts';

const lost = (a: NatArgs['nat-private-contact']): string =>
  a.code === 0
    ? a.method === 'ACK'
      ? `ACK mà ${a.sender} phải gửi tới đó không đến nơi: 2xx bị gửi lặp lại.`
      : `${a.method} mà ${a.sender} phải gửi tới đó không được trả lời.`
    : `${a.method} mà ${a.sender} phải gửi tới đó kết thúc bằng ${a.code}.`;

const SIDE = { caller: 'bên gọi', callee: 'bên được gọi' } as const;

const UNROUTABLE: Readonly<Record<NatArgs['contact-unroutable']['why'], string>> = {
  unspecified: 'không phải là một địa chỉ',
  loopback: 'là địa chỉ loopback, tức chính máy đọc nó',
  'no-port': 'ghi cổng 0',
  invalid: 'là một tên dưới .invalid, chỉ client WebSocket mới được dùng',
};

const ALG_FIX = [
  'Tắt SIP ALG (“SIP helper”, “SIP fixup”) trên router.',
  'Nếu không tắt được: dùng TLS hoặc cổng khác 5060, các chức năng này thường bỏ qua.',
];

export const natRules: NatTexts = {
  'nat-missing-rport': {
    summary: 'Phản hồi đi tới cổng ghi trong Via chứ không về nơi request xuất phát.',
    title: (a) =>
      `${a.node} trả lời ${a.client} ở cổng ${portOf(a.sentTo)}, nơi không ai nhận được ${a.code}.`,
    explanation: (a) =>
      `${a.method} đến từ ${a.client}, còn Via của nó ghi ${a.via} và không có rport. Phản hồi được gửi tới ${a.sentTo} đúng như RFC 3261 quy định, rồi thêm ${a.copies} bản sao của request xuất hiện: phía sau NAT không nhận được phản hồi.`,
    fix: (a) => [
      'Bật rport (RFC 3581, “symmetric response routing”) trên thiết bị.',
      `Hoặc để ${a.node} tự trả lời về cổng nguồn: force_rport trên Kamailio và OpenSIPS, nat=force_rport hay force_rport=yes trên Asterisk.`,
    ],
  },
  'nat-keepalive-missing': {
    summary: 'Cuộc gọi không tới được thiết bị vì NAT đã đóng cổng mà nó dùng khi đăng ký.',
    title: (a) => `Cuộc gọi tới ${a.aor} bị mất: NAT đã đóng ${a.before}, nơi thiết bị đã đăng ký.`,
    explanation: (a, f) =>
      `Đăng ký đã được ${f.duration(a.idleUs)} và có hạn ${f.duration(a.grantedS * 1_000_000)} nên vẫn còn hiệu lực; còn cổng mà NAT mở cho nó thì không. Lần đăng ký kế tiếp thiết bị đến từ ${a.after}: cùng địa chỉ, khác cổng. Bộ định tuyến quên một cổng UDP sau nửa phút tới vài phút không có lưu lượng. Thiết bị khởi động lại cũng trông giống như vậy.`,
    fix: () => [
      'Cho thiết bị giữ đường vào luôn mở: gửi CRLF, STUN hoặc OPTIONS mỗi 20 đến 25 giây (RFC 5626).',
      'Cho máy chủ đăng ký hoặc SBC gửi ping tới thiết bị sau NAT (qualify, nathelper), hoặc cấp thời hạn một hai phút thay vì một giờ.',
      'Hoặc dùng TCP hay TLS, ánh xạ của chúng tồn tại hàng giờ.',
    ],
  },
  'nat-private-contact': {
    summary: 'Một request của cuộc gọi bị mất vì Contact là địa chỉ riêng.',
    title: (a) =>
      `Contact ${a.contact} của ${SIDE[a.side]} là địa chỉ riêng và ${a.method} bị mất.`,
    explanation: (a) =>
      `${a.source} là địa chỉ công cộng; thiết bị phía sau lại ghi ${a.contact}, bên ngoài không tới được. ${lost(a)}${a.dropped ? ' Cuộc gọi kết thúc vì vậy.' : ''}`,
    fix: (a) => [
      `Khai báo địa chỉ công cộng cho thiết bị phía sau ${a.source} (external address, STUN), hoặc đặt SBC phía trước.`,
      'Để máy chủ đầu tiên bên ngoài thay hoặc bổ sung Contact (fix_nated_contact, add_contact_alias, rewrite_contact) và ở lại trên đường đi bằng Record-Route.',
      'Tắt SIP ALG trên router: nó có thể đã sửa bản tin này mà bỏ qua bản tin khác.',
    ],
  },
  'contact-unroutable': {
    summary: 'Một request của cuộc gọi bị mất vì Contact không phải là nơi có thể gửi tới.',
    title: (a) => `Contact ${a.contact} của ${SIDE[a.side]} ${UNROUTABLE[a.why]}.`,
    explanation: (a) =>
      `${a.source} đưa ra địa chỉ này để nhận mọi request về sau. ${lost(a)}${a.dropped ? ' Cuộc gọi kết thúc vì vậy.' : ''}`,
    fix: (a) => [
      `Sửa địa chỉ mà ${a.source} tự khai: cấu hình mạng, địa chỉ bên ngoài, hoặc luật của SBC ghi Contact.`,
    ],
  },
  'nat-port-rebinding': {
    summary: 'NAT cấp cho thiết bị một cổng công cộng khác ngay trong cuộc gọi.',
    title: (a) => `${a.device} chuyển từ ${a.before} sang ${a.after} trong cuộc gọi.`,
    explanation: (a) =>
      `Thiết bị vẫn tự xưng như trước, nhưng gói tin của nó đến từ địa chỉ hay cổng công cộng khác: NAT đã tạo ánh xạ mới, hoặc thiết bị đổi mạng. ${a.method} vẫn đi tới chỗ cũ${a.code === 0 ? ' và không được trả lời.' : ` và kết thúc bằng ${a.code}.`}`,
    fix: () => [
      'Để thiết bị giữ ánh xạ luôn mở: CRLF, STUN hoặc OPTIONS mỗi 20 đến 25 giây qua UDP.',
      'Tăng thời gian chờ UDP của router, hoặc dùng TCP hay TLS có keep-alive.',
      'Trên mạng di động: đăng ký lại khi đổi mạng (RFC 5626).',
    ],
  },
  'sip-alg-suspected': {
    summary: 'Có vẻ router sửa SIP khi cho đi qua NAT (SIP ALG).',
    title: (a, f) =>
      a.how === 'on-the-way'
        ? `Một router giữa ${a.inside} và ${a.outside} đã sửa ${f.list(a.changed)}.`
        : `Thân của ${a.method} bị cụt như thể router đã thay ${a.inside} bằng ${a.outside}.`,
    explanation: (a, f) =>
      a.how === 'on-the-way'
        ? `Cùng một ${a.method} được bắt ở cả hai phía, chung một branch nhưng khác ${f.list(a.changed)}. Proxy hay SBC sẽ có branch riêng; thứ sửa trường mà giữ nguyên branch là chức năng trợ giúp trong router.${a.harmed ? ' Cuộc gọi đã thất bại.' : ' Cuộc gọi này không bị ảnh hưởng; cuộc khác thì có thể.'}`
        : `${f.list(a.changed)}: phần chênh lệch đúng bằng chênh lệch giữa địa chỉ riêng mà thiết bị để lại trong các trường header và địa chỉ công cộng hiện nằm trong SDP. Bên nhận coi thân bản tin là không đủ.`,
    fix: () => ALG_FIX,
  },
  'ice-failed': {
    summary: 'Bản mô tả của cuộc gọi cho thấy ICE không thể nối hai bên.',
    title: (a) =>
      ({
        mismatch: `${a.node} bỏ ICE: SDP đã bị sửa trên đường đi.`,
        'one-sided': `${a.node} trả lời không có ICE, và không còn đường nào khác tới bên đề nghị.`,
        'private-only': `Mọi ICE candidate của ${a.node} đều là địa chỉ riêng.`,
      })[a.how],
    explanation: (a) =>
      ({
        mismatch:
          'a=ice-mismatch trong câu trả lời cho biết địa chỉ ở c= và m= không trùng candidate nào: có thứ gì đó trên đường sửa chỗ này mà không sửa chỗ kia.',
        'one-sided':
          'Bản đề nghị giao địa chỉ cho ICE (cổng 9 hoặc 0.0.0.0). Bên trả lời không có ICE thì không biết gửi media tới đâu.',
        'private-only': `Bên đó đưa ra ${a.candidates} candidate, không cái nào tới được từ ngoài mạng của nó, trong khi nó xuất hiện với địa chỉ công cộng. Cuộc gọi ngắn; media có đi qua hay không thì báo hiệu không cho biết.`,
      })[a.how],
    fix: (a) =>
      a.how === 'private-only'
        ? ['Khai báo máy chủ STUN và TURN cho bên đó, và cho UDP tới chúng đi qua tường lửa.']
        : a.how === 'mismatch'
          ? [
              'Tìm SBC, proxy hoặc SIP ALG sửa c= và m= mà không sửa a=candidate.',
              'Để media relay tự thêm candidate của nó (rtpengine: ICE=force), hoặc bỏ hết candidate.',
            ]
          : [
              `Đặt một media gateway giữa phía WebRTC và ${a.node} (rtpengine, Janus, FreeSWITCH, SBC).`,
            ],
  },
};

function portOf(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}
