import type { RegistrationArgs } from '../../../model/registration-args.ts';
import type { RegistrationTexts } from '../../rule-families.ts';

type Failed = RegistrationArgs['register-failed'];

interface Refusal {
  readonly why: string;
  readonly fix: string;
}

/** What a final response to REGISTER most often means, and what to look at first. */
const REFUSALS: Readonly<Record<number, Refusal>> = {
  400: {
    why: 'Máy chủ đăng ký không đọc được yêu cầu, hoặc yêu cầu thiếu một trường.',
    fix: 'So sánh REGISTER tại thiết bị và tại đây: SIP ALG có thể đã làm hỏng bản tin.',
  },
  403: {
    why: 'Máy chủ đăng ký hiểu yêu cầu nhưng từ chối: sai mật khẩu (khi máy chủ chỉ gửi challenge một lần), tài khoản bị khóa, địa chỉ không được phép, hoặc quá nhiều đăng ký.',
    fix: 'Kiểm tra tài khoản trên máy chủ đăng ký: trạng thái, mật khẩu, các địa chỉ được phép.',
  },
  404: {
    why: 'Máy chủ đăng ký không có người dùng này trong tên miền.',
    fix: 'So sánh từng ký tự tên người dùng và tên miền trên thiết bị với tài khoản.',
  },
  405: {
    why: 'Phần tử nhận yêu cầu không chấp nhận REGISTER: đó không phải máy chủ đăng ký.',
    fix: 'Sửa địa chỉ máy chủ đăng ký hoặc outbound proxy trên thiết bị.',
  },
  408: {
    why: 'Một nút trên đường đi đã chờ máy chủ đăng ký mà không có phản hồi.',
    fix: 'Kiểm tra máy chủ đăng ký phía sau nút này có hoạt động và có đường tới không.',
  },
  480: {
    why: 'Nút này hiện không có nơi nào để chuyển yêu cầu tới.',
    fix: 'Kiểm tra máy chủ đăng ký hoặc hệ thống lõi phía sau nút này.',
  },
  500: {
    why: 'Máy chủ đăng ký gặp lỗi nội bộ, thường là cơ sở dữ liệu.',
    fix: 'Đọc nhật ký của máy chủ đăng ký tại thời điểm này; kiểm tra cơ sở dữ liệu.',
  },
  501: {
    why: 'Phần tử nhận yêu cầu không biết REGISTER: đó không phải máy chủ đăng ký.',
    fix: 'Sửa địa chỉ máy chủ đăng ký hoặc outbound proxy trên thiết bị.',
  },
  503: {
    why: 'Máy chủ đăng ký quá tải, đang bảo trì, hoặc không kết nối được tới thành phần nó cần.',
    fix: 'Kiểm tra tải và các thành phần phụ thuộc của máy chủ đăng ký; để thiết bị chờ đủ Retry-After rồi mới thử lại.',
  },
  504: {
    why: 'Máy chủ đăng ký không nhận được trả lời từ một máy chủ mà nó phụ thuộc.',
    fix: 'Kiểm tra những gì máy chủ đăng ký truy vấn khi đăng ký: HSS, RADIUS, LDAP, cơ sở dữ liệu.',
  },
};

const BY_CLASS: Readonly<Record<number, Refusal>> = {
  4: {
    why: 'Máy chủ đăng ký từ chối yêu cầu này.',
    fix: 'Tra mã bằng "siptriage explain", rồi kiểm tra tài khoản và cấu hình thiết bị.',
  },
  5: {
    why: 'Máy chủ đăng ký, hoặc thành phần phía sau, gặp lỗi.',
    fix: 'Đọc nhật ký của máy chủ đăng ký tại thời điểm này.',
  },
  6: {
    why: 'Máy chủ đăng ký từ chối yêu cầu ở mọi nơi.',
    fix: 'Kiểm tra tài khoản và các giới hạn của nó trên máy chủ đăng ký.',
  },
};

const refusal = ({ code }: Failed): Refusal =>
  REFUSALS[code] ?? BY_CLASS[Math.trunc(code / 100)] ?? (BY_CLASS[4] as Refusal);

const FAILED: Readonly<
  Record<
    Failed['how'],
    { title(a: Failed): string; why(a: Failed): string; fix(a: Failed): string[] }
  >
