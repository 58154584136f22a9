import type { ForbiddenTopic, NumberForm, ResponseArgs } from '../../../model/response-args.ts';
import { refusalTexts, said } from '../../refusal-text.ts';
import type { CalleeRefusalTexts } from '../../rule-families.ts';

const refusal = refusalTexts('vi');

interface Topic {
  readonly title: string;
  readonly why: string;
  readonly fix: readonly string[];
}

const FORBIDDEN: Readonly<Record<ForbiddenTopic, (a: ResponseArgs['resp-403-policy']) => Topic>> = {
  address: (a) => ({
    title: 'không nhận cuộc gọi từ địa chỉ này',
    why: 'Lời văn nói về địa chỉ: nguồn của cuộc gọi không nằm trong danh sách được phép.',
    fix: [`Đề nghị bên vận hành ${a.node} thêm địa chỉ gửi INVITE, như nhìn thấy tại đó.`],
  }),
  caller: (a) => ({
    title: `không chấp nhận số gọi ${a.caller}`,
    why: 'Lời văn nói về bên gọi: số hiển thị không phải số mà trung kế này được dùng, hoặc không đúng định dạng.',
    fix: [
      'Hiển thị một số của trung kế này theo E.164, trong trường mà nhà mạng đọc trước (P-Asserted-Identity, rồi From).',
    ],
  }),
  destination: (a) => ({
    title: `không cho phép gọi tới ${a.called}`,
    why: 'Lời văn nói về đích: quốc gia, đầu số hoặc loại số này bị chặn cho tài khoản.',
    fix: [`Đề nghị mở hướng gọi tới ${a.called} cho tài khoản, hoặc dùng tuyến khác.`],
  }),
  limit: () => ({
    title: 'từ chối vì đã chạm giới hạn',
    why: 'Lời văn nói về giới hạn: số cuộc gọi đồng thời hoặc số cuộc gọi mỗi giây của tài khoản.',
    fix: [
      'So sánh số cuộc gọi đồng thời và số cuộc gọi mỗi giây lúc đó với giới hạn của tài khoản.',
    ],
  }),
  balance: () => ({
    title: 'từ chối vì số dư của tài khoản',
    why: 'Lời văn nói về tiền: tài khoản hết số dư hoặc bị chặn cước.',
    fix: ['Kiểm tra số dư và thanh toán của tài khoản.'],
  }),
  relay: (a) => ({
    title: 'không chuyển cuộc gọi cho bên gửi này',
    why: 'Proxy không coi tên miền gọi lẫn tên miền được gọi là của mình, nên không chuyển cuộc gọi (nếu không nó thành proxy mở).',
    fix: [
      `Kiểm tra tên miền trong From và Request-URI có thuộc ${a.node} không, và bên gửi có xác thực không.`,
    ],
  }),
  account: () => ({
    title: 'không cho tài khoản hoặc người dùng này gọi',
    why: 'Lời văn nói về tài khoản, người dùng hoặc tên miền: không có ở đó, bị tạm khóa hoặc thiếu quyền này.',
    fix: ['Kiểm tra tài khoản có hoạt động tại đó và được phép gọi không.'],
  }),
  credentials: () => ({
    title: 'không chấp nhận thông tin đăng nhập',
    why: 'Lời văn nói về thông tin đăng nhập: một số máy chủ thôi yêu cầu xác thực sau một lần sai và trả 403.',
    fix: ['So sánh tên đăng nhập, realm và mật khẩu với tài khoản tại đó.'],
  }),
  rejected: () => ({
    title: 'chuyển lại việc phía bị gọi từ chối',
    why: 'Máy đã đổ chuông, và mã Q.850 21 cho biết cuộc gọi bị từ chối: do một người, hoặc do thứ gì thay mặt người đó. Mã 403 chỉ là cách gateway diễn đạt lại.',
    fix: [
      'Nếu người gọi cần nghe báo bận hoặc vào hộp thư thoại: đổi mã 21 thành 603 hoặc 486 thay cho 403.',
    ],
  }),
  unknown: () => ({ title: 'từ chối cuộc gọi theo quy tắc của mình', why: '', fix: [] }),
};

