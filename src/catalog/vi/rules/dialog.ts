import type { DialogIdTexts, RouteTexts } from '../../rule-families.ts';

const outcomeOf = (code: number): string =>
  code === 0 ? 'không được trả lời' : `kết thúc bằng ${code}`;

export const routeRules: RouteTexts = {
  'record-route-missing-lr': {
    summary: 'Một proxy ghi tuyến không có lr, và một request của cuộc gọi thất bại.',
    title: (a) => `Record-Route của ${a.route} thiếu lr, và ${a.method} ${outcomeOf(a.code)}.`,
    explanation: (a) =>
      `Không có lr, proxy đòi kiểu định tuyến cũ (strict routing), mỗi nút phải viết lại Request-URI. Ít thiết bị còn làm được; ${a.method} được thấy lần cuối ở ${a.node}.`,
    fix: (a) => [`Để ${a.route} ghi ;lr vào Record-Route của nó.`],
  },
  'route-set-lost': {
    summary: 'Một request của cuộc gọi bỏ sót các proxy phải nằm trên đường đi.',
    title: (a) => `${a.sender} gửi ${a.method} thiếu tuyến đã ghi, và nó ${outcomeOf(a.code)}.`,
    explanation: (a) =>
      `Lúc thiết lập đã ghi ${a.expected}; request thì ghi ${a.found === '' ? 'không Route nào' : a.found}. ${a.node} không biết nó thuộc dialog nào và phải đi đâu.`,
    fix: (a) => [
      `Để ${a.sender} giữ Record-Route lúc thiết lập và gửi lại thành Route trong mọi request về sau (RFC 3261 §12.2.1.1).`,
      'Nếu lúc gửi đi vẫn có các trường này: một luật của SBC hoặc SIP ALG trên đường đã bỏ chúng.',
    ],
  },
  'in-dialog-bypasses-proxy': {
    summary: 'Một request của cuộc gọi đi vòng qua proxy muốn ở lại trên đường.',
    title: (a) => `${a.sender} gửi ${a.method} không qua ${a.proxy} mà thẳng tới ${a.target}.`,
    explanation: (a) =>
      `${a.proxy} đã tự ghi vào Record-Route. Thứ gì đi vòng qua nó thì không được tính cước, không được xử lý NAT và không chịu giới hạn của nó.${a.failed ? ` ${a.method} ${outcomeOf(a.code)}.` : ''}`,
    fix: (a) => [
      `Để ${a.sender} gửi các request về sau theo tuyến đã ghi.`,
      'Nếu proxy có hai giao diện mạng: để nó ghi cả hai (Record-Route kép).',
    ],
  },
  'target-refresh-ignored': {
    summary: 'Một request đi tới Contact đã bị thay.',
    title: (a) => `${a.sender} gửi ${a.method} tới ${a.old}, vốn đã được thay bằng ${a.now}.`,
    explanation: (a) =>
      `Bên kia đã đổi Contact trong một re-INVITE hoặc UPDATE được chấp nhận. Từ đó Contact mới có hiệu lực; ${a.method} tới chỗ cũ ${outcomeOf(a.code)}.`,
    fix: (a) => [
      `Cập nhật phần mềm của ${a.sender}, hoặc giữ Contact của bên kia cố định (SBC làm được).`,
    ],
  },
};

