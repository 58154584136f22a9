import type { AuthArgs } from '../../../model/auth-args.ts';
import type { Formatter } from '../../format.ts';
import type { DigestTexts } from '../../rule-families.ts';
import { attemptLines, differenceLines, who } from './digest-words.ts';

const WHY: Readonly<Record<AuthArgs['auth-no-retry']['why'], string>> = {
  'no-challenge': 'Phản hồi không mang challenge nào, nên không có gì để trả lời.',
  'wrong-field':
    'Challenge nằm sai header: mã 401 hỏi bằng WWW-Authenticate, mã 407 bằng Proxy-Authenticate.',
  scheme: 'Challenge không đề nghị Digest, phương thức duy nhất mà thiết bị SIP có.',
  algorithm:
    'Challenge không đề nghị MD5, trong khi nhiều thiết bị không biết thuật toán nào khác.',
  qop: 'Challenge chỉ cho phép auth-int, hầu như không thiết bị nào làm được.',
  'second-realm':
    'Bên gửi đã trả lời một realm khác trước đó; có lẽ nó không có thông tin đăng nhập cho realm này.',
  unknown:
    'Bên gửi không có thông tin đăng nhập cho realm này, không được thiết kế để trả lời loại challenge này, hoặc đang chờ người dùng nhập mật khẩu.',
};

const NOTHING_DIFFERS =
  'Header, realm, nonce, uri và thuật toán của câu trả lời đều khớp với challenge. Chỉ còn lại bí mật: sai mật khẩu, tên đăng nhập mà máy chủ không biết, hoặc máy chủ đang lưu một mật khẩu khác.';

const fixServer = (server: string, username: string): string =>
  `Đặt lại mật khẩu của ${username === '' ? 'tài khoản' : `"${username}"`} ở cả hai bên: trên thiết bị và tại ${server}.`;

type Stale = AuthArgs['auth-stale-loop'];

/** One nonce sent over and over is a client that ignores the new ones, or a server that gives out none. */
function staleTitle(a: Stale, f: Formatter): string {
  const times = `${f.integer(a.rejections)} lần liên tiếp`;
  const end = a.accepted ? ', rồi mới chấp nhận nonce khác' : '';
  if (a.nonces > 1) {
    const count = f.integer(a.nonces);
    const which =
      a.nonces < a.rejections
        ? `${count} nonce là quá cũ, ${times}`
        : `${count} nonce liên tiếp là quá cũ`;
    return `${a.server} coi ${which}${a.accepted ? ' rồi mới chấp nhận' : ''}.`;
  }
  return a.reused
    ? `${a.client} gửi cùng một nonce cũ ${times} và bỏ qua các nonce mới của ${a.server}${end}.`
    : `${a.server} coi nonce do chính nó cấp là quá cũ, ${times}${end}.`;
}

