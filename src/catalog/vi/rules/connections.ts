import type { CertificateFault, TransportArgs } from '../../../model/rule-args.ts';
import type { ConnectionTexts } from '../../rule-families.ts';

type Family = TransportArgs['tls-handshake-failed']['family'];

const FAMILY: Readonly<Record<Family, { what: string; fix: string }>> = {
  certificate: {
    what: 'chứng thư số của phía kia không được chấp nhận',
    fix: 'Kiểm tra chứng thư số: thời hạn, tên (tên miền SIP trong SAN, RFC 5922), gửi đủ chuỗi và gốc được tin cậy.',
  },
  version: {
    what: 'hai bên không có phiên bản TLS chung',
    fix: 'Cho phép TLS 1.2 hoặc 1.3 ở cả hai bên.',
  },
  cipher: {
    what: 'hai bên không có bộ mã hoặc nhóm khóa chung',
    fix: 'So sánh bộ mã và đường cong của hai bên; chứng thư RSA và ECDSA dùng bộ mã khác nhau.',
  },
  name: {
    what: 'máy chủ không biết tên được yêu cầu',
    fix: 'So sánh tên mà phía khách yêu cầu (SNI) với cấu hình của máy chủ.',
  },
  'client-certificate': {
    what: 'máy chủ đòi chứng thư số của phía khách',
    fix: 'Cài chứng thư số phía khách mà máy chủ tin cậy (mutual TLS), hoặc để máy chủ không yêu cầu nữa.',
  },
  other: {
    what: 'quá trình bắt tay bị cắt ngang',
    fix: 'Xem nhật ký của cả hai đầu; ở đó nói rõ hơn cảnh báo TLS.',
  },
};

const FAULT: Readonly<Record<CertificateFault, string>> = {
  expired: 'đã hết hạn',
  'not-yet-valid': 'chưa có hiệu lực',
  name: 'không mang tên mà phía khách yêu cầu',
  'self-signed': 'tự ký',
};

