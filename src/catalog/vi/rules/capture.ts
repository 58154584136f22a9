import type { CaptureArgs, Twice } from '../../../model/rule-args.ts';
import type { CaptureTexts } from '../../rule-families.ts';

const TWICE: Readonly<Record<Twice, string>> = {
  files: 'các tệp đến từ nhiều điểm bắt gói',
  point: 'ở giao diện, VLAN hoặc đường hầm khác',
  hops: 'trước và sau một bộ định tuyến',
  addresses: 'trước và sau NAT hoặc cầu nối',
  nothing: 'cả hai chiều của cổng nhân bản, hoặc -i any',
};

const lossOf = (
  a: CaptureArgs['capture-packet-loss'],
  f: { integer(n: number): string; list(items: readonly string[]): string },
): string =>
  f.list([
    ...(a.dropped > 0 ? [`phía bắt gói làm rơi ${f.integer(a.dropped)} gói`] : []),
    ...(a.gaps > 0 ? [`${f.integer(a.gaps)} chỗ hổng trong các luồng`] : []),
    ...(a.orphans > 0
      ? [`${f.integer(a.orphans)} trong ${f.integer(a.responses)} phản hồi không có yêu cầu`]
      : []),
  ]);

export const captureRules: CaptureTexts = {
  'capture-duplicate-packets': {
    summary: 'Nhiều bản tin SIP bị bắt hai lần.',
    title: (a, f) =>
      `${f.integer(a.duplicates)} trong ${f.integer(a.messages)} bản tin SIP bị bắt hai lần: ${TWICE[a.twice]}.`,
    explanation: (a, f) =>
      `Các bản sao cách nhau ${f.duration(a.apartUs)}; đó không phải là gửi lại và không được tính là gửi lại.`,
    fix: () => [
      'Lọc theo giao diện hoặc VLAN, hoặc chỉ nhân bản một chiều của mỗi cổng.',
      'Nếu cố ý bắt ở nhiều chỗ thì đặt tên riêng: khi đó độ trễ giữa chúng đáng để xem.',
    ],
  },
  'capture-one-way': {
    summary: 'Chỉ bắt được một chiều của liên kết.',
    title: (a, f) =>
      a.links > 1
        ? `Chỉ bắt được một chiều trên ${f.integer(a.links)} liên kết, ví dụ giữa ${a.from} và ${a.to}.`
        : `Chỉ bắt được chiều từ ${a.from} tới ${a.to}.`,
    explanation: (a, f) =>
      a.what === 'requests'
        ? `Có ${f.integer(a.packets)} yêu cầu theo ${a.links > 1 ? 'các chiều này' : 'chiều này'} mà không thấy phản hồi nào, nhưng bên gửi vẫn tiếp tục như đã được trả lời. Không thể phân biệt cái không trở về với cái không bắt được.`
        : `Có ${f.integer(a.packets)} phản hồi theo ${a.links > 1 ? 'các chiều này' : 'chiều này'} mà không thấy các yêu cầu tương ứng.`,
    fix: () => [
      'Bắt cả hai chiều: nhân bản cả nhận và phát của cổng, và tìm tuyến đi về không đối xứng.',
      'Kiểm tra bộ lọc bắt gói: "dst port 5060" chỉ cho qua một chiều; "port 5060" cho qua cả hai.',
    ],
  },
  'capture-starts-midcall': {
    summary: 'Có cuộc gọi đã diễn ra trước khi bắt đầu bắt gói.',
    title: (a, f) => `${f.integer(a.calls)} cuộc gọi đã diễn ra trước khi bắt đầu bắt gói.`,
    explanation: () =>
      'Thiếu bản tin INVITE, nên không biết cuộc gọi được thiết lập thế nào và đề nghị media ra sao; các cuộc này không tính vào tỷ lệ nào.',
    fix: () => ['Đọc thêm tệp liền trước của chuỗi bắt gói.'],
  },
  'capture-ends-before-outcome': {
    summary: 'Có cuộc gọi chưa kết thúc khi dừng bắt gói.',
    title: (a, f) => {
      const parts = [
        ...(a.pending > 0 ? [`${f.integer(a.pending)} chưa được trả lời hay từ chối`] : []),
        ...(a.up > 0 ? [`${f.integer(a.up)} đã trả lời và đang đàm thoại`] : []),
      ];
      const open = `${f.integer(a.pending + a.up)} cuộc gọi chưa kết thúc khi dừng bắt gói: ${f.list(parts)}.`;
      const torn = 'Tệp kết thúc giữa chừng một gói; nội dung của gói đó bị mất.';
      return [...(parts.length > 0 ? [open] : []), ...(a.torn ? [torn] : [])].join(' ');
    },
    explanation: (a) =>
      a.pending + a.up === 0
        ? 'Gói bị mất có thể chứa một bản tin, và những gì đến sau nó không được lưu lại.'
        : 'Không biết các cuộc gọi này kết thúc ra sao. Cuộc gọi còn đang thiết lập không tính là thành công hay thất bại.',
    fix: (a) => [
      ...(a.torn
        ? ['Dừng bắt gói trước khi sao chép tệp, và kiểm tra bản sao có đầy đủ không.']
        : []),
      'Đọc thêm tệp kế tiếp của chuỗi bắt gói, hoặc bắt gói lâu hơn.',
    ],
  },
  'capture-packet-loss': {
    summary: 'Chính bản bắt gói bị mất gói.',
    title: (a, f) => `Bản bắt gói không đầy đủ: ${lossOf(a, f)}.`,
    explanation: () =>
      'Cái không bắt được trông giống như cái không xảy ra. Vì vậy mọi phát hiện dựa trên bản tin vắng mặt chỉ ở mức "có khả năng".',
    fix: () => [
      'Bắt gói với bộ lọc chỉ lấy báo hiệu, bộ đệm lớn hơn (tcpdump -B) và ghi ra đĩa nhanh.',
      'Dùng thiết bị trích tín hiệu (tap) thay cho cổng nhân bản bị quá tải.',
    ],
  },
  'capture-snaplen-truncated': {
    summary: 'Bản tin SIP bị cắt do giới hạn độ dài khi bắt gói.',
    title: (a, f) =>
      `${f.integer(a.cut)} trong ${f.integer(a.messages)} bản tin SIP bị cắt do giới hạn độ dài khi bắt gói.`,
    explanation: (a, f) =>
      `Bản tin đầu tiên chỉ giữ ${f.integer(a.captured)} trong ${f.integer(a.onWire)} byte. Không biết các trường tiêu đề và mô tả media nằm sau chỗ cắt; phần đó không bị xét lỗi.`,
    fix: () => ['Bắt trọn gói: tcpdump -s 0, hoặc tắt "limit each packet" trong Wireshark.'],
  },
  'capture-clock-skew': {
    summary: 'Đồng hồ của hai bản bắt gói lệch nhau.',
    title: (a, f) => `Đồng hồ của ${a.behind} chậm hơn ${a.other} ${f.duration(a.offsetUs)}.`,
    explanation: (a, f) =>
      `Có ${f.integer(a.pairs)} bản tin thấy ở cả hai, một số thấy ở nơi nhận sớm hơn ở nơi gửi. Ước lượng sai số ${f.duration(a.spreadUs)}. Thời gian giữa hai tệp và thứ tự bản tin bị sai lệch chừng đó.`,
    fix: () => [
      'Đồng bộ hai máy bằng NTP hoặc PTP trước lần bắt gói sau.',
      'Trước mắt, dịch thời gian một tệp (editcap -t) theo độ lệch rồi đọc lại cả hai.',
    ],
  },
  'capture-out-of-order-timestamps': {
    summary: 'Thời gian trong tệp có lúc đi lùi.',
    title: (a, f) =>
      `Thời gian đi lùi ${f.integer(a.steps)} lần, nhiều nhất ${f.duration(a.largestUs)}.`,
    explanation: () =>
      'Bản tin được xếp theo thời gian; nếu chính đồng hồ bị chỉnh lùi thì thứ tự và các độ trễ không đáng tin.',
    fix: () => [
      'Nếu tệp được ghép lại: ghép theo thời gian (mergecap không có -a), hoặc sắp xếp bằng reordercap.',
      'Nếu đồng hồ bị chỉnh trong lúc bắt gói: để NTP chỉnh dần thay vì nhảy bước.',
    ],
  },
  'capture-encrypted-only': {
    summary: 'Báo hiệu được mã hóa và không đọc được gì.',
    title: (a, f) =>
      a.how === 'tls'
        ? `Không đọc được ${f.integer(a.count)} kết nối TLS tới ${f.list(a.servers)}.`
        : `Không đọc được ${f.integer(a.count)} gói IPsec, và ngoài ra không thấy SIP.`,
    explanation: (a) =>
      `${a.serverName === '' ? '' : `Phía khách yêu cầu tên ${a.serverName}. `}Nội dung được mã hóa và không có khóa, nên việc không thấy SIP không nói lên điều gì về các cuộc gọi.`,
    fix: (a) =>
      a.how === 'tls'
        ? [
            'Cung cấp khóa TLS: --keylog với tệp SSLKEYLOGFILE của một trong hai đầu.',
            'Hoặc bắt gói ở nơi đã giải mã: ngay tại proxy, hoặc qua HEP từ proxy.',
          ]
        : ['Bắt gói bên trong đường hầm, hoặc ở đầu cuối của nó.'],
  },
};