export const authRules: DigestTexts = {
  'auth-no-retry': {
    summary: 'Một challenge (401, 407) không được trả lời.',
    title: (a) => `Không thấy ${a.client} trả lời mã ${a.code} của ${a.server} cho ${a.method}.`,
    explanation: (a, f) =>
      `${a.realm === '' ? 'Máy chủ yêu cầu xác thực' : `Máy chủ yêu cầu xác thực cho realm "${a.realm}"`}, và không thấy ${a.method} nào tiếp theo với Call-ID này trong ${f.duration(a.waitedUs)}. ${WHY[a.why]}`,
    fix: (a) => [
      `Nhập tên đăng nhập và mật khẩu${a.realm === '' ? '' : ` cho realm "${a.realm}"`} tại ${a.client}.`,
      `Nếu ${a.client} là trunk không cần mật khẩu: cấu hình để ${a.server} nhận ra nó qua địa chỉ.`,
      ...(a.why === 'unknown' || a.why === 'second-realm'
        ? []
        : [`Sửa challenge tại ${a.server}: Digest, qop "auth", MD5 bên cạnh các thuật toán mới.`]),
    ],
  },
  'auth-loop-wrong-credentials': {
    summary: 'Thông tin đăng nhập bị từ chối nhiều lần.',
    title: (a, f) => {
      const times = a.rejections === 1 ? '' : ` ${f.integer(a.rejections)} lần`;
      const end = a.accepted ? ', sau đó mới chấp nhận' : '';
      return `${a.server} từ chối thông tin đăng nhập của ${who(a)} cho realm "${a.realm}"${times}${end}.`;
    },
    explanation: (a) =>
      [
        a.differences.length === 0 ? NOTHING_DIFFERS : 'Chỗ khác nhau:',
        ...differenceLines(a.differences),
        ...attemptLines(a.attempts),
      ].join(' '),
    fix: (a) => [
      ...(a.differences.length === 0
        ? []
        : [`Trước hết sửa chỗ khác nhau, tại ${a.client} hoặc trên đường đi.`]),
      fixServer(a.server, a.username),
      'Kiểm tra tài khoản có tên xác thực riêng, khác với số máy, hay không.',
      `Nếu bí mật đúng: nó có được lưu cho một realm khác "${a.realm}" không, và các máy chủ sau ${a.server} có dùng chung nonce không?`,
    ],
  },
  'auth-stale-loop': {
    summary: 'Nonce liên tục bị coi là quá cũ.',
    title: staleTitle,
    explanation: (a, f) =>
      [
        a.phrase === ''
          ? 'Máy chủ không chê mật khẩu: stale=true nghĩa là chỉ nonce bị từ chối.'
          : `Máy chủ không chê mật khẩu mà chê nonce: "${a.phrase}", dù không có stale=true.`,
        a.reused
          ? a.nonces === 1
            ? 'Mỗi lần từ chối đều cấp nonce mới, nhưng bên gửi vẫn dùng nonce cũ.'
            : 'Ít nhất một lần bên gửi trả lời bằng nonce cũ hơn nonce vừa nhận.'
          : 'Bên gửi trả lời đúng nonce vừa nhận.',
        ...(a.livedUs === null ? [] : [`Nonce ngắn nhất sống ${f.duration(a.livedUs)}.`]),
        ...attemptLines(a.attempts),
      ].join(' '),
    fix: (a) =>
      a.reused
        ? [`Cập nhật ${a.client}: phải dùng nonce mới nhất.`]
        : [
            `Cho mọi máy chủ sau ${a.server} dùng chung bí mật tạo nonce, hoặc giữ mỗi thiết bị ở một máy chủ.`,
            `Tăng thời gian sống của nonce tại ${a.server} và so sánh đồng hồ giữa các nút.`,
          ],
  },
  'auth-nc-reuse': {
    summary: 'Một nonce được dùng lại mà không tăng bộ đếm và bị từ chối.',
    title: (a) => `${a.client} dùng lại nonce ${a.nonce} với nc=${a.nc} sau nc=${a.before}.`,
    explanation: (a) =>
      `Bộ đếm phải tăng sau mỗi yêu cầu dùng cùng một nonce. Với ${a.server}, nơi đã chấp nhận nonce này, yêu cầu trông như bị phát lại (replay) nên bị từ chối.`,
    fix: (a) => [
      `Cập nhật ${a.client}: phải tăng nc với mỗi ${a.method}.`,
      'Hoặc cấu hình máy chủ chỉ cấp mỗi nonce cho một lần dùng (tắt qop, hoặc nonce mới trong mỗi challenge).',
    ],
  },
  'auth-uri-mismatch': {
    summary: 'Tham số uri trong thông tin đăng nhập bị từ chối không phải là Request-URI.',
    title: (a) => `Thông tin đăng nhập dành cho ${a.uri}; yêu cầu lại gửi đến ${a.requestUri}.`,
    explanation: (a) =>
      a.rewritten
        ? `${a.client} gửi đúng Request-URI đã dùng để tính câu trả lời; một nút trước ${a.server} đã đổi nó. Máy chủ nào so sánh hai giá trị thì từ chối; đa số không so sánh.`
        : `${a.client} tính câu trả lời bằng một URI khác với yêu cầu, hoặc một ALG đã đổi yêu cầu trước điểm này. Máy chủ nào so sánh hai giá trị thì từ chối.`,
    fix: (a) => [
      a.rewritten
        ? `Giữ nguyên Request-URI đến ${a.server}, hoặc tắt việc kiểm tra uri tại đó.`
        : `Tìm SIP ALG ở gần ${a.client} và tắt nó.`,
    ],
  },
  'auth-realm-mismatch': {
    summary: 'Thông tin đăng nhập cho một realm khác với realm được hỏi bị từ chối.',
    title: (a) => `${a.server} hỏi realm "${a.asked}"; ${a.client} trả lời cho "${a.realm}".`,
    explanation: () =>
      'Realm là một phần để tính response và phải được lặp lại đúng như challenge. Trong yêu cầu không có thông tin đăng nhập nào cho realm đó.',
    fix: (a) => [
      `Nhập realm "${a.asked}" tại ${a.client}, hoặc để trống để thiết bị lấy realm từ challenge.`,
      `So sánh domain mà ${a.client} dùng để đăng ký với realm của ${a.server}.`,
    ],
  },
  'auth-username-mismatch': {
    summary: 'Thông tin đăng nhập bị từ chối nêu người dùng khác với yêu cầu.',
    title: (a) => `Thông tin đăng nhập là của "${a.username}", còn yêu cầu nhân danh "${a.user}".`,
    explanation: () =>
      'Tên xác thực khác với số máy là chuyện thường và có thể đúng. Vì thông tin đăng nhập đã bị từ chối nên cần xem lại.',
    fix: (a) => [`So sánh tên xác thực tại ${a.client} với tài khoản tại ${a.server}.`],
  },
  'auth-algorithm-unsupported': {
    summary: 'Hai bên không có thuật toán digest chung.',
    title: (a, f) =>
      a.used === ''
        ? `${a.server} chỉ đề nghị ${f.list(a.offered)}, và ${a.client} không trả lời.`
        : `${a.server} chỉ đề nghị ${f.list(a.offered)}; ${a.client} trả lời bằng ${a.used}.`,
    explanation: (a) =>
      a.used === ''
        ? 'Nhiều thiết bị SIP chỉ biết MD5. Việc bên gửi im lặng phù hợp với điều đó, nhưng cũng có thể nó thiếu thông tin đăng nhập.'
        : 'Câu trả lời bằng thuật toán không được đề nghị thì không thể được chấp nhận.',
    fix: (a) => [
      `Cho ${a.server} đề nghị cả MD5, trong challenge thứ hai sau thuật toán mạnh hơn.`,
      `Hoặc nâng cấp ${a.client} lên phiên bản biết ${a.offered[0] ?? 'SHA-256'}.`,
    ],
  },
  'auth-cseq-not-incremented': {
    summary: 'Yêu cầu kèm thông tin đăng nhập giữ nguyên số CSeq và thất bại.',
    title: (a) =>
      `${a.client} gửi lại ${a.method} kèm thông tin đăng nhập với cùng CSeq ${a.cseq}.`,
    explanation: (a) =>
      `Yêu cầu gửi lại là một yêu cầu mới và cần số tiếp theo. ${a.server} có thể đã coi nó là bản sao của yêu cầu đầu.`,
    fix: (a) => [
      `Cập nhật ${a.client}.`,
      'Proxy xác thực thay cho bên khác giữ nguyên số này theo thiết kế: hãy dùng B2BUA thay thế.',
    ],
  },
  'auth-then-403': {
    summary: 'Thông tin đăng nhập bị trả lời bằng 403.',
    title: (a) =>
      `${a.server} trả lời thông tin đăng nhập của ${who(a)} bằng mã 403${a.phrase === '' ? '' : ` (${a.phrase})`}.`,
    explanation: (a) =>
      [
        'Máy chủ đã đọc thông tin đăng nhập và từ chối hẳn. Có máy chủ trả lời như vậy khi sai mật khẩu, có máy chủ khi tài khoản bị khóa hoặc không được phép đến từ địa chỉ này.',
        ...differenceLines(a.differences),
      ].join(' '),
    fix: (a) => [
      `Xem nhật ký của ${a.server}: ở đó phân biệt được sai mật khẩu với tài khoản hoặc địa chỉ bị khóa.`,
      fixServer(a.server, a.username),
      'Ngừng thử trước khi cơ chế chặn do đăng nhập sai (fail2ban và tương tự) khóa địa chỉ.',
    ],
  },
  'auth-challenge-to-ack-or-cancel': {
    summary: 'ACK hoặc CANCEL bị yêu cầu xác thực, điều không ai trả lời được.',
    title: (a) => `${a.server} trả lời ${a.method} bằng mã ${a.code}.`,
    explanation: (a) =>
      `${a.method === 'CANCEL' ? 'CANCEL mang số CSeq của yêu cầu mà nó hủy' : 'ACK không bao giờ được trả lời'}, nên không thể gửi lại kèm thông tin đăng nhập. ${a.method === 'CANCEL' ? 'Bên được gọi vẫn tiếp tục đổ chuông.' : 'Phản hồi này không có nơi để đến.'}`,
    fix: (a) => [`Miễn xác thực cho ${a.method} tại ${a.server}.`],
  },
  'auth-basic-or-cleartext': {
    summary: 'Mật khẩu truyền đi ở dạng đọc được, hoặc được yêu cầu như vậy.',
    title: (a) =>
      a.how === 'offered'
        ? `${a.server} yêu cầu mật khẩu ở dạng đọc được (Basic).`
        : `${a.client} đã gửi mật khẩu ở dạng đọc được qua ${a.transport}.`,
    explanation: (a) =>
      a.how === 'password'
        ? 'Thông tin đăng nhập có mật khẩu như một tham số. Ai xem được bản ghi này đều có mật khẩu.'
        : a.how === 'basic'
          ? 'Basic chỉ là base64, không che giấu gì; SIP đã cấm từ năm 2002. Ai xem được bản ghi này đều có mật khẩu.'
          : 'Basic đã bị loại khỏi SIP từ năm 2002. Thiết bị đúng chuẩn không trả lời, và yêu cầu thất bại.',
    fix: (a) => [
      ...(a.how === 'offered' ? [] : ['Đổi mật khẩu này và không chia sẻ bản ghi.']),
      `Cho ${a.server} hỏi bằng Digest, và dùng TLS.`,
    ],
  },
};