> = {
  refused: {
    title: (a) => `${a.aor} không đăng ký được: ${a.code} ${a.phrase}.`,
    why: (a) => refusal(a).why,
    fix: (a) => [refusal(a).fix],
  },
  unauthorised: {
    title: (a) => `${a.aor} chưa đăng ký: không thấy trả lời yêu cầu xác thực.`,
    why: () =>
      'Máy chủ đăng ký yêu cầu xác thực như thường lệ nhưng không thấy REGISTER nào kèm thông tin đăng nhập. Thiết bị không có thông tin cho realm này, không hỗ trợ cách xác thực được yêu cầu, hoặc đang chờ người dùng nhập.',
    fix: () => [
      'Kiểm tra tên người dùng và mật khẩu trên thiết bị, đúng cho realm này.',
      'So sánh thuật toán trong challenge với những gì thiết bị hỗ trợ.',
    ],
  },
  'credentials-refused': {
    title: (a) => `${a.aor} không đăng ký được: thông tin đăng nhập không được chấp nhận.`,
    why: (a) =>
      `${a.registrar} lại yêu cầu xác thực dù REGISTER đã kèm thông tin đăng nhập, và thiết bị dừng ở đó.`,
    fix: () => ['Đặt lại mật khẩu ở cả hai phía; so sánh cả tên người dùng xác thực.'],
  },
  stale: {
    title: (a) => `${a.aor} không đăng ký được: nonce đã quá cũ và thiết bị dừng ở đó.`,
    why: (a) =>
      `${a.registrar} chưa xét tới mật khẩu: máy chủ cấp nonce mới để thử lại, nhưng không thấy lần thử đó.`,
    fix: () => [
      'Tại máy chủ đăng ký: cho nonce sống lâu hơn thời gian thiết bị cần để trả lời challenge.',
      'Tại thiết bị: phải thử lại ngay với nonce mới (stale=true); tìm bản cập nhật phần mềm.',
    ],
  },
  redirected: {
    title: (a) =>
      `${a.aor} được chuyển hướng để đăng ký nơi khác (${a.code}) nhưng không thấy đi tiếp.`,
    why: (a) => `${a.registrar} trả về một địa chỉ khác; không thấy REGISTER nào gửi tới đó.`,
    fix: () => [
      'Cho phép thiết bị đi theo chuyển hướng, hoặc khai báo đúng máy chủ đăng ký.',
      'Nếu máy chủ đăng ký kia không nằm trên liên kết này: bắt gói ở đó.',
    ],
  },
};