export const connectionRules: ConnectionTexts = {
  'tcp-connect-failed': {
    summary: 'Kết nối TCP cho SIP không thiết lập được.',
    title: (a, f) =>
      a.how === 'reset'
        ? `${a.server} từ chối kết nối TCP từ ${f.list(a.clients)}.`
        : `${a.server} không trả lời kết nối TCP từ ${f.list(a.clients)}.`,
    explanation: (a, f) => {
      const how =
        a.how === 'reset'
          ? 'SYN bị đáp lại bằng reset: không có gì lắng nghe ở đó, hoặc tường lửa từ chối.'
          : `${f.integer(a.attempts)} SYN không được trả lời: máy ngừng hoạt động, hoặc tường lửa loại bỏ.`;
      const end = a.recovered
        ? ' Giữa hai bên vẫn thấy SIP, tức là giao thức khác hoặc lần thử khác thành công.'
        : ' Những gì định gửi qua kết nối này sẽ thất bại tại bên gửi, thường là 503 hoặc 408 về phía người gọi.';
      return how + end;
    },
    fix: (a) => [
      `Kiểm tra tại ${a.server} dịch vụ có lắng nghe TCP trên cổng này không; chỉ UDP là không đủ.`,
      'Kiểm tra tường lửa và danh sách truy cập giữa hai bên.',
    ],
  },
  'tcp-reset-mid-transaction': {
    summary: 'Kết nối bị đóng khi một yêu cầu trên đó đang chờ trả lời.',
    title: (a) =>
      `${a.closer} ${a.how === 'rst' ? 'đặt lại (reset)' : 'đóng'} kết nối khi ${a.method} đang chờ trả lời.`,
    explanation: (a, f) => {
      const idle = a.idleUs === null ? '' : ` Kết nối đã im lặng ${f.duration(a.idleUs)} trước đó.`;
      const end = a.recovered ? 'Trả lời vẫn tới qua kết nối khác.' : 'Sau đó không thấy trả lời.';
      return `${a.method} đã chờ ${f.duration(a.pendingUs)}.${idle} ${end}`;
    },
    fix: (a) => [
      `Xem nhật ký của ${a.closer}: khởi động lại, giới hạn kết nối, hoặc bản tin không phân tích được.`,
      'Nếu do tường lửa hoặc bộ cân bằng tải cắt kết nối nhàn rỗi: gửi gói giữ kết nối (CRLF hoặc OPTIONS, RFC 5626 §4.4.1), hoặc tăng thời hạn.',
    ],
  },
  'tcp-stalled': {
    summary: 'Kết nối TCP đứng yên khi một yêu cầu hoặc trả lời đang đi qua.',
    title: (a, f) =>
      a.how === 'repeated'
        ? `Kết nối tới ${a.receiver} đứng yên ${f.duration(a.stalledUs)}: một phân đoạn được gửi ${f.integer(a.copies)} lần.`
        : `${a.receiver} không nhận thêm byte nào trong ${f.duration(a.stalledUs)} (cửa sổ TCP bằng 0).`,
    explanation: (a) =>
      a.how === 'repeated'
        ? `Không có xác nhận cho dữ liệu mà ${a.sender} gửi, trong khi ${a.method} đang xử lý. Các bộ định thời của SIP vẫn chạy, và qua TCP thì SIP không tự gửi lại.`
        : `Chương trình tại ${a.receiver} không đọc socket nên ${a.sender} không được gửi, trong khi ${a.method} đang xử lý. Các bộ định thời của SIP vẫn chạy.`,
    fix: (a) =>
      a.how === 'repeated'
        ? [
            `Tìm chỗ mất gói hoặc mất ánh xạ (NAT, tường lửa, bộ cân bằng tải) giữa ${a.sender} và ${a.receiver}.`,
            'Gửi gói giữ kết nối, và đóng kết nối khi không có trả lời.',
          ]
        : [
            `Kiểm tra tải và các luồng xử lý của tiến trình tại ${a.receiver}: bị treo hoặc quá chậm.`,
          ],
  },
  'tls-handshake-failed': {
    summary: 'Bắt tay TLS cho SIP thất bại.',
    title: (a) => `TLS tới ${a.server} thất bại: ${FAMILY[a.family].what}.`,
    explanation: (a, f) => {
      const who = a.fromClient ? a.client : a.server;
      const how = a.alert === '' ? `${who} đã cắt ngang.` : `${who} gửi ${a.alert}.`;
      const fault = a.fault === '' ? '' : ` Chứng thư số (${a.subject}) ${FAULT[a.fault]}.`;
      const name = a.serverName === '' ? '' : ` Phía khách yêu cầu tên ${a.serverName}.`;
      const version = a.version === '' ? '' : ` Phía khách hỗ trợ cao nhất ${a.version}.`;
      const often = a.connections > 1 ? ` Thấy ở ${f.integer(a.connections)} kết nối.` : '';
      return how + fault + name + version + often;
    },
    fix: (a) => [FAMILY[a.family].fix],
  },
  'tls-certificate-problem': {
    summary: 'Chứng thư số của kết nối TLS cho SIP có lỗi.',
    title: (a) => `Chứng thư số của ${a.server} ${FAULT[a.fault]}.`,
    explanation: (a, f) => {
      const day = f.date(new Date(a.since / 1000).toISOString());
      const who = `${a.subject || 'không có tên chủ thể'}, do ${a.issuer || 'nơi cấp không ghi tên'} cấp.`;
      if (a.fault === 'expired')
        return `${who} Có hiệu lực đến ${day}; bên nào kiểm tra sẽ từ chối kết nối.`;
      if (a.fault === 'not-yet-valid')
        return `${who} Có hiệu lực từ ${day}: chứng thư mới, hoặc đồng hồ sai.`;
      if (a.fault === 'name') {
        return `${who} Tên được yêu cầu là ${a.serverName}; chứng thư ghi ${a.names.length === 0 ? 'không có tên nào khác' : f.list(a.names)}.`;
      }
      return `${who} Chỉ bên nào được cấu hình tin cậy mới chấp nhận.`;
    },
    fix: (a) =>
      a.fault === 'name'
        ? ['Thêm tên miền SIP vào SAN của chứng thư (RFC 5922), hoặc để phía khách dùng đúng tên.']
        : a.fault === 'not-yet-valid'
          ? [
              'Kiểm tra đồng hồ của máy bắt gói và hai đầu; nếu đúng thì chưa dùng chứng thư mới vội.',
            ]
          : ['Gia hạn chứng thư số và gửi đủ chuỗi.'],
  },
  'ws-upgrade-failed': {
    summary: 'WebSocket cho SIP không được chấp nhận.',
    title: (a) =>
      a.status === 101
        ? `${a.server} mở WebSocket nhưng không chấp nhận giao thức con sip.`
        : `${a.server} từ chối WebSocket bằng HTTP ${a.status}.`,
    explanation: (a, f) =>
      `${a.status === 101 ? 'Không có giao thức con thì máy khách SIP phải đóng kết nối (RFC 7118 §4).' : 'SIP trong trình duyệt không bắt đầu được.'} Thấy ${f.integer(a.attempts)} lần, từ ${f.list(a.clients)}.`,
    fix: (a) =>
      a.status === 101
        ? [`Bật SIP qua WebSocket tại ${a.server}; đây là một dịch vụ WebSocket khác.`]
        : [
            'Để web proxy chuyển tiếp Upgrade, Connection và Sec-WebSocket-Protocol: sip, với HTTP/1.1.',
            'Kiểm tra đường dẫn, origin và xác thực của WebSocket.',
          ],
  },
};