const NUMBER: Readonly<Record<NumberForm, (called: string) => { why: string; fix: string[] }>> = {
  ordinary: () => ({ why: '', fix: [] }),
  name: () => ({ why: '', fix: [] }),
  service: (called) => ({
    why: `${called} là một dịch vụ chứ không phải số (RFC 5031): nút này không có đường tới nơi cung cấp dịch vụ đó.`,
    fix: [
      'Định tuyến URN dịch vụ tới đúng nơi (cuộc gọi khẩn cấp tới ESRP hoặc trung kế khẩn cấp), hoặc đổi nó thành số địa phương trước nút này.',
    ],
  }),
  empty: () => ({
    why: 'Request-URI chỉ nêu máy chủ mà không có người dùng, nên không có ai để gọi.',
    fix: ['Tìm nơi số bị mất: quy tắc quay số, cấu hình trung kế, quy tắc sửa header.'],
  }),
  'plus-national': (called) => ({
    why: `${called} có dấu cộng trước số trong nước: sau dấu cộng phải là mã quốc gia.`,
    fix: ['Thay số 0 đầu bằng mã quốc gia (+84…, +49…), hoặc bỏ dấu cộng.'],
  }),
  'plus-international': (called) => ({
    why: `${called} có mã gọi quốc tế (00 hoặc 011) sau dấu cộng: chỉ được dùng một trong hai.`,
    fix: ['Gửi + mã quốc gia và số, không kèm 00 hay 011.'],
  }),
  'trunk-zero': (called) => ({
    why: `${called} còn giữ số 0 trong nước sau mã quốc gia, nơi phải bỏ đi.`,
    fix: ['Bỏ số 0 sau mã quốc gia trong quy tắc đổi số.'],
  }),
  'too-long': (called) => ({
    why: `${called} dài hơn 15 chữ số mà một số điện thoại có thể có: đầu số bị thêm hai lần, hoặc có phần khác nối vào.`,
    fix: ['Tìm đầu số mà hai nút cùng thêm, và mã kỹ thuật chưa được cắt bỏ.'],
  }),
};

const WITHDRAWN: Readonly<Record<ResponseArgs['resp-487-terminated']['how'], string>> = {
  expires: 'Thời gian khớp với Expires của INVITE: không ai trả lời trong khoảng đó.',
  bye: 'Một BYE kết thúc cuộc gọi khi còn đang đổ chuông; cách thông thường là CANCEL.',
  unseen:
    'Không thấy CANCEL lẫn BYE, và không có Expires nào khớp: CANCEL đi đường mà bản bắt gói không thấy, hoặc chính nút đó rút cuộc gọi.',
};

