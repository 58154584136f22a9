import type { AuthArgs, PassportFault, SignedIdentity } from '../../../model/auth-args.ts';
import type { Formatter } from '../../format.ts';
import type { IdentityTexts } from '../../rule-families.ts';

const shown = (value: string): string => (value === '' ? '–' : value);

const FAULTS: Readonly<Record<PassportFault, (a: SignedIdentity, f: Formatter) => string>> = {
  unreadable: () => 'không giải mã được token',
  algorithm: () => 'không được ký bằng ES256',
  type: () => 'kiểu không phải "passport"',
  'info-differs': () => 'header và token nêu chứng thư số hoặc phần mở rộng khác nhau',
  'certificate-url': () => 'không nêu chứng thư số tại một URL https',
  'no-date': () => 'không có thời điểm ký (iat)',
  old: (a, f) => `được ký trước yêu cầu ${f.duration(a.ageUs ?? 0)}`,
  ahead: (a, f) => `được ký sau yêu cầu ${f.duration(-(a.ageUs ?? 0))}`,
  attest: () => 'mức chứng thực không phải A, B hay C',
  origid: () => 'origid không phải là UUID',
  'no-caller': () => 'không có số gọi',
  'no-callee': () => 'không có số được gọi',
  'caller-differs': (a) =>
    `ký cho số gọi ${shown(a.origTn)}, yêu cầu lại hiển thị ${shown(a.caller)}`,
  'callee-differs': (a) =>
    `ký cho số được gọi ${shown(a.destTn)}, yêu cầu lại gửi đến ${shown(a.callee)}`,
  signature: () => 'chữ ký không có độ dài của ES256',
};

const faults = (a: SignedIdentity, f: Formatter): string =>
  f.list(a.faults.map((fault) => FAULTS[fault](a, f)));

const decoded = (a: SignedIdentity): string =>
  `Nội dung ký: ${shown(a.ppt)}, mức chứng thực ${shown(a.attest)}, từ ${shown(a.origTn)} đến ${shown(a.destTn)}; chứng thư số ${shown(a.certificate)} (không tải về).`;

type Failed = AuthArgs['identity-verification-failed'];

const BY_CODE: Readonly<Record<number, string>> = {
  403: 'token đã quá cũ',
  428: 'bắt buộc có chữ ký nhưng không thấy',
  436: 'không tải được chứng thư số',
  437: 'chứng thư số không được chấp nhận',
  438: 'chữ ký và yêu cầu không khớp nhau',
};

const why = (a: Failed): string =>
  BY_CODE[a.how === 'reason' ? Number.parseInt(a.detail, 10) : a.code] ?? 'chữ ký không đúng';

const FIX: Readonly<Record<number, string>> = {
  403: 'So sánh đồng hồ của bên ký và bên xác minh, và ký lại cho mỗi lần gọi.',
  428: 'Tìm chặng làm mất Identity: SBC, chặng không dùng SIP, hoặc giới hạn kích thước của UDP.',
  436: 'Mở URL của chứng thư số từ Internet công cộng: phải trả lời nhanh, qua https.',
  437: 'Dùng chứng thư số còn hạn của tổ chức được công nhận, với ES256.',
  438: 'Ký sau nút cuối cùng đổi số; so sánh INVITE ở đó và ở đây.',
};

