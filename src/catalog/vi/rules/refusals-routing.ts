import type { ResponseArgs } from '../../../model/response-args.ts';
import { networkCauseOf } from '../../q850.ts';
import { refusalTexts, said } from '../../refusal-text.ts';
import type { RoutingRefusalTexts } from '../../rule-families.ts';
import { saysClock } from '../clocks.ts';

const refusal = refusalTexts('vi');

const way = (path: readonly string[]): string => path.join(' → ');

const SECOND_PASS: Readonly<
  Record<
    ResponseArgs['resp-482-loop']['how'],
    (a: Pick<ResponseArgs['resp-482-loop'], 'path' | 'node'>) => string
  >
> = {
  loop: ({ path }) =>
    `Yêu cầu đi qua cùng một nút hai lần với Request-URI không đổi: ${way(path)}.`,
  spiral: ({ path }) =>
    `Yêu cầu đi qua cùng một nút hai lần, mỗi lần với Request-URI khác: ${way(path)}. Đó là đường xoắn ốc, tự nó không phải vòng lặp; nút không so sánh Request-URI thì coi là vòng lặp.`,
  merged: ({ node }) =>
    `${node} nhận cùng một yêu cầu qua hai nhánh (cùng Call-ID, tag của From và CSeq) và từ chối yêu cầu thứ hai.`,
  unseen: ({ path }) =>
    `Trên đoạn đường nhìn thấy (${way(path)}) không nút nào lặp lại, nên vòng lặp nằm xa hơn, hoặc một bản sao đến từ nơi khác.`,
};

const OVERLOAD: Readonly<
  Record<
    ResponseArgs['resp-503-overload']['topic'],
    { readonly title: string; readonly why: string; readonly fix: readonly string[] }
  >
> = {
  capacity: {
    title: 'đã hết năng lực phục vụ',
    why: 'Lời văn nói về giới hạn hoặc nghẽn: số cuộc gọi vượt quá mức được phép hoặc mức chịu được.',
    fix: [
      'So sánh số cuộc gọi lúc đó với các giới hạn của nút: kênh, số cuộc gọi mỗi giây, giấy phép.',
    ],
  },
  route: {
    title: 'không còn tuyến nào dùng được',
    why: 'Lời văn nói về tuyến, gateway hoặc nút lân cận: bản thân nút vẫn tốt, nhưng mọi thứ phía sau nó cho số này thì không.',
    fix: ['Kiểm tra các gateway và trung kế phía sau: cái nào đang hỏng, cái nào phục vụ số này?'],
  },
  maintenance: {
    title: 'tạm ngừng phục vụ',
    why: 'Lời văn nói về khởi động, dừng hoặc bảo trì.',
    fix: ['Hỏi bên vận hành về việc bảo trì lúc đó và tạm đưa nút ra khỏi tuyến.'],
  },
  unknown: { title: 'hiện không nhận được cuộc gọi', why: '', fix: [] },
};

