import type { SyntaxTexts } from '../../rule-families.ts';
import { MALFORMED } from './malformed.ts';

/** Fields that are missed less than the others when they alone are missing. */
const ALONE: Readonly<Record<string, string>> = {
  'Max-Forwards':
    'Max-Forwards là bắt buộc trong mọi yêu cầu, nhưng proxy vẫn cho qua yêu cầu thiếu trường này và tự thêm vào (RFC 3261 §16.3). Riêng việc này không làm hỏng cuộc gọi; chỉ là vòng lặp bị phát hiện muộn hơn.',
};

/** Phản hồi còn dùng được gì khi thiếu trường mà mã của nó nói tới. */
const UNTOLD: Readonly<Record<string, string>> = {
  'WWW-Authenticate': 'Không có yêu cầu xác thực thì máy khách không có gì để trả lời.',
  'Proxy-Authenticate': 'Không có yêu cầu xác thực thì máy khách không có gì để trả lời.',
  Allow: 'Máy khách không được cho biết phương thức nào được nhận, nên phải đoán.',
  Unsupported: 'Máy khách không được cho biết phải bỏ phần mở rộng nào.',
  Require: 'Máy khách không được cho biết cần phần mở rộng nào.',
  'Min-SE': 'Máy khách không được cho biết chu kỳ phiên nào là đủ dài.',
  'Min-Expires': 'Máy khách không được cho biết thời hạn nào là đủ dài.',
  Contact:
    'Bên gọi không được cho biết phải gửi ACK, BYE và các yêu cầu khác của cuộc gọi tới đâu.',
};

const quoted = (text: string): string => (text === '' ? '.' : `: ${text}`);

export const syntaxRules: SyntaxTexts = {
  'malformed-message': {
    summary: 'Bản tin không theo đúng ngữ pháp SIP.',
    title: (a) => {
      const sentence = MALFORMED[a.fault](a.header === '' ? 'bản tin' : a.header);
      return sentence.charAt(0).toUpperCase() + sentence.slice(1);
    },
    explanation: (a) =>
      `Bên nhận nghiêm ngặt sẽ trả 400 hoặc âm thầm loại bỏ bản tin như vậy; bên nhận dễ tính thì phải đoán${quoted(a.text)}`,
    fix: () => [
      'So sánh bản tin tại nơi gửi và tại đây: SIP ALG hoặc một proxy trên đường có thể đã làm hỏng.',
      'Nếu bản tin rời nơi gửi đã như vậy: báo cho nhà sản xuất, kèm gói tin này.',
    ],
  },
  'missing-mandatory-header': {
    summary: 'Bản tin thiếu trường tiêu đề bắt buộc.',
    title: (a, f) =>
      `${a.code === 0 ? 'Yêu cầu' : `Phản hồi ${a.code}`} thiếu ${f.list(a.headers)}.`,
    explanation: (a, f) =>
      a.code === 0
        ? (ALONE[a.headers.join()] ??
          `${f.list(a.headers)} là bắt buộc trong bản tin này. Bên nhận sẽ trả 400, bỏ qua, hoặc phải đoán.`)
        : `${f.list(a.headers)} là bắt buộc trong phản hồi này. ${UNTOLD[a.headers.join()] ?? 'Bên nhận âm thầm loại bỏ nó, hoặc phải đoán.'}`,
    fix: () => ['Kiểm tra nơi gửi, và việc sửa trường tiêu đề trên các SBC, proxy phía trước.'],
  },
  'content-length-mismatch': {
    summary: 'Content-Length và phần thân không cùng kích thước.',
    title: (a, f) =>
      `Content-Length ghi ${f.integer(a.declared)} byte, thực có ${f.integer(a.present)} byte.`,
    explanation: (a) =>
      a.declared > a.present
        ? 'Thiếu phần cuối của thân bản tin, nên bên nhận phải trả 400 hoặc loại bỏ. Thường do trường tiêu đề bị sửa trên đường (SIP ALG) hoặc mất một mảnh.'
        : 'Các byte vượt quá độ dài đã ghi bị bỏ qua trên UDP; trên TCP chúng làm sai ranh giới của bản tin kế tiếp.',
    fix: () => [
      'Tìm SIP ALG hoặc thiết bị sửa SDP mà không sửa lại độ dài.',
      'Kiểm tra việc mất mảnh IP và bản bắt gói bị cắt ngắn (snap length).',
    ],
  },
  'cseq-method-mismatch': {
    summary: 'Phương thức trong CSeq khác phương thức của yêu cầu.',
    title: (a) => `Yêu cầu là ${a.method}, nhưng CSeq ghi ${a.cseqMethod}.`,
    explanation: () =>
      'Hai giá trị này phải giống nhau (RFC 3261 §8.1.1.5). Bên nhận ghép phản hồi theo CSeq nên giao dịch không thể hoạt động; bên nhận nghiêm ngặt trả 400.',
    fix: () => ['Sửa nơi gửi; thường gặp ở công cụ dò quét và phần mềm tự viết.'],
  },
  'uri-param-outside-brackets': {
    summary: 'Tham số URI nằm ngoài < > bị hiểu là tham số của trường tiêu đề.',
    title: (a) => `Tham số URI trong ${a.header} nằm ngoài dấu ngoặc nhọn.`,
    explanation: (a) =>
      `Không có < > thì mọi thứ sau dấu ; đầu tiên thuộc về trường tiêu đề, không thuộc URI (RFC 3261 §20). Tham số transport hay user bị mất theo cách này, và các yêu cầu sau đi đường khác${quoted(a.text)}`,
    fix: (a) => [`Đặt URI của ${a.header} trong dấu ngoặc nhọn ở nơi gửi.`],
  },
  'branch-no-cookie': {
    summary: 'Branch của Via trên cùng thiếu chuỗi z9hG4bK.',
    title: () => 'Branch của Via trên cùng không bắt đầu bằng z9hG4bK.',
    explanation: (a) =>
      `Nơi gửi theo RFC 2543 (năm 1999) hoặc là công cụ dò quét${a.branch === '' ? ': hoàn toàn không có branch' : ` (branch ${a.branch})`}. Khi đó giao dịch được ghép theo quy tắc chậm hơn và kém chắc chắn hơn.`,
    fix: () => ['Cập nhật nơi gửi. Nếu không rõ nguồn này, hãy coi là dò quét.'],
  },
};