export const registrationRules: RegistrationTexts = {
  'register-failed': {
    summary: 'Đăng ký bị từ chối, hoặc yêu cầu xác thực không được trả lời.',
    title: (a) => FAILED[a.how].title(a),
    explanation: (a) =>
      `${FAILED[a.how].why(a)} ${
        a.worked
          ? 'Trước đó thiết bị đã đăng ký; cho tới khi hết hạn, cuộc gọi vẫn có thể tới được.'
          : 'Chừng nào còn như vậy, không cuộc gọi nào tới được thiết bị này.'
      }`,
    fix: (a) => FAILED[a.how].fix(a),
  },
  'register-interval-too-brief': {
    summary: 'Máy chủ đăng ký cho rằng thời hạn yêu cầu quá ngắn (423).',
    title: (a, f) =>
      a.recovered
        ? `${a.aor} xin thời hạn đăng ký quá ngắn và được báo mức tối thiểu${a.minimumS > 0 ? ` ${f.integer(a.minimumS)} giây` : ''}.`
        : `${a.aor} không đăng ký được: thời hạn quá ngắn đối với ${a.registrar}.`,
    explanation: (a, f) => {
      const asked = a.askedS > 0 ? `${f.integer(a.askedS)} giây` : 'một thời hạn';
      const least =
        a.minimumS > 0
          ? `ít nhất ${f.integer(a.minimumS)} giây`
          : 'lâu hơn, nhưng không nói bao nhiêu';
      return `Thiết bị xin ${asked}, máy chủ đăng ký đòi ${least}. ${
        a.recovered
          ? 'Thiết bị đã thử lại với thời hạn dài hơn; mỗi lần chỉ mất thêm một lượt đi về.'
          : `Thiết bị bị từ chối ${f.integer(a.refusals)} lần và không quay lại với thời hạn đủ dài.`
      }`;
    },
    fix: (a, f) => [
      a.minimumS > 0
        ? `Đặt thời hạn đăng ký trên thiết bị từ ${f.integer(a.minimumS)} giây trở lên.`
        : 'Đặt thời hạn đăng ký dài hơn trên thiết bị.',
    ],
  },
  'register-shortened': {
    summary: 'Máy chủ đăng ký cấp thời hạn ngắn hơn yêu cầu và thiết bị không để ý.',
    title: (a, f) =>
      `${a.aor} làm mới sau mỗi ${f.duration(a.intervalUs)} nhưng chỉ được đăng ký ${f.integer(a.grantedS)} giây.`,
    explanation: (a, f) =>
      `Thiết bị xin ${f.integer(a.askedS)} giây; ${a.registrar} cấp ${f.integer(a.grantedS)} giây, còn thiết bị vẫn theo số của mình. Trong mỗi chu kỳ có ${f.duration(a.gapUs)} không cuộc gọi nào tới được.`,
    fix: (a, f) => [
      `Đặt thời hạn đăng ký trên thiết bị không quá ${f.integer(a.grantedS)} giây.`,
      'Báo cho nhà sản xuất: giá trị expires trong phản hồi mới là giá trị có hiệu lực.',
    ],
  },
  'register-not-refreshed': {
    summary: 'Đăng ký hết hạn vì không được làm mới kịp thời.',
    title: (a, f) =>
      a.gapUs === null
        ? `Đăng ký của ${a.aor} đã hết hạn và không được làm mới.`
        : `${a.aor} không được đăng ký trong ${f.duration(a.gapUs)}: làm mới quá muộn.`,
    explanation: (a, f) =>
      `${a.registrar} đã gắn địa chỉ này với ${a.place} trong ${f.integer(a.grantedS)} giây. Trong thời gian đó không thấy REGISTER nào, cũng không thấy hủy đăng ký. Cho tới khi đăng ký lại, cuộc gọi tới sẽ kết thúc bằng 480 hoặc 404, hoặc vào hộp thư thoại.${
        a.gaps > 1 ? ` Việc này xảy ra ${f.integer(a.gaps)} lần.` : ''
      }`,
    fix: (a) => [
      `Tìm hiểu chuyện gì xảy ra với ${a.place} lúc đó: nguồn điện, mạng, khởi động lại, NAT đóng cổng.`,
      'Để thiết bị làm mới ở một nửa thời hạn được cấp.',
      'Nếu nhiều thiết bị cùng ngừng một lúc: tìm sự cố ở mạng của chúng.',
    ],
  },
  'register-expired-at-call': {
    summary: 'Cuộc gọi tới khi đăng ký của địa chỉ được gọi đã hết hạn.',
    title: (a, f) => `Đăng ký của ${a.aor} đã hết hạn ${f.duration(a.agoUs)} trước cuộc gọi này.`,
    explanation: (a, f) =>
      `Địa chỉ này từng được gắn với ${a.place} trong ${f.integer(a.grantedS)} giây và không thấy làm mới. ${
        a.code === 0
          ? `${a.node} không có nơi nào để chuyển cuộc gọi tới, và không thấy phản hồi.`
          : `${a.node} không có nơi nào để chuyển cuộc gọi tới và trả lời ${a.code} ${a.phrase}.`
      }`,
    fix: (a) => [
      `Tìm hiểu vì sao ${a.place} không đăng ký lại: mạng, nguồn điện, NAT, khởi động lại.`,
      'Rút ngắn thời hạn đăng ký để sớm phát hiện thiết bị bị mất.',
      'Với thiết bị di động hãy dùng push; với thuê bao chưa đăng ký hãy dùng hộp thư thoại.',
    ],
  },
  'register-flapping': {
    summary: 'Đăng ký chập chờn: liên tục đổi chỗ hoặc mất rồi lại có.',
    title: (a, f) =>
      `Đăng ký của ${a.aor} thay đổi ${f.integer(a.moves + a.returns)} lần trong ${f.duration(a.spanUs)}.`,
    explanation: (a, f) =>
      `${f.integer(a.moves)} lần thiết bị đăng ký từ địa chỉ hoặc cổng khác, ${f.integer(a.returns)} lần trở lại sau khi không còn liên kết đăng ký nào. Cuộc gọi vào những lúc đó sẽ thất bại hoặc đổ chuông nhầm chỗ. Đã thấy: ${f.list(a.places)}.`,
    fix: () => [
      'Kiểm tra mạng của thiết bị: đổi Wi-Fi, NAT quên ánh xạ quá sớm, SIP ALG.',
      'Kiểm tra xem có thiết bị thứ hai dùng cùng tài khoản không.',
    ],
  },
  'register-storm': {
    summary: 'Số lượt đăng ký cao hơn bình thường rất nhiều.',
    title: (a, f) =>
      a.aor === ''
        ? `${f.integer(a.perMinute)} lượt đăng ký trong một phút; bình thường là ${f.integer(a.median)}.`
        : `${a.aor} đăng ký ${f.integer(a.perMinute)} lần trong một phút.`,
    explanation: (a) =>
      a.aor === ''
        ? 'Nhiều thiết bị mất đăng ký cùng lúc, hoặc thử lại không nghỉ: khởi động lại, đứt đường truyền, hoặc máy chủ đăng ký từ chối chúng. Chính tải này có thể làm máy chủ không trả lời kịp.'
        : 'Bình thường mỗi lần làm mới chỉ có một lượt đăng ký. Thiết bị thử nhiều như vậy là do đặt sai bộ định thời, không nhận được hay không chấp nhận phản hồi, hoặc dùng chung tài khoản với thiết bị khác.',
    fix: (a) =>
      a.aor === ''
        ? [
            'Xem điều gì đã xảy ra trước đó một phút: khởi động lại, chuyển dự phòng, mất kết nối.',
            'Để thiết bị giãn các lần thử lại một cách ngẫu nhiên (RFC 5626 §4.5), và máy chủ đăng ký trả 503 kèm Retry-After.',
          ]
        : ['Kiểm tra thời hạn đăng ký và bộ định thời thử lại của thiết bị; tìm thiết bị thứ hai.'],
  },
  'register-many-bindings': {
    summary: 'Một địa chỉ có nhiều liên kết đăng ký.',
    title: (a, f) => `${a.aor} có ${f.integer(a.bindings)} liên kết đăng ký tại ${a.registrar}.`,
    explanation: () =>
      'Mỗi cuộc gọi tới địa chỉ này được gửi tới tất cả. Những liên kết không còn ai dùng, để lại sau khi khởi động lại hay đổi cổng, làm chậm cuộc gọi và đưa cuộc gọi tới chỗ không có ai.',
    fix: () => [
      'Xóa các liên kết cũ trên máy chủ đăng ký và giới hạn số liên kết cho mỗi địa chỉ.',
      'Để thiết bị giữ nguyên Contact, hoặc dùng instance id (RFC 5626), để liên kết mới thay liên kết cũ.',
    ],
  },
  'register-contact-unroutable': {
    summary: 'Thiết bị đăng ký một địa chỉ mà từ đây không tới được.',
    title: (a) =>
      a.tried
        ? `${a.aor} đăng ký ${a.contact}, địa chỉ không tới được; gói tin đến từ ${a.source}.`
        : `${a.aor} đăng ký ${a.contact}, địa chỉ nằm sau NAT; gói tin đến từ ${a.source}.`,
    explanation: (a) =>
      a.tried
        ? `${a.registrar} giữ nguyên địa chỉ đó và đã thấy gửi bản tin tới đó. Cuộc gọi tới thiết bị này không đến nơi.`
        : `${a.registrar} giữ nguyên địa chỉ đó, và phản hồi không cho thấy máy chủ nhận ra NAT. Nếu máy chủ không nhớ nơi đã gửi REGISTER, cuộc gọi tới thiết bị này sẽ không đến nơi.`,
    fix: () => [
      'Tại máy chủ đăng ký: bật xử lý NAT (force_rport, fix_nated_register, tham số received) để cuộc gọi đi tới nơi đã gửi REGISTER.',
      'Tại thiết bị: đặt địa chỉ IP công cộng hoặc STUN, hoặc dùng SIP Outbound hay SBC.',
    ],
  },
  'register-outbound-439-430': {
    summary: 'Trên đường đi không hỗ trợ SIP Outbound, hoặc flow đã mất.',
    title: (a) =>
      a.code === 439
        ? `${a.aor} yêu cầu SIP Outbound, nhưng chặng đầu tiên không hỗ trợ (439).`
        : `Flow của ${a.aor} tới edge proxy đã hỏng (430).`,
    explanation: (a) =>
      `${a.node} trả lời ${a.code} ${a.phrase}. ${
        a.recovered
          ? 'Sau đó thiết bị đã đăng ký bằng cách khác.'
          : 'Thiết bị không đăng ký bằng cách khác.'
      }`,
    fix: (a) =>
      a.code === 439
        ? ['Bật Outbound trên edge proxy (RFC 5626), hoặc tắt trên thiết bị.']
        : ['Để thiết bị giữ flow và mở flow mới khi flow cũ hỏng (RFC 5626 §4.4).'],
  },
  'subscribe-failed': {
    summary: 'Đăng ký theo dõi bị từ chối, hoặc không thấy NOTIFY.',
    title: (a) =>
      a.how === 'no-notify'
        ? `Đăng ký theo dõi ${named(a.event)} của ${a.resource} không nhận được NOTIFY.`
        : `Đăng ký theo dõi ${named(a.event)} của ${a.resource} thất bại: ${a.code} ${a.phrase}.`,
    explanation: (a) =>
      a.how === 'no-notify'
        ? `${a.node} đã chấp nhận nhưng không thấy NOTIFY tại điểm bắt gói. Đèn BLF và báo tin nhắn chờ phụ thuộc vào nó sẽ không sáng.`
        : a.how === 'unauthorised'
          ? `${a.node} yêu cầu xác thực, nhưng không thấy SUBSCRIBE kèm thông tin đăng nhập.`
          : a.code === 489
            ? `${a.node} không cung cấp gói sự kiện này.`
            : `${a.node} từ chối. Đèn BLF và báo tin nhắn chờ phụ thuộc vào nó sẽ không sáng.`,
    fix: (a) =>
      a.how === 'no-notify'
        ? [
            `Xem tại ${a.node}: NOTIFY có được gửi không, và tới địa chỉ nào? Contact của bên theo dõi có thể không tới được.`,
          ]
        : a.code === 489
          ? [
              'Tắt tính năng (BLF, báo tin nhắn chờ, trạng thái) trên thiết bị, hoặc bật trên máy chủ.',
            ]
          : [
              'Kiểm tra đối tượng có tồn tại và bên theo dõi có được phép theo dõi không.',
              'Tắt tính năng trên thiết bị nếu không ai cần.',
            ],
  },
  'notify-481': {
    summary: 'Bên nhận NOTIFY không biết đăng ký theo dõi này.',
    title: (a) =>
      `${a.node} nhận NOTIFY về ${named(a.event)} nhưng không biết đăng ký theo dõi đó.`,
    explanation: (a, f) =>
      `${a.sender} gửi NOTIFY ${f.integer(a.count)} lần và nhận 481. Thiết bị đã khởi động lại, hoặc chưa từng đăng ký theo dõi: một số máy chủ gửi NOTIFY dù không được yêu cầu.`,
    fix: (a) => [
      `${a.sender} nên bỏ đăng ký theo dõi sau 481; nếu vẫn tiếp tục, xem danh sách bên theo dõi của nó.`,
      'Nếu thiết bị chưa từng đăng ký theo dõi: tắt NOTIFY tự phát trên máy chủ.',
    ],
  },
  'info-dtmf-rejected': {
    summary: 'Phím số gửi bằng INFO bị từ chối.',
    title: (a, f) =>
      `${a.node} từ chối ${f.integer(a.count)} phím gửi bằng INFO: ${a.code} ${a.phrase}.`,
    explanation: (a) =>
      `Phím được gửi dưới dạng ${a.type === '' ? 'INFO' : a.type}, phía kia không chấp nhận. Menu thoại, mã PIN và mã phòng họp không dùng được trong cuộc gọi này.`,
    fix: () => [
      'Đặt hai phía cùng một cách gửi phím, tốt nhất là RFC 4733 (telephone-event).',
      'Hoặc để SBC chuyển INFO thành telephone-event.',
    ],
  },
};

function named(event: string): string {
  return event === '' ? 'sự kiện không tên' : event;
}
