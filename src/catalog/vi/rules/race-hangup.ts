import type { ByeTexts, CancelTexts } from '../../rule-families.ts';

export const cancelRules: CancelTexts = {
  'cancel-before-provisional': {
    summary: 'CANCEL được gửi trước khi có phản hồi nào, và không có tác dụng.',
    title: (a, f) =>
      `${a.sender} hủy sau ${f.duration(a.afterUs)}, trước mọi phản hồi, và CANCEL không có tác dụng.`,
    explanation: (a) => {
      const effect =
        a.how === 'refused'
          ? `${a.node} từ chối vì chưa biết INVITE nào.`
          : `${a.node} vẫn tiếp tục cuộc gọi.`;
      return `CANCEL có thể vượt lên trước INVITE của nó, nên bên gửi phải chờ phản hồi tạm thời đầu tiên. ${effect}`;
    },
    fix: (a) => [
      `Cho ${a.sender} giữ CANCEL lại đến khi có phản hồi tạm thời.`,
      `Cho ${a.node} gửi 100 Trying ngay để không ai phải chờ.`,
    ],
  },
  'cancel-mismatch': {
    summary: 'CANCEL không khớp với INVITE của nó và bị từ chối.',
    title: (a) =>
      `CANCEL của ${a.sender} không khớp với INVITE (${a.field}), nên ${a.node} đã từ chối.`,
    explanation: (a) =>
      `CANCEL lặp lại branch, Request-URI, các tag và số CSeq của INVITE. Ở đây ${a.field} có ${a.found === '' ? 'giá trị trống' : a.found} thay vì ${a.expected === '' ? 'giá trị trống' : a.expected}, do đó có ${a.code}; bên được gọi vẫn đổ chuông.`,
    fix: (a) => [
      `Sửa ${a.sender}, hoặc SBC hay ALG phía trước đã ghi lại INVITE và CANCEL theo hai cách khác nhau.`,
    ],
  },
  'cancel-200-race': {
    summary: 'Bên được gọi trả lời đúng lúc bên gọi đang hủy.',
    title: (a, f) => {
      const apart = f.duration(Math.abs(a.apartUs));
      const order = a.apartUs < 0 ? 'trước' : 'sau';
      return a.ended === 'caller'
        ? `${a.callee} trả lời ${apart} ${order} CANCEL; bên gọi đã gác máy.`
        : `${a.callee} trả lời ${apart} ${order} CANCEL, và không thấy BYE của bên gọi.`;
    },
    explanation: (a, f) => {
      const end = {
        caller: `Bên gọi đã làm vậy sau ${f.duration(a.afterUs)}.`,
        callee: `Bên được gọi tự gác máy sau ${f.duration(a.afterUs)}; đến lúc đó họ ở trong một cuộc gọi không có ai.`,
        'not-seen': `Trong ${f.duration(a.afterUs)} bắt gói sau đó không thấy BYE: bên được gọi có thể vẫn ở trong một cuộc gọi không có ai.`,
      }[a.ended];
      return `Hai bản tin đi ngược chiều và vượt qua nhau. Khi đó CANCEL không còn tác dụng; ${a.caller} phải xác nhận bằng ACK và kết thúc bằng BYE. ${end}`;
    },
    fix: (a) =>
      a.ended === 'caller'
        ? ['Không cần sửa gì: bên gọi gác máy đúng lúc được trả lời.']
        : [
            `Cho ${a.caller} đáp lại 2xx đến sau CANCEL bằng ACK và BYE.`,
            'Kiểm tra trên đường đi có gì chặn 2xx về bên gọi sau khi bên gọi đã hủy không.',
          ],
  },
  'cancel-no-487': {
    summary: 'CANCEL không kết thúc được INVITE của nó.',
    title: (a, f) => {
      if (a.how === 'not-forwarded') {
        return a.answered
          ? `${a.node} xác nhận CANCEL nhưng không chuyển tiếp: ${a.callee} nhấc máy sau đó ${f.duration(a.waitedUs)}.`
          : `${a.node} xác nhận CANCEL nhưng không chuyển tiếp tới ${a.callee}.`;
      }
      if (a.how === 'ignored') {
        return a.answered
          ? `${a.node} không phản ứng với CANCEL và trả lời cuộc gọi sau đó ${f.duration(a.waitedUs)}.`
          : `${a.node} không phản ứng với CANCEL.`;
      }
      return `${a.node} xác nhận CANCEL, nhưng trong ${f.duration(a.waitedUs)} không thấy phản hồi cuối cùng cho INVITE.`;
    },
    explanation: (a) => {
      const left = a.answered
        ? ` Bên gọi đã rời đi: ${a.callee} ở lại một mình trong cuộc gọi.`
        : ` ${a.callee} có thể vẫn đổ chuông.`;
      if (a.how === 'not-forwarded') {
        return `Proxy nhận CANCEL phải hủy mọi INVITE mà nó đã chuyển đi và còn mở. INVITE tới ${a.callee} còn mở, nhưng không thấy CANCEL cho nó.${left}`;
      }
      if (a.how === 'ignored') {
        return `INVITE đang được xử lý tại ${a.node}, nên nó phải xác nhận CANCEL bằng 200 và kết thúc INVITE bằng 487; nó không làm cả hai.${left}`;
      }
      return `200 cho CANCEL chỉ nói rằng nó đã tới; chính INVITE phải được trả lời bằng 487.${left} Bên gọi chỉ được giải phóng sau 64·T1 (32 giây).`;
    },
    fix: (a) =>
      a.how === 'not-forwarded'
        ? [
            `Kiểm tra định tuyến của ${a.node}: CANCEL phải đi theo đường của INVITE (trong Kamailio và OpenSIPS: t_relay cho CANCEL, trước mọi route khác).`,
          ]
        : [
            `Kiểm tra ${a.node} vào thời điểm đó: có chuyển tiếp CANCEL không, và phía sau nó có trả lời 487 không?`,
          ],
  },
  'cancel-481': {
    summary: 'CANCEL khớp với INVITE đang mở nhưng bị trả lời 481.',
    title: (a) =>
      a.how === 'went-on'
        ? `${a.node} không biết INVITE mà ${a.sender} hủy, và cuộc gọi vẫn tiếp tục.`
        : `${a.node} không biết INVITE mà ${a.sender} hủy.`,
    explanation: (a) =>
      `INVITE và CANCEL khớp nhau về branch, tag và số CSeq, và trước đó không thấy phản hồi cuối cùng. Vậy ${a.node} đã mất giao dịch: khởi động lại, chuyển dự phòng không giữ trạng thái, hoặc nút khác trong cụm nhận CANCEL.`,
    fix: (a) => [
      `Tìm xem ${a.node} có khởi động lại hay chuyển dự phòng vào lúc đó không.`,
      'Cấu hình cân bằng tải để INVITE và CANCEL cùng Call-ID tới cùng một nút.',
    ],
  },
  'cancel-completed-elsewhere-missing': {
    summary: 'Máy bị hủy mà không được báo rằng máy khác đã trả lời.',
    title: (a, f) =>
      `${a.node} hủy ${f.list(a.phones)} mà không nêu lý do "đã trả lời ở máy khác".`,
    explanation: () =>
      'Một máy khác đã nhận cuộc gọi. Nếu CANCEL thiếu Reason: SIP;cause=200, các máy còn lại ghi là cuộc gọi nhỡ.',
    fix: (a) => [
      `Cho ${a.node} thêm Reason: SIP;cause=200;text="Call completed elsewhere" vào CANCEL của các nhánh thua.`,
    ],
  },
};