export const calleeRefusals: CalleeRefusalTexts = {
  'resp-403-policy': refusal({
    summary: 'Một nút cố ý từ chối cuộc gọi (403, 402).',
    title: (a) => `${a.node} ${FORBIDDEN[a.topic](a).title}: ${said(a)}.`,
    why: (a) => FORBIDDEN[a.topic](a).why,
    fix: (a) => [...FORBIDDEN[a.topic](a).fix],
  }),
  'resp-404-number': refusal({
    summary: 'Một nút không biết số hoặc người được gọi (404, 485).',
    title: (a) =>
      a.called === ''
        ? `${a.node} không biết ai được gọi: ${said(a)}.`
        : `${a.node} không biết ${a.called}: ${said(a)}.`,
    why: (a) => NUMBER[a.form](a.called).why,
    fix: (a) => NUMBER[a.form](a.called).fix,
  }),
  'resp-410-301-moved': refusal({
    summary: 'Số đã thôi dùng hoặc đổi hẳn (410, 301).',
    title: (a) =>
      a.contact === ''
        ? `Số này không còn dùng: ${said(a)} từ ${a.node}.`
        : `Số này đã chuyển hẳn sang ${a.contact}: ${said(a)} từ ${a.node}.`,
    fix: (a) => (a.contact === '' ? [] : [`Cập nhật địa chỉ mới vào danh bạ: ${a.contact}`]),
  }),
  'resp-480-unavailable': refusal({
    summary: 'Bên nhận có tồn tại nhưng không liên lạc được (480, 430).',
    title: (a, f) =>
      a.how === 'device'
        ? `Máy tại ${a.node} tự từ chối sau ${f.duration(a.afterUs)}: ${said(a)}.`
        : a.how === 'rang'
          ? `Máy đổ chuông ${f.duration(a.afterUs)}, rồi ${a.node} báo ${said(a)}.`
          : `Không liên lạc được với bên nhận: ${said(a)} từ ${a.node} sau ${f.duration(a.afterUs)}.`,
    why: (a) =>
      a.how === 'device'
        ? 'Máy trả lời nhanh như vậy thì không ai được hỏi: chế độ không làm phiền, chuyển tiếp đi đâu đó không có, hoặc đường dây bị tắt.'
        : '',
    fix: (a) =>
      a.how === 'device'
        ? ['Kiểm tra chế độ không làm phiền và cấu hình đường dây của máy.']
        : a.how === 'server'
          ? ['Xem bên nhận có đăng ký còn hạn vào lúc đó không.']
          : [],
  }),
  'resp-484-digits': refusal({
    summary: 'Số được gọi thiếu chữ số (484).',
    title: (a, f) =>
      a.digits === 0
        ? `${a.node} thấy thiếu chữ số trong "${a.called}": ${said(a)}.`
        : `${a.called} có ${f.integer(a.digits)} chữ số, chưa đủ cho ${a.node}: ${said(a)}.`,
  }),
  'overlap-dialling': {
    summary: 'Số được gửi dần từng chữ số (overlap dialling).',
    title: (a, f) =>
      `Số được gửi trong ${f.integer(a.attempts)} bước, từ ${a.first} đến ${a.last} (overlap dialling).`,
    explanation: (a) =>
      `${a.node} xin thêm chữ số bằng 484, và INVITE tiếp theo có thêm. Mỗi bước là một INVITE riêng, nên cuộc gọi thiết lập lâu hơn và trông như lỗi trong thống kê.`,
    fix: () => [
      'Không cần làm gì nếu đây là chủ ý (RFC 3578). Nếu không, cho máy hoặc gateway gom đủ số trước khi gọi.',
    ],
  },
  'resp-486-busy': refusal({
    summary: 'Báo bận sau khi đổ chuông: có lẽ người nhận bấm từ chối (486).',
    title: (a, f) =>
      `Máy đổ chuông ${f.duration(a.rangUs)}, rồi ${a.node} báo ${said(a)}: có lẽ bị bấm từ chối.`,
    why: () =>
      'Đường dây bận thì báo ngay. Nhiều máy gửi 486 khi người dùng bấm Từ chối; một cuộc gọi khác vừa chiếm đường dây cũng trông như vậy.',
  }),
  'resp-487-terminated': {
    summary: 'Cuộc gọi bị rút lại (487) mà không thấy CANCEL.',
    title: (a, f) =>
      a.how === 'expires'
        ? `INVITE hết thời hạn sau ${f.duration(a.afterUs)} (Expires): 487 từ ${a.node}.`
        : a.how === 'bye'
          ? `Một BYE kết thúc cuộc gọi trước khi được trả lời: 487 từ ${a.node}.`
          : `${a.node} kết thúc cuộc gọi bằng 487 sau ${f.duration(a.afterUs)}; không thấy CANCEL.`,
    explanation: (a) => WITHDRAWN[a.how],
    fix: (a) =>
      a.how === 'unseen'
        ? ['Bắt gói cả phía bên kia của nút, nếu cần biết ai rút cuộc gọi.']
        : [
            'Không có gì hỏng. Nếu cuộc gọi kết thúc quá sớm: tăng thời gian đổ chuông phía bên gọi.',
          ],
  },
  'resp-600-604': refusal({
    summary:
      'Từ chối thay cho mọi thiết bị của bên nhận: bận ở mọi nơi (600), không có ai ở mọi nơi (604).',
    title: (a, f) =>
      a.branches > 1
        ? `${a.node} dừng việc tìm kiếm trên ${f.integer(a.branches)} nhánh: ${said(a)}.`
        : `${a.node} trả lời thay cho mọi thiết bị của bên nhận: ${said(a)}.`,
  }),
  'resp-other': refusal({
    summary: 'Cuộc gọi kết thúc bằng phản hồi lỗi mà không quy tắc nào khác giải thích.',
    title: (a) => `${a.node} từ chối cuộc gọi: ${said(a)}.`,
  }),
};