export const routingRefusals: RoutingRefusalTexts = {
  'redirect-loop': {
    summary: 'Cuộc gọi bị chuyển hướng vòng quanh.',
    title: (a, f) =>
      a.repeated
        ? `Cuộc gọi bị chuyển hướng vòng quanh: ${f.integer(a.redirects)} lần, và có địa chỉ lặp lại.`
        : `Cuộc gọi bị chuyển hướng ${f.integer(a.redirects)} lần mà không tới đích.`,
    explanation: (a) =>
      `Mỗi phản hồi 3xx nêu địa chỉ phải thử tiếp: ${way(a.targets)}. Máy khách không được thử một địa chỉ hai lần, nên cuộc gọi kết thúc ở đây (RFC 3261 §8.1.3.4).`,
    fix: (a) => [
      `Kiểm tra các chuyển tiếp và tuyến phía sau ${a.node}: có hai chỗ trỏ vào nhau.`,
      'Nếu bộ cân bằng tải chuyển hướng: cho nó chuyển tới máy chủ, không chuyển tới bộ cân bằng tải khác.',
    ],
  },
  'redirect-not-followed': {
    summary: 'Cuộc gọi bị chuyển hướng mà không thấy cuộc gọi tới địa chỉ mới.',
    title: (a) =>
      a.contact === ''
        ? `${a.node} chuyển hướng cuộc gọi (${a.code}) nhưng không nêu địa chỉ.`
        : `${a.node} chuyển hướng cuộc gọi tới ${a.contact} (${a.code}); không thấy INVITE nào tới đó.`,
    explanation: (a) =>
      a.contact === ''
        ? 'Chuyển hướng không có Contact thì không dẫn tới đâu: bên gọi chỉ còn cách bỏ cuộc.'
        : `Phản hồi 3xx yêu cầu ${a.client} tự gọi tới địa chỉ mới. Một số trung kế và tổng đài cố ý không làm vậy, vì chuyển hướng có thể dẫn tới số cước cao; cuộc gọi đi đường khác sẽ nằm ngoài bản bắt gói này.`,
    fix: (a) => [
      `Cho phép ${a.client} đi theo chuyển hướng của máy chủ này, hoặc để proxy phía trước làm việc đó.`,
      `Hoặc để ${a.node} tự chuyển tiếp cuộc gọi (như proxy hoặc B2BUA) thay vì chuyển hướng.`,
    ],
  },
  'resp-408-timeout': refusal({
    summary: 'Một nút chờ mãi không được rồi bỏ cuộc với mã 408.',
    title: (a, f) =>
      a.rang
        ? `Máy đã đổ chuông, rồi ${a.node} bỏ cuộc sau ${f.duration(a.waitedUs)}: ${said(a)}.`
        : `${a.node} bỏ cuộc sau ${f.duration(a.waitedUs)}: ${said(a)}.`,
    why: (a, f) => saysClock(a.clock, f).trim(),
    fix: (a) => [`Xem chặng phía sau ${a.node}: ai đã nhận INVITE mà không phản hồi?`],
  }),
  'resp-482-loop': refusal({
    summary: 'Một yêu cầu đến cùng một nút lần thứ hai (482).',
    title: (a) =>
      a.how === 'merged'
        ? `${a.node} nhận cùng một cuộc gọi qua hai đường và từ chối một: ${said(a)}.`
        : a.how === 'spiral'
          ? `Cuộc gọi quay lại một nút với địa chỉ khác, và ${a.node} coi đó là vòng lặp: ${said(a)}.`
          : a.how === 'unseen'
            ? `${a.node} cho biết đã thấy cuộc gọi này trước đó: ${said(a)}.`
            : `Cuộc gọi chạy vòng lặp: ${a.node} thấy nó lần thứ hai, ${said(a)}.`,
    why: (a) => SECOND_PASS[a.how](a),
    fix: (a) =>
      a.how === 'merged'
        ? ['Chỉ để một đường dẫn tới nút này: hai đích SRV hoặc hai nhánh đang cùng tới một nơi.']
        : a.how === 'spiral'
          ? [
              'Tìm quy tắc gửi cuộc gọi quay lại (thường là chuyển hướng tới người dùng cùng miền) và định tuyến ngay tại đó.',
              `Cho chức năng phát hiện vòng lặp của ${a.node} so sánh cả Request-URI.`,
            ]
          : ['Tìm quy tắc gửi trả số không đổi và cắt vòng lặp tại đó.'],
  }),
  'resp-483-hops': refusal({
    summary: 'Max-Forwards đã cạn trên đường đi (483).',
    title: (a, f) =>
      a.how === 'loop' || a.how === 'spiral'
        ? `Cuộc gọi chạy vòng tới khi hết số chặng: ${said(a)} từ ${a.node}.`
        : a.how === 'low'
          ? `Cuộc gọi bắt đầu với ${f.integer(a.first)} chặng và đã dùng hết: ${said(a)} từ ${a.node}.`
          : `Cuộc gọi hết số chặng trước khi tới nơi: ${said(a)} từ ${a.node}.`,
    why: (a, f) => {
      const first = a.first < 0 ? '' : ` Lần đầu nhìn thấy, Max-Forwards là ${f.integer(a.first)}.`;
      return a.how === 'low'
        ? `Mỗi proxy trừ đi một, thông thường bắt đầu từ 70; bên gửi đã bắt đầu quá thấp.${first}`
        : a.how === 'loop'
          ? `Yêu cầu lại đi qua cùng một nút mà không nút nào phát hiện vòng lặp: ${way(a.path)}.${first}`
          : a.how === 'spiral'
            ? `Yêu cầu lại đi qua cùng một nút với Request-URI khác nên chức năng phát hiện vòng lặp không nhận ra: ${way(a.path)}.${first}`
            : `Trên đoạn đường nhìn thấy (${way(a.path)}) không nút nào lặp lại: vòng lặp nằm xa hơn.${first}`;
    },
    fix: (a) =>
      a.how === 'low'
        ? [
            'Cho bên gửi bắt đầu với Max-Forwards 70; B2BUA không được sao chép giá trị từ nhánh kia.',
          ]
        : ['Tìm hai nút gửi cuộc gọi qua lại cho nhau và bật chức năng phát hiện vòng lặp.'],
  }),
  'max-forwards-low': {
    summary: 'Cuộc gọi bắt đầu với ít chặng (Max-Forwards).',
    title: (a, f) =>
      `${a.sender} chỉ cho INVITE của mình ${f.integer(a.value)} chặng (Max-Forwards).`,
    explanation: () =>
      'Mỗi proxy trừ đi một và từ chối bằng 483 khi không còn. Giá trị thông thường là 70; giá trị thấp sẽ gây lỗi ngay khi đường đi dài thêm vài chặng.',
    fix: (a) => [`Đặt Max-Forwards là 70 tại ${a.sender}, trừ khi giá trị thấp là chủ ý.`],
  },
  'resp-500-server': refusal({
    summary: 'Một nút bị lỗi (500).',
    title: (a) =>
      a.passedOn === ''
        ? `${a.node} bị lỗi: ${said(a)}.`
        : `${a.passedOn} trả lời 503, và ${a.node} đổi thành ${said(a)}.`,
    why: (a) =>
      a.passedOn === ''
        ? ''
        : `Proxy không được chuyển nguyên 503 của một máy chủ về, vì bên gọi sẽ tránh cả proxy. Lỗi nằm ở ${a.passedOn}.`,
    fix: (a) => {
      if (a.passedOn !== '') return [`Kiểm tra ${a.passedOn}: vì sao nó từ chối bằng 503?`];
      const cause = networkCauseOf(a.reason);
      if (cause === null) return [];
      return [
        `Hỏi đơn vị vận hành mạng phía sau ${a.node}, kèm thời điểm gọi, hai số và Q.850 cause ${cause}: lỗi nằm ở đó.`,
        `Kiểm tra các trung kế của ${a.node} vào mạng đó: cảnh báo, liên kết báo hiệu, số kênh còn trống lúc đó.`,
        'Chuyển các cuộc gọi như vậy sang tuyến khác cho tới khi sửa xong.',
      ];
    },
    alone: (a) => a.passedOn === '' && networkCauseOf(a.reason) !== null,
  }),
  'resp-502-504-gateway': refusal({
    summary: 'Nút phía sau trả lời sai (502) hoặc không kịp (504).',
    title: (a) =>
      a.next === ''
        ? `Lỗi nằm phía sau ${a.node}: ${said(a)}.`
        : `Lỗi nằm phía sau ${a.node}, tại ${a.next} hoặc xa hơn: ${said(a)}.`,
    why: (a, f) => saysClock(a.clock, f).trim(),
    fix: (a) =>
      a.next === ''
        ? [
            `Tìm xem ${a.node} chọn nút kế tiếp nào cho cuộc gọi này: bản bắt gói không thấy nút đó.`,
          ]
        : [`Kiểm tra ${a.next}: có hoạt động không, có biết tuyến này không?`],
  }),
  'resp-503-overload': refusal({
    summary: 'Một nút hiện không phục vụ được (503).',
    title: (a) => `${a.node} ${OVERLOAD[a.topic].title}: ${said(a)}.`,
    why: (a, f) => {
      const { why } = OVERLOAD[a.topic];
      const wait =
        a.retryAfter < 0
          ? ''
          : `Nó yêu cầu tránh ra trong ${f.duration(a.retryAfter * 1_000_000)} (Retry-After).`;
      // Without words of its own, what the code means in general says more.
      return why === '' ? '' : [why, wait].filter((part) => part !== '').join(' ');
    },
    fix: (a) => [...OVERLOAD[a.topic].fix],
  }),
  'retry-after-ignored': {
    summary: 'Máy chủ xin thời gian (Retry-After) nhưng yêu cầu mới vẫn tới.',
    title: (a, f) =>
      `${a.client} gửi tiếp sau ${f.duration(a.afterUs)}, dù ${a.server} đã xin ${f.duration(a.retryAfter * 1_000_000)} (Retry-After).`,
    explanation: (a, f) =>
      `${f.integer(a.requests)} yêu cầu mới đến trong khoảng thời gian mà 503 đã xin, và máy chủ lại từ chối. Mỗi yêu cầu như vậy làm máy chủ quá tải thêm bận.`,
    fix: (a) => [
      `Cấu hình ${a.client} tôn trọng Retry-After: dùng máy chủ khác trong thời gian đó, hoặc từ chối ngay.`,
      'Chuẩn bị máy chủ hoặc tuyến thứ hai cho hướng này.',
    ],
  },
  'overload-burst': {
    summary: 'Một nút từ chối nhiều yêu cầu trong một phút (503, 500).',
    title: (a, f) =>
      `${a.node} đã bão hòa: từ chối ${f.integer(a.failures)} yêu cầu trong một phút (${a.codes}).`,
    explanation: (a, f) =>
      `Tổng cộng nó từ chối ${f.integer(a.total)} yêu cầu. Nhiều như vậy cùng lúc không phải chuyện của từng cuộc gọi: bản thân nút, hoặc mọi nơi nó có thể định tuyến tới, đã hết năng lực.`,
    fix: (a) => [
      `So sánh tải của ${a.node} lúc đó với mức thiết kế: CPU, kênh, số cuộc gọi mỗi giây, giấy phép.`,
      'Chia cuộc gọi cho nhiều máy chủ hơn và giới hạn tốc độ phía trước nó (RFC 7339 cho phép máy chủ báo mức nhận).',
      'Kiểm tra xem cuộc gọi lỗi có bị thử lại ngay và tự tạo ra tải hay không.',
    ],
  },
  'vendor-routing-code': refusal({
    summary: 'Proxy không làm gì được với nút kế tiếp (473 đến 479 của Kamailio và OpenSIPS).',
    title: (a) => `Proxy ${a.node} không chuyển tiếp được cuộc gọi: ${said(a)}.`,
  }),
};
