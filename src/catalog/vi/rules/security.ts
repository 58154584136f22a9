import type { SecurityArgs } from '../../../model/security-args.ts';
import type { SecurityTexts } from '../../rule-families.ts';

const who = ({ address }: { readonly address: string }): string =>
  address === '' ? 'Một nguồn lạ' : address;

const SCANNER: Readonly<
  Record<SecurityArgs['scanner-detected']['how'], (a: SecurityArgs['scanner-detected']) => string>
> = {
  agent: (a) => `Nguồn này tự xưng là "${a.sign}", tên của một công cụ dò quét.`,
  habit: (a) => `Bản tin của nó mang dấu vết của công cụ đã biết: ${a.sign}.`,
  sweep: () => 'Nó thử hết máy này đến máy khác, mỗi máy một hai lần, và không lần nào có kết quả.',
};

export const securityRules: SecurityTexts = {
  'scanner-detected': {
    summary: 'Có nguồn dò quét máy chủ SIP bằng công cụ hoặc thử lần lượt từng máy.',
    title: (a, f) =>
      `${who(a)} dò quét máy chủ SIP: ${f.integer(a.requests)} yêu cầu tới ${f.integer(a.targets)} máy (${a.methods.join(', ')}).`,
    explanation: (a, f) =>
      `${SCANNER[a.how](a)} ${
        a.accepted === 0
          ? 'Không yêu cầu nào được chấp nhận. Các phản hồi từ chối và sự im lặng mà nó gặp chỉ là nhiễu, không nói gì về chất lượng dịch vụ.'
          : `${f.integer(a.accepted)} yêu cầu của nó nhận được 2xx, nên nó đã biết ở đây có máy chủ.`
      } Tên và dấu vết có thể giả mạo; với UDP thì cả địa chỉ cũng vậy.`,
    fix: (a) => [
      `Chặn mọi thứ từ ${a.address === '' ? 'nguồn này' : a.address} tại tường lửa hoặc SBC, không trả lời gì.`,
      'Chỉ cho các mạng đã biết truy cập cổng SIP, hoặc giới hạn tốc độ và cấm tự động (fail2ban, pike, danh sách truy cập của SBC).',
      'Nếu đó là công cụ kiểm tra hoặc giám sát của mình: loại trừ địa chỉ đó.',
    ],
  },
  'extension-enumeration': {
    summary: 'Có nguồn hỏi lần lượt từng người dùng để biết máy nhánh nào tồn tại.',
    title: (a, f) =>
      `${who(a)} dò máy nhánh tại ${a.server}: ${f.integer(a.users)} người dùng trong một phút.`,
    explanation: (a, f) =>
      `Nó dùng ${a.method} hỏi ${f.list(a.examples)} và nhiều tên khác, không kèm thông tin đăng nhập, và bị từ chối ${f.integer(a.refusals)} lần (${a.codes}). Không yêu cầu nào từ địa chỉ này có kết quả. ${
        a.tells
          ? 'Máy chủ trả lời challenge cho người dùng có thật và 404 cho tên khác: đó chính là danh sách mà kẻ dò cần.'
          : 'Các câu trả lời giống nhau nên kẻ dò biết được rất ít.'
      }`,
    fix: (a) => [
      `Chặn ${a.address === '' ? 'nguồn này' : a.address}, và giới hạn tốc độ yêu cầu tới người dùng không tồn tại.`,
      a.tells
        ? `Cho ${a.server} trả lời challenge như nhau cho mọi người dùng, có thật hay không (Asterisk: alwaysauthreject, hoặc mặc định của PJSIP).`
        : 'Tiếp tục trả lời như nhau cho người dùng có thật và không có thật.',
      'Đặt tên và mật khẩu của máy nhánh khác với số máy nhánh.',
    ],
  },
  'password-bruteforce': {
    summary: 'Có nguồn thử hết mật khẩu này đến mật khẩu khác cho một người dùng.',
    title: (a, f) =>
      `${who(a)} dò mật khẩu của "${a.username}": ${f.integer(a.failures)} lần bị từ chối trong ${f.duration(a.spanUs)}.`,
    explanation: (a, f) =>
      `${a.server} đã từ chối thông tin đăng nhập của người dùng này tổng cộng ${f.integer(a.total)} lần, phần lớn dưới các Call-ID riêng. Thiết bị cấu hình sai mật khẩu thì lặp lại một lần đăng ký duy nhất.`,
    fix: (a) => [
      `Chặn ngay ${a.address === '' ? 'nguồn này' : a.address}, và tự động cấm địa chỉ sau vài lần sai mật khẩu.`,
      `Kiểm tra có lần thử nào thành công không, và đặt cho "${a.username}" mật khẩu dài, ngẫu nhiên.`,
      'Nếu đó là thiết bị của mình: nó sai mật khẩu và thử lại quá dày.',
    ],
  },
  'credential-compromise-suspected': {
    summary: 'Đăng ký thành công ngay sau một loạt lần dò mật khẩu từ cùng địa chỉ.',
    title: (a, f) =>
      `"${a.username}" có vẻ đã bị chiếm: ${who(a)} đăng ký được sau ${f.integer(a.failures)} lần sai mật khẩu.`,
    explanation: (a, f) =>
      `Đăng ký được chấp nhận ${f.duration(a.afterUs)} sau lần dò cuối, từ cùng địa chỉ, và trước đó địa chỉ này chưa từng đăng ký cho người dùng này. Có lẽ một mật khẩu đã đoán trúng.`,
    fix: (a) => [
      `Xóa các binding của "${a.username}", đổi mật khẩu, và chặn ${who(a)}.`,
      'Tìm các cuộc gọi quốc tế từ tài khoản này kể từ lúc đó, và ngắt những cuộc đang diễn ra.',
      'Nếu chính chủ tài khoản đã thử từ đó và nhập đúng: không có gì mất mát.',
    ],
  },
  'toll-fraud-pattern': {
    summary: 'Có nguồn quay một số với hết tiền tố này đến tiền tố khác để tìm đường gọi ra.',
    title: (a, f) =>
      `${who(a)} tìm đường gọi ra ngoài: …${a.number} với ${f.integer(a.prefixes.length)} tiền tố.`,
    explanation: (a, f) =>
      `Trong ${f.duration(a.spanUs)} nó gửi ${f.integer(a.attempts)} INVITE tới ${a.server} cho cùng một số sau các tiền tố ${f.list(a.prefixes.map((prefix) => `"${prefix}"`))}. Không cuộc gọi nào từ địa chỉ này thành công. Kẻ gian lận cước tìm quy tắc quay số cho phép người lạ gọi quốc tế theo cách đó.`,
    fix: (a) => [
      `Chặn ${a.address === '' ? 'nguồn này' : a.address}; cho ${a.server} chỉ nhận cuộc gọi từ đối tác đã biết và người dùng đã đăng ký.`,
      'Kiểm tra rằng ngữ cảnh dành cho cuộc gọi chưa xác thực không dẫn tới trung kế nào.',
      'Chặn các đích đắt tiền không ai cần, và thỏa thuận hạn mức chi phí với nhà mạng.',
    ],
  },
  'open-relay': {
    summary: 'Một nguồn lạ đã tìm ra tiền tố mà máy chủ cho nó gọi ra ngoài.',
    title: (a, f) =>
      `${a.server} cho người lạ gọi ra: sau ${f.integer(a.attempts)} lần thử vô ích, ${f.integer(a.through)} cuộc gọi của ${who(a)} đã thành công.`,
    explanation: (a, f) =>
      `Nó quay …${a.number} sau các tiền tố ${f.list(a.prefixes.map((prefix) => `"${prefix}"`))} và nhiều dạng khác, không kèm thông tin đăng nhập, và chưa từng đăng ký. ${f.duration(a.afterUs)} sau lần từ chối cuối cùng được nêu, cuộc gọi đầu tiên của nó thành công. Đó chính là điều kẻ gian lận tìm: gọi quốc tế bằng tiền của chủ tổng đài.`,
    fix: (a) => [
      `Chặn ngay ${who(a)}, và ngắt các cuộc gọi đang diễn ra.`,
      `Cho ${a.server} chỉ nhận cuộc gọi không xác thực từ trung kế đã biết, và không để ngữ cảnh dành cho người lạ dẫn tới trung kế nào.`,
      'Tìm các cuộc gọi tới đích đắt tiền kể từ gói tin đầu tiên được nêu, và báo cho nhà mạng.',
    ],
  },
  'bye-or-cancel-spoof': {
    summary: 'Một nguồn lạ đã ngắt cuộc gọi dưới danh nghĩa của một bên.',
    title: (a) => `${who(a)} đã ngắt cuộc gọi dưới danh nghĩa của ${a.victim}.`,
    explanation: (a, f) =>
      `BYE của nó mang đúng tag của cuộc gọi và được ${a.server} chấp nhận, nhưng trước đó địa chỉ này không tham gia cuộc gọi và không được nêu trong bản tin nào. ${f.duration(a.afterUs)} sau, chính ${a.victim} gửi ${a.method} như thể cuộc gọi vẫn đang diễn ra. Ai biết được tag thì đọc được báo hiệu trên đường truyền.`,
    fix: (a) => [
      `Cho ${a.server} chỉ nhận yêu cầu của cuộc gọi từ nơi cuộc gọi đã đến, hoặc qua TLS.`,
      `Tìm xem ai đứng sau ${who(a)}, và nó đọc được báo hiệu ở đâu trên đường truyền.`,
      'Nếu đó là nút khác của cùng một SBC: cho nó báo với nút đầu tiên rằng cuộc gọi đã kết thúc.',
    ],
  },
  'digest-leak': {
    summary: 'Một bên gọi đã khiến thiết bị gửi mã băm (digest) của mật khẩu.',
    title: (a) => `${who(a)} gọi ${a.device} và lấy được mã băm (digest) của mật khẩu.`,
    explanation: (a) =>
      `${a.method} của bên nhận bị chính bên gọi trả lời ${a.code}, và thiết bị đã gửi thông tin đăng nhập cho nó. ${a.registrar === '' ? 'Cuộc gọi mang dấu vết của công cụ dò quét.' : `Thiết bị đăng ký tại ${a.registrar}, và không ai đăng ký tại bên gọi.`} Từ mã băm như vậy có thể dò mật khẩu ngoại tuyến.`,
    fix: (a) => [
      `Đặt cho ${a.device} mật khẩu mới, thật dài.`,
      'Cho thiết bị chỉ nhận cuộc gọi từ máy chủ của nó, và chỉ trả lời challenge thuộc realm của nó.',
      `Chặn ${who(a)}, và không để cổng SIP của điện thoại truy cập được từ internet.`,
    ],
  },
  'digest-replay': {
    summary: 'Thông tin đăng nhập đã dùng một lần lại được chấp nhận từ địa chỉ khác.',
    title: (a) =>
      `${who(a)} dùng lại thông tin đăng nhập của "${a.username}" mà ${a.owner} đã gửi.`,
    explanation: (a, f) =>
      `Nonce, cnonce, số đếm và response giống hệt, dưới Call-ID khác, ${f.duration(a.afterUs)} sau khi ${a.server} chấp nhận lần đầu; nó lại chấp nhận ${a.method} này. Số đếm nonce không tăng thì phải bị từ chối.`,
    fix: (a) => [
      `Cho ${a.server} kiểm tra số đếm nonce, hoặc chỉ cho dùng mỗi nonce một lần.`,
      `Chặn ${who(a)}, xóa những gì nó đã đăng ký, và đổi mật khẩu của "${a.username}".`,
      'Dùng TLS để không ai nghe lén được thông tin đăng nhập.',
    ],
  },
  'sip-flood': {
    summary: 'Một địa chỉ gửi rất nhiều yêu cầu mà hầu như không có kết quả.',
    title: (a, f) =>
      `${who(a)} làm ngập ${a.server}: ${f.integer(a.perSecond)} yêu cầu trong một giây, hầu như không có kết quả.`,
    explanation: (a, f) =>
      `${f.integer(a.requests)} yêu cầu (${a.method} trong giây bận nhất) không có kết quả, ${f.integer(a.completed)} có kết quả; không tính các bản gửi lại. ${f.integer(a.unanswered)} yêu cầu của giây đó không nhận được phản hồi nào. Tấn công, vòng lặp, hay thiết bị đồng loạt quay lại sau sự cố đều trông giống nhau ở đây.`,
    fix: (a) => [
      `Giới hạn tốc độ của ${who(a)} trước ${a.server}: tại SBC hoặc tường lửa.`,
      'Nếu đó là đối tác của mình: tìm xem nó lặp lại điều gì, và cho nó giãn thời gian giữa các lần thử.',
      'So sánh các đối tác khác trong giây đó: máy chủ còn theo kịp hay không.',
    ],
  },
};