export const identityRules: IdentityTexts = {
  'identity-verification-failed': {
    summary: 'Chữ ký của số gọi (STIR) bị thiếu hoặc không đúng.',
    title: (a) =>
      a.how === 'verstat'
        ? `Số gọi bị gắn nhãn ${a.detail}, và cuộc gọi bị từ chối với lý do khác.`
        : a.refused
          ? `${a.node} từ chối cuộc gọi vì chữ ký của bên gọi: ${why(a)}.`
          : `${a.node} không xác minh được chữ ký của bên gọi (${why(a)}) và vẫn cho cuộc gọi đi tiếp.`,
    explanation: (a, f) => {
      const said =
        `${a.code === 0 ? '' : `${a.code} ${a.phrase}`}${a.detail === '' ? '' : ` (${a.detail})`}`.trim();
      if (a.identity === null) return `${said}. Tại điểm này yêu cầu không mang Identity.`;
      const wrong =
        a.identity.faults.length === 0
          ? 'Những gì kiểm tra được mà không cần chứng thư số đều đúng.'
          : `Không cần chứng thư số cũng thấy: ${faults(a.identity, f)}.`;
      return `${said}. ${decoded(a.identity)} ${wrong}`;
    },
    fix: (a) => [
      FIX[a.how === 'reason' ? Number.parseInt(a.detail, 10) : a.code] ??
        'Hỏi mạng đích kết quả xác minh của họ, kèm Call-ID của cuộc gọi này.',
      'Bảo đảm không nút nào đổi số sau nút ký.',
    ],
  },
  'identity-passport-invalid': {
    summary: 'Danh tính số gọi đã ký (PASSporT) trái với quy tắc hoặc trái với yêu cầu.',
    title: (a, f) =>
      `Danh tính số gọi đã ký không hợp lệ: ${faults({ ...a, faults: a.faults.slice(0, 1) }, f)}.`,
    explanation: (a, f) =>
      a.damage === ''
        ? `${decoded(a)} Chỗ sai: ${faults(a, f)}. Bên xác minh sẽ từ chối cuộc gọi hoặc đánh dấu số. Nếu mọi cuộc gọi đều quá cũ hoặc quá mới thì đồng hồ của bản ghi sai.`
        : `Token bị hỏng (${a.damage}): bị cắt trên đường đi, hoặc bị một nút không hiểu nó thay đổi.`,
    fix: (a) => [
      a.faults[0] === 'old' || a.faults[0] === 'ahead'
        ? 'So sánh đồng hồ của bên ký, của bản ghi này và của bên xác minh; ký lại cho mỗi lần gọi.'
        : `Cho bên ký lấy số từ INVITE khi rời ${a.node}, sau lần sửa cuối cùng.`,
      'Kiểm tra quy tắc sửa header và giới hạn kích thước của các SBC giữa bên ký và điểm này.',
    ],
  },
  'caller-id-rejected': {
    summary: 'Cuộc gọi bị từ chối vì số gọi.',
    title: (a) => `${a.node} từ chối cuộc gọi vì số gọi: ${a.code} ${a.phrase}.`,
    explanation: (a) =>
      `From ${shown(a.from)}, P-Asserted-Identity ${shown(a.asserted)}, P-Preferred-Identity ${shown(a.preferred)}, Remote-Party-ID ${shown(a.remoteParty)}.${a.warning === '' ? '' : ` Kèm theo: ${a.warning}.`} Nhà mạng lấy một trong các trường này làm số gọi và từ chối số không được cấp cho trunk hoặc sai định dạng.`,
    fix: (a) => [
      'Hiển thị một số của trunk này theo E.164 (+mã quốc gia), trong trường mà nhà mạng đọc trước.',
      `Hỏi bên vận hành ${a.node} xem họ chấp nhận số nào và trường nào.`,
      'Với cuộc gọi chuyển tiếp: chỉ giữ số bên gọi khi hợp đồng cho phép, và gửi Diversion hoặc History-Info.',
    ],
  },
  'anonymous-rejected': {
    summary: 'Bên được gọi không nhận cuộc gọi ẩn số.',
    title: (a) => `${a.node} không nhận cuộc gọi ẩn số (${a.code} ${a.phrase}).`,
    explanation: (a) =>
      a.how === 'cause'
        ? 'Bên gọi ẩn danh, và lời từ chối mang cause 24: một dịch vụ của bên được gọi đã từ chối.'
        : `Bên gọi hiển thị ${shown(a.from)}${a.privacy === '' ? '' : `, với Privacy: ${a.privacy}`}. Từ chối cuộc gọi ẩn danh là dịch vụ do bên được gọi chọn.`,
    fix: () => [
      'Gọi lại và hiển thị số.',
      'Nếu không định ẩn số: tìm nút đặt Privacy hoặc From ẩn danh.',
    ],
  },
};
