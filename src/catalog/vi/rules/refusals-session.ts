import type { ResponseArgs } from '../../../model/response-args.ts';
import { refusalTexts, said } from '../../refusal-text.ts';
import type { SessionRefusalTexts } from '../../rule-families.ts';
import { isWarningCode } from '../../warnings.ts';
import { VI_WARNINGS } from '../warnings.ts';

const refusal = refusalTexts('vi');

/** What a Warning says in words. */
function warned(warning: string): string {
  const code = Number(warning.slice(0, 3));
  return isWarningCode(code) ? `Warning ${code}: ${VI_WARNINGS[code].reading}` : '';
}

function refusedMedia({ offered, warning }: ResponseArgs['resp-488-media']): string {
  const offer =
    offered.length === 0
      ? 'INVITE không có mô tả phiên (SDP), nên việc từ chối là do thứ khác, hoặc đến từ nhánh khác.'
      : `Đề nghị: ${offered.join('; ')}.`;
  const meaning = warned(warning);
  const silent = 'Phản hồi không nói rõ điều gì không hợp: codec, mã hóa, loại media hay địa chỉ.';
  return `${offer} ${meaning === '' ? silent : meaning}`;
}

export const sessionRefusals: SessionRefusalTexts = {
  'resp-400-malformed': refusal({
    summary: 'Một nút không đọc được yêu cầu (400).',
    title: (a) =>
      a.field === ''
        ? `${a.node} không đọc được INVITE: ${said(a)}.`
        : `${a.node} từ chối INVITE vì ${a.field}: ${said(a)}.`,
    fix: (a) => (a.field === '' ? [] : [`Kiểm tra ${a.field} trong INVITE như khi tới ${a.node}.`]),
  }),
  'resp-405-501-method': refusal({
    summary: 'Một nút không nhận phương thức này (405, 501).',
    title: (a) => `${a.node} không nhận ${a.method}: ${said(a)}.`,
    why: (a) =>
      a.allow === '' ? '' : `Nó nhận ${a.allow}; ${a.method} đã tới nhầm nút hoặc nhầm dịch vụ.`,
    fix: (a) => [`Kiểm tra ${a.method} có đúng là gửi cho ${a.node} không: địa chỉ, cổng, tuyến.`],
  }),
  'resp-message-refused': refusal({
    summary: 'Một tin nhắn (MESSAGE) bị từ chối, và sau đó không ai nhận nó.',
    title: (a) =>
      a.called === ''
        ? `Một tin nhắn bị ${a.node} từ chối: ${said(a)}.`
        : `Tin nhắn gửi tới ${a.called} bị ${a.node} từ chối: ${said(a)}.`,
    fix: (a) => [
      a.code === 404 || a.code === 480
        ? `Kiểm tra ${a.node} có cần giữ tin cho người dùng vắng mặt không: lưu và chuyển tiếp, hoặc cổng SMS.`
        : 'Hỏi bên gửi có được báo không: tin bị từ chối là mất, trừ khi máy gửi tự giữ lại.',
    ],
  }),
  'resp-415-406-body': refusal({
    summary: 'Kiểu của phần thân không được chấp nhận (415, 406).',
    title: (a) =>
      a.sent === ''
        ? `${a.node} không chấp nhận phần thân: ${said(a)}.`
        : `${a.node} không chấp nhận ${a.sent}: ${said(a)}.`,
    why: (a) =>
      a.accepts === '' ? '' : `Nó chấp nhận ${a.accepts}; INVITE mang ${a.sent || 'không gì cả'}.`,
    fix: () => ['Chỉ gửi application/sdp: bỏ ISUP và các phần khác tại SBC hoặc gateway.'],
  }),
  'resp-420-421-extension': refusal({
    summary: 'Yêu cầu một phần mở rộng mà một bên không có (420, 421).',
    title: (a, f) => {
      const tags = a.tags.length === 0 ? 'một phần mở rộng' : f.list(a.tags);
      return a.code === 421
        ? `${a.node} bắt buộc ${tags} mà bên gọi không có: ${said(a)}.`
        : `${a.node} không có ${tags} mà INVITE bắt buộc: ${said(a)}.`;
    },
    fix: (a, f) =>
      a.tags.length === 0
        ? []
        : [
            a.code === 421
              ? `Bật ${f.list(a.tags)} ở phía bên gọi, hoặc thôi bắt buộc tại ${a.node}.`
              : `Đưa ${f.list(a.tags)} vào Supported thay vì Require, hoặc bật tại ${a.node}.`,
          ],
  }),
  'resp-422-session-interval': refusal({
    summary: 'Cuộc gọi kết thúc vì thời hạn phiên quá ngắn (422).',
    title: (a) =>
      a.minimum === ''
        ? `${a.node} từ chối thời hạn phiên: ${said(a)}.`
        : `${a.node} cần thời hạn phiên ít nhất ${a.minimum} giây, và cuộc gọi dừng ở đó: ${said(a)}.`,
    why: (a, f) => {
      const asked = a.asked === '' ? '' : `INVITE xin ${a.asked} giây. `;
      return `${asked}Sau 422, bên gọi phải hỏi lại với ít nhất Min-SE (RFC 4028 §7.3). Đã bị từ chối ${f.integer(a.refusals)} lần, và không có INVITE nào với thời hạn dài hơn tiếp theo.`;
    },
    fix: (a) => [
      `Đặt thời hạn phiên phía bên gọi từ ${a.minimum === '' ? 1800 : Math.max(90, Number(a.minimum))} giây trở lên.`,
    ],
  }),
  'resp-481-state-lost': {
    summary: 'Một nút không còn biết hội thoại của yêu cầu (481).',
    title: (a, f) =>
      a.ageUs > 0
        ? `${a.node} không còn biết cuộc gọi sau ${f.duration(a.ageUs)} kể từ khi trả lời: 481 cho ${a.method}.`
        : a.replaces
          ? `Cuộc gọi mà ${a.method} định thay thế (Replaces) không có ở ${a.node}: 481.`
          : `${a.node} không biết cuộc gọi nào như vậy: 481 cho ${a.method}.`,
    explanation: (a) =>
      a.replaces
        ? 'Hội thoại nêu trong Replaces đã kết thúc, hoặc nằm ở nút khác: chuyển cuộc gọi có báo trước hoặc nhận hộ cuộc gọi quá muộn.'
        : 'Theo những gì nhìn thấy thì chưa ai kết thúc cuộc gọi. Nút vừa khởi động lại, nút tiếp quản mà không có trạng thái của nút kia, hoặc nhầm nút trong cụm sẽ trả lời như vậy. Bên hỏi phải kết thúc cuộc gọi.',
    fix: (a) =>
      a.replaces
        ? [
            'Kiểm tra việc chuyển cuộc gọi tới đúng nút đang giữ cuộc gọi, với Call-ID và tag không bị sửa.',
          ]
        : [
            `Tìm trong nhật ký của ${a.node} dấu vết khởi động lại hoặc chuyển đổi dự phòng lúc đó.`,
            'Kiểm tra các yêu cầu của một hội thoại có ở nguyên một nút (Record-Route, Contact), hoặc các nút có chia sẻ hội thoại không.',
          ],
  },
  'resp-488-media': refusal({
    summary: 'Media được đề nghị không được chấp nhận (488).',
    title: (a) => `${a.node} không chấp nhận media được đề nghị: ${said(a)}.`,
    why: refusedMedia,
  }),
  'resp-606-media': refusal({
    summary: 'Media được đề nghị không hợp với thiết bị nào của bên nhận (606).',
    title: (a) =>
      `${a.node} không chấp nhận media được đề nghị trên thiết bị nào của bên nhận: ${said(a)}.`,
    why: refusedMedia,
  }),
  'resp-489-event': {
    summary: 'Bên kia không biết gói sự kiện (event package) này (489).',
    title: (a) =>
      a.event === ''
        ? `${a.node} từ chối ${a.method}: không biết gói sự kiện đó (489).`
        : `${a.node} không có gói sự kiện "${a.event}" (489 cho ${a.method}).`,
    explanation: (a) =>
      `${a.allowed === '' ? 'Nó không nói có những gói nào.' : `Nó có ${a.allowed}.`} Chức năng dùng gói này không hoạt động: đèn báo tin nhắn, đèn báo bận, trạng thái hiện diện hoặc cấu hình tự động.`,
    fix: (a) => [
      `Tắt chức năng này trên máy, hoặc bật tại ${a.node}.`,
      'Kiểm tra SUBSCRIBE có tới đúng máy chủ không (hiện diện và hộp thư thoại có thể có máy chủ riêng).',
    ],
  },
  'resp-491-glare': {
    summary: 'Hai bên cùng lúc thay đổi cuộc gọi và không tự ổn định (491).',
    title: (a, f) =>
      a.glares > 1
        ? `Hai bên cùng lúc thay đổi cuộc gọi, ${f.integer(a.glares)} lần (491).`
        : a.resolved
          ? `${a.asker} hỏi lại quá sớm sau khi hai bên cùng lúc thay đổi cuộc gọi (491).`
          : 'Hai bên cùng lúc thay đổi cuộc gọi, và thay đổi đó không thành (491).',
    explanation: (a) =>
      `${a.node} từ chối ${a.method} của ${a.asker} vì chính nó đang thay đổi. Sau đó phía bên gọi phải chờ 2,1 đến 4 giây, bên kia tối đa 2 giây (RFC 3261 §14.1).${a.early ? ' Bên này đã không chờ đủ.' : ''}${a.resolved ? '' : ' Không thấy lần thay đổi nào sau đó thành công, nên giữ máy, codec hoặc fax có thể bị kẹt.'}`,
    fix: () => [
      'Tìm vì sao hai bên thương lượng lại cùng lúc: bộ định thời phiên ở cả hai, khóa codec, phát hiện fax ở hai đầu.',
      'Chỉ để một bên làm việc đó, và kiểm tra cả hai có chờ thời gian ngẫu nhiên không.',
    ],
  },
  'resp-493-smime': refusal({
    summary: 'Không đọc được phần thân đã mã hóa (493).',
    title: (a) => `${a.node} không giải mã được phần thân của INVITE: ${said(a)}.`,
  }),
  'resp-494-secagree': refusal({
    summary: 'Thỏa thuận bảo mật với proxy không thành (494).',
    title: (a) => `Thỏa thuận bảo mật với ${a.node} không thành: ${said(a)}.`,
    why: (a, f) =>
      `494 là bước đầu của thỏa thuận: máy khách gửi lại yêu cầu với Security-Verify. Ở đây cuộc gọi kết thúc sau ${f.integer(a.refusals)} lần từ chối như vậy (RFC 3329).`,
  }),
  'resp-513-size': refusal({
    summary: 'Yêu cầu quá lớn với một nút (513, 413, 414).',
    title: (a, f) =>
      a.bytes === 0
        ? `INVITE quá lớn với ${a.node}: ${said(a)}.`
        : `INVITE dài ${f.integer(a.bytes)} byte, quá lớn với ${a.node}: ${said(a)}.`,
    fix: (a) =>
      a.transport === 'udp'
        ? ['Gửi qua TCP hoặc TLS: qua UDP, yêu cầu như vậy còn bị phân mảnh.']
        : [],
  }),
  'resp-555-push': refusal({
    summary: 'Proxy không phục vụ dịch vụ push của máy (555).',
    title: (a) =>
      `${a.node} không phục vụ dịch vụ push${a.provider === '' ? '' : ` ${a.provider}`}: ${said(a)}.`,
  }),
  'resp-580-precondition': refusal({
    summary: 'Điều kiện tiên quyết của cuộc gọi (QoS, bearer) không được đáp ứng (580).',
    title: (a) => `Điều kiện tiên quyết của cuộc gọi không được đáp ứng: ${said(a)} từ ${a.node}.`,
  }),
};