export const dialogIdRules: DialogIdTexts = {
  'branch-reused': {
    summary: 'Hai request mang cùng một branch.',
    title: (a) => `${a.sender} dùng một branch cho cả ${a.first} và ${a.second}.`,
    explanation: (a) =>
      `${a.node} phân biệt request theo branch (${a.branch}) và có thể coi cái sau là bản sao của cái trước. Nó ${outcomeOf(a.code)}.`,
    fix: (a) => [`Cập nhật phần mềm của ${a.sender}: mỗi request cần một branch riêng.`],
  },
  'call-id-reused': {
    summary: 'Một Call-ID mang nhiều cuộc gọi.',
    title: (a) => `${a.sender} bắt đầu cuộc gọi khác với một Call-ID đã dùng.`,
    explanation: (a) =>
      [
        a.how === 'other-tag'
          ? 'From tag là tag khác.'
          : 'From tag như cũ, còn CSeq đếm lại từ đầu.',
        ...(a.overlapping ? ['Lần gọi trước đó chưa kết thúc.'] : []),
        `Ở đây từng cuộc gọi được xét riêng; máy chủ trên đường có thể coi cuộc này là một phần của cuộc kia. Call-ID: ${a.callId}.`,
      ].join(' '),
    fix: (a) => [
      `Cập nhật phần mềm của ${a.sender}, hoặc cho nó nguồn số ngẫu nhiên tốt: thiết bị khởi động mà không có đồng hồ có thể tạo lại id cũ.`,
    ],
  },
  'cseq-out-of-order': {
    summary: 'Một request bị từ chối vì số CSeq quá nhỏ.',
    title: (a) =>
      `${a.sender} gửi ${a.method} với CSeq ${a.cseq} sau ${a.before}, và nhận ${a.code}.`,
    explanation: () =>
      'Trong một dialog, mỗi bên đếm tăng dần các request của mình. Bên nhận phải từ chối số không lớn hơn số trước.',
    fix: (a) => [
      `Tìm B2BUA hay SBC đánh số lại request của ${a.sender}, hoặc hai nút cùng nói thay cho một dialog.`,
    ],
  },
  'tag-problems': {
    summary: 'Thiếu một tag mà không có nó thì dialog không có tên.',
    title: (a) =>
      a.how === 'no-to-tag'
        ? `${a.code} của ${a.node} cho ${a.method} không có To tag.`
        : `${a.method} của ${a.node} không có From tag và bị từ chối bằng ${a.code}.`,
    explanation: () =>
      'Call-ID, From tag và To tag cùng nhau đặt tên cho dialog. Thiếu một trong số đó thì các request về sau (ACK, BYE) không khớp được.',
    fix: (a) => [
      `Cập nhật phần mềm của ${a.node}; nó theo RFC 2543, hoặc một luật của SBC bỏ mất tag.`,
    ],
  },
  'via-stack-broken': {
    summary: 'Phản hồi quay về với Via sai và không được nhận.',
    title: (a) => `${a.receiver} không nhận ${a.code} của ${a.node}: Via của nó không đúng.`,
    explanation: (a) =>
      a.how === 'top'
        ? `Phản hồi ghi ${a.found}, còn request ghi ${a.expected}. Client bỏ thứ không mang Via của chính nó; sau đó còn ${a.copies} bản sao của request.`
        : `Request có ${a.expected} Via, phản hồi có ${a.found}. Sau đó còn ${a.copies} bản sao của request.`,
    fix: (a) => [
      `Để ${a.node} chép lại mọi trường Via của request theo đúng thứ tự, và mỗi proxy chỉ bỏ Via của chính nó.`,
      'SIP ALG ở giữa có thể đã sửa request mà không sửa phản hồi.',
    ],
  },
  'via-loop-visible': {
    summary: 'Một request đi vòng tròn.',
    title: (a) =>
      `INVITE đi qua ${a.node} ${a.passes} lần${a.code === 0 ? '' : ` và kết thúc bằng ${a.code}`}.`,
    explanation: (a) =>
      a.sameUri
        ? 'Nó quay lại với cùng một Request-URI, nên không nút nào quyết định khác đi được: nó đi vòng cho tới khi hết Max-Forwards.'
        : 'Đi qua nhiều lần như vậy không phải là đường vòng có chủ ý, kể cả khi Request-URI mỗi lần một khác.',
    fix: (a) => [
      `So sánh tuyến của ${a.node} và của nút gửi trả cuộc gọi về nó, với số này.`,
      'Hai chuyển hướng cuộc gọi trỏ vào nhau cũng gây ra như vậy.',
    ],
  },
  'max-breadth-or-fork-bomb': {
    summary: 'Một cuộc gọi được rẽ nhánh tới rất nhiều đích cùng lúc.',
    title: (a) =>
      a.code > 0
        ? `${a.node} từ chối rẽ nhánh thêm (${a.code}).`
        : `${a.node} đổ chuông ${a.branches} đích cùng lúc.`,
    explanation: () =>
      'Mỗi nhánh lại có thể rẽ tiếp; vài nút rẽ nhánh qua lại cho nhau biến một cuộc gọi thành hàng nghìn request. Max-Breadth (RFC 5393) giới hạn điều đó.',
    fix: (a) => [
      `Xem các đăng ký và nhóm đổ chuông phía sau số được gọi ở ${a.node}: đăng ký cũ còn sót, nhóm nằm trong nhóm.`,
    ],
  },
};