export const byeRules: ByeTexts = {
  'early-bye': {
    summary: 'BYE được gửi khi chưa đến lúc.',
    title: (a) =>
      a.state === 'early'
        ? `${a.sender} gửi BYE trước khi cuộc gọi được trả lời.`
        : `${a.sender} gác máy trước khi câu trả lời của chính nó được xác nhận.`,
    explanation: (a) => {
      const rule =
        a.by === 'callee'
          ? 'Bên được gọi từ chối INVITE bằng phản hồi cuối cùng, và chỉ được gửi BYE sau khi đã nhận ACK.'
          : 'Bên gọi kết thúc INVITE chưa được trả lời bằng CANCEL; BYE chỉ kết thúc một hội thoại sớm của nó.';
      const code = a.code >= 300 ? ` Nó bị trả lời ${a.code}.` : '';
      return `${rule}${code} Trước đó không thấy ACK hay câu trả lời.`;
    },
    fix: (a) => [
      a.by === 'callee'
        ? `Cho ${a.sender} từ chối cuộc gọi chưa trả lời bằng phản hồi cuối cùng, và giữ BYE đến khi có ACK.`
        : `Cho ${a.sender} gửi CANCEL khi cuộc gọi chưa được trả lời.`,
    ],
  },
  'bye-481': {
    summary: 'BYE bị trả lời 481: phía kia không biết cuộc gọi này.',
    title: (a, f) =>
      `${a.node} không biết cuộc gọi mà ${a.sender} kết thúc (481 cho BYE)${a.how === 'stayed-up' ? `; ${a.farEnd} còn giữ cuộc gọi thêm ${f.duration(a.upUs)}` : ''}.`,
    explanation: (a, f) =>
      ({
        tags: 'Tag của BYE không thuộc hội thoại nào của cuộc gọi này: có thiết bị trên đường ghi lại tag, hoặc bên gửi nhầm cuộc gọi.',
        unknown:
          'Hội thoại đúng, và trước đó không thấy phía kia gác máy. Phía đó đã mất cuộc gọi từ trước: khởi động lại, chuyển dự phòng không giữ trạng thái, bộ định thời phiên, hoặc BYE đi đường không được bắt gói.',
        midcall:
          'Bản bắt gói bắt đầu sau cuộc gọi, nên có thể thiếu lần gác máy trước đó của phía kia.',
        'stayed-up': `${a.node} không chuyển BYE đi tiếp: mãi ${f.duration(a.upUs)} sau phía kia mới tự gác máy (${a.farEnd}). Suốt thời gian đó cuộc gọi vẫn còn ở phía ấy và có thể đã bị tính cước.`,
      })[a.how],
    fix: (a) => [
      a.how === 'tags'
        ? `So From tag và To tag của BYE với 2xx, từng chặng một, ngược về ${a.sender}.`
        : a.how === 'stayed-up'
          ? `So Request-URI và Route của BYE với Contact và Record-Route của 2xx: với các giá trị này ${a.node} không tìm được cuộc gọi.`
          : `Tìm xem ${a.node} bỏ cuộc gọi từ lúc nào: log, lần khởi động lại, bản ghi cước của cùng Call-ID.`,
      ...(a.how === 'stayed-up'
        ? [
            'Dùng bộ định thời phiên và giới hạn thời gian mất media ở cả hai phía, và điều chỉnh bản ghi cước của cuộc gọi này.',
          ]
        : []),
    ],
  },
  'bye-crossed': {
    summary: 'Hai bên gác máy cùng lúc.',
    title: (a, f) =>
      `${a.first} và ${a.second} gác máy cách nhau ${f.duration(a.apartUs)}, do đó có ${a.code}.`,
    explanation: () =>
      'Mỗi bên đã kết thúc hội thoại khi BYE của bên kia tới. Với cả hai, cuộc gọi đã xong.',
    fix: () => ['Không cần sửa gì.'],
  },
  'bye-unanswered': {
    summary: 'Không có BYE nào của cuộc gọi được xác nhận.',
    title: (a, f) => {
      const how =
        a.code === 0 ? `không được ${a.target} xác nhận` : `không tới được phía kia (${a.code})`;
      const up = a.upUs === 0 ? '' : `; ${a.farEnd} còn giữ cuộc gọi thêm ${f.duration(a.upUs)}`;
      return `BYE của ${a.sender} ${how}${up}.`;
    },
    explanation: (a, f) => {
      const copies = a.copies === 1 ? '' : ` ${f.integer(a.copies)} lần`;
      const answer = a.code === 0 ? 'không thấy phản hồi' : `nhận về ${a.code}`;
      return `Nó được gửi tới ${a.target}${copies}, và ${answer}. Với ${a.sender} cuộc gọi đã xong; ${a.upUs === 0 ? 'phía kia có thể vẫn giữ cuộc gọi và tính cước' : `mãi ${f.duration(a.upUs)} sau ${a.farEnd} mới tự gác máy, và có thể đã bị tính cước suốt thời gian đó`}.`;
    },
    fix: (a) => [
      a.code === 401 || a.code === 407
        ? `Để ${a.sender} trả lời yêu cầu xác thực của BYE, hoặc miễn xác thực cho yêu cầu trong cuộc gọi tại ${a.target}.`
        : `Kiểm tra Contact và Route của hội thoại về phía ${a.target}: phải tới được suốt thời gian gọi.`,
      'Dùng bộ định thời phiên và giới hạn thời gian mất media ở cả hai phía để BYE bị mất không làm treo cuộc gọi.',
      'Điều chỉnh bản ghi cước của cuộc gọi này.',
    ],
  },
  'dialog-zombie': {
    summary: 'Bộ định thời phiên của cuộc gọi đã hết mà không thấy làm mới hay BYE.',
    title: (a, f) =>
      `Phiên ${f.integer(a.sessionSeconds)} giây đã hết từ ${f.duration(a.overdueUs)} trước; không thấy làm mới hay BYE.`,
    explanation: (a) => {
      const who =
        a.refresher === ''
          ? 'không nêu tên bên nào'
          : a.refresher === 'uac'
            ? 'bên gửi INVITE'
            : 'bên trả lời INVITE';
      return `Bên làm mới (${who}) phải làm việc đó trước khi hết chu kỳ, nếu không một trong hai bên kết thúc bằng BYE. Hoặc lần gác máy đã bị mất, hoặc một bên vẫn nghĩ cuộc gọi còn.`;
    },
    fix: () => [
      'So hai đầu: bên nào vẫn coi cuộc gọi là còn, và bên đó có kết thúc cuộc gọi hết phiên không?',
      'Đặt thêm giới hạn thời gian mất media để BYE bị mất không giữ cuộc gọi.',
    ],
  },
};
