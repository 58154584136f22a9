import type {
  ChangePurpose,
  EndingArgs,
  SessionArgs,
  TransferArgs,
} from '../../../model/dialog-args.ts';
import type { EndingTexts, SessionTexts, TransferTexts } from '../../rule-families.ts';

const PURPOSE: Readonly<Record<ChangePurpose, string>> = {
  refresh: 'để làm mới phiên',
  hold: 'để giữ máy (hold)',
  resume: 'để thôi giữ máy',
  codec: 'để đổi codec',
  fax: 'để chuyển sang fax (T.38)',
  video: 'để thêm video',
  move: 'để chuyển media sang địa chỉ khác',
  offerless: 'không kèm offer, để bên kia đưa ra',
  unknown: 'để thay đổi phiên',
};

type Violation = SessionArgs['session-timer-violations'];

const VIOLATION: Readonly<Record<Violation['how'], (a: Violation) => string>> = {
  'too-short': (a) =>
    `Chu kỳ phiên là ${a.sessionSeconds} giây, dưới mức nhỏ nhất cho phép là ${a.limitSeconds} giây.`,
  'below-minimum': (a) =>
    `${a.node} đặt chu kỳ phiên ${a.sessionSeconds} giây, dưới mức ${a.limitSeconds} giây mà request yêu cầu tối thiểu.`,
  raised: (a) =>
    `${a.node} nâng chu kỳ phiên từ ${a.limitSeconds} giây lên ${a.sessionSeconds} giây.`,
  'no-refresher': (a) => `${a.node} đặt session timer mà không chỉ định bên làm mới.`,
  unable: (a) => `${a.node} giao việc làm mới cho bên gọi vốn không hỗ trợ session timer.`,
  'refused-again': (a) => `${a.node} từ chối chu kỳ phiên ${a.refusals} lần.`,
};

type Failed = TransferArgs['refer-failed'];

const codeOf = (a: { readonly code: number; readonly phrase: string }): string =>
  `${a.code} ${a.phrase}`.trim();

const TRANSFER: Readonly<Record<Failed['how'], (a: Failed) => string>> = {
  refused: (a) => `${a.node} từ chối chuyển cuộc gọi tới ${a.target} bằng ${codeOf(a)}.`,
  target: (a) => `Chuyển cuộc gọi tới ${a.target} thất bại với ${codeOf(a)}.`,
  'no-notify': (a) => `${a.node} nhận chuyển cuộc gọi tới ${a.target} mà không báo kết quả.`,
};

const BROKE: Readonly<Record<EndingArgs['bye-reason-abnormal']['kind'], string>> = {
  media: 'không nhận được media',
  session: 'một bộ đếm thời gian của SIP đã hết',
  network: 'mạng bên dưới bị đứt',
  resources: 'hết tài nguyên',
  protocol: 'có điều gì đó không hiểu được hoặc không được hỗ trợ',
  other: 'có sự cố',
};

const BROKE_FIX: Readonly<Record<EndingArgs['bye-reason-abnormal']['kind'], string>> = {
  media: 'Theo dõi RTP theo cả hai chiều: địa chỉ trong SDP, NAT, tường lửa, media relay.',
  session: 'Theo dõi các request lẽ ra phải giữ phiên: tuyến đi, Contact và ánh xạ NAT.',
  network: 'Xem trunk, sóng vô tuyến hay kênh mang phía sau bên đó vào lúc này.',
  resources: 'Xem tải, số kênh và cổng media của bên đó vào lúc này.',
  protocol: 'So sánh những gì bên đó hỗ trợ với bản tin cuối cùng gửi cho nó.',
  other: 'Đọc log của bên đó vào lúc này.',
};

export const sessionRules: SessionTexts = {
  'session-timer-expiry': {
    summary: 'Cuộc gọi bị kết thúc vì session timer không được làm mới.',
    title: (a, f) => `Bị ngắt bởi session timer ${f.duration(a.afterUs)} sau lần làm mới cuối.`,
    explanation: (a, f) =>
      `Session-Expires là ${a.sessionSeconds} giây${a.refresher === '' ? '' : `, do ${a.refresher} làm mới`}. ${
        a.attempts.length === 0
          ? 'Không thấy lần làm mới nào ở nửa chu kỳ.'
          : `Những lần đã thử đều không thành: ${f.list(a.attempts)}.`
      } ${a.reason === '' ? `${a.by} ngắt đúng lúc timer kết thúc cuộc gọi.` : `Chính ${a.by} nói vậy: “${a.reason}”.`}`,
    fix: (a) => [
      a.attempts.length === 0
        ? 'Tìm hiểu vì sao bên làm mới không gửi gì: session timer bị tắt, hoặc có khởi động lại giữa chừng.'
        : 'Theo lần làm mới tới chỗ nó bị mất: Contact, Route, ánh xạ NAT, tường lửa.',
      'Giữ ánh xạ NAT luôn mở trong cuộc gọi (OPTIONS hoặc CRLF mỗi 20 đến 25 giây qua UDP).',
      'Trong lúc chờ, tăng chu kỳ hoặc tắt session timer ở một bên sẽ che được lỗi.',
    ],
  },
  'session-timer-violations': {
    summary: 'Session timer được thỏa thuận trái quy tắc (RFC 4028).',
    title: (a) => VIOLATION[a.how](a),
    explanation: (a) =>
      a.how === 'refused-again'
        ? `Bên gọi phải lấy Min-SE trong 422${a.limitSeconds > 0 ? ` (${a.limitSeconds} giây)` : ''} rồi thử lại một lần. Mỗi vòng thêm là thời gian chờ mà người gọi nghe thấy.`
        : 'Cuộc gọi kéo dài quá nửa chu kỳ mà không thấy làm mới. Hết chu kỳ, một bên có thể ngắt.',
    fix: (a) => [
      a.how === 'refused-again'
        ? 'Đặt chu kỳ phiên của bên gọi ít nhất bằng Min-SE của bên kia.'
        : 'Đặt chu kỳ 1800 giây, Min-SE 90 giây, và hỗ trợ session timer như nhau ở cả hai bên.',
    ],
  },
  'reinvite-failed': {
    summary: 'Một thay đổi trong cuộc gọi đang diễn ra bị từ chối.',
    title: (a) => `${a.node} từ chối ${a.method} ${PURPOSE[a.purpose]} bằng ${codeOf(a)}.`,
    explanation: (a, f) =>
      a.expiredUs > 0
        ? `Phiên không được làm mới, và không lần thử nào sau đó thành công. Bộ định thời phiên hết hạn ${f.duration(a.expiredUs)} sau lần từ chối này, và cuộc gọi bị mất.`
        : a.ended
          ? 'Phiên lẽ ra giữ nguyên như trước; cuộc gọi bị kết thúc ngay sau đó.'
          : 'Phiên giữ nguyên như trước: điều mong muốn không xảy ra, cuộc gọi vẫn tiếp tục.',
    fix: (a) => [
      ...(a.expiredUs > 0
        ? [
            `Tìm tại ${a.node} lý do nó từ chối làm mới một cuộc gọi đang diễn ra; trong lúc đó dùng Session-Expires dài hơn, hoặc để phía kia làm mới.`,
          ]
        : []),
      `So sánh offer của ${a.asker} với offer đã được chấp nhận lúc thiết lập, rồi để ${a.node} chấp nhận hoặc để ${a.asker} thôi gửi.`,
      'Nếu có SBC ở giữa: xem nó có phải tự trả lời request như vậy không.',
    ],
  },
  'reinvite-no-answer': {
    summary: 'Một re-INVITE trong cuộc gọi đang diễn ra không được phản hồi.',
    title: (a) => `${a.target} không phản hồi re-INVITE ${PURPOSE[a.purpose]}.`,
    explanation: (a) =>
      `${a.asker} gửi nó ${a.copies} lần và không thấy phản hồi nào. Cuộc gọi được thiết lập qua chính đường này, nên từ đó đã có thay đổi: ánh xạ NAT mất, Contact không tới được, một nút khởi động lại.${a.ended ? ' Cuộc gọi kết thúc vì vậy.' : ''}`,
    fix: (a) => [
      `Kiểm tra re-INVITE phải đi đâu: Contact và Record-Route lúc thiết lập, so với ${a.target}.`,
      `Kiểm tra thời gian chờ của NAT và tường lửa giữa ${a.asker} và ${a.target}.`,
    ],
  },
  'update-not-allowed': {
    summary: 'UPDATE gặp một phần tử không nhận nó.',
    title: (a) => `${a.node} không nhận UPDATE ${PURPOSE[a.purpose]} (${a.code}).`,
    explanation: (a) =>
      a.advertised
        ? 'Allow của nó có ghi UPDATE, hoặc một nút trên đường đã thêm vào.'
        : `Allow của nó không ghi UPDATE, nên ${a.asker} lẽ ra phải dùng re-INVITE.`,
    fix: (a) =>
      a.advertised
        ? [`Để ${a.node} (hoặc SBC phía trước) chỉ ghi trong Allow những gì nó nhận.`]
        : [`Để ${a.asker} xét Allow, hoặc dùng re-INVITE để làm mới và thay đổi phiên.`],
  },
};

export const transferRules: TransferTexts = {
  'refer-failed': {
    summary: 'Chuyển cuộc gọi thất bại.',
    title: (a) => TRANSFER[a.how](a),
    explanation: (a) =>
      a.how === 'refused'
        ? `${a.transferor} yêu cầu bằng REFER. Chưa có gì được thực hiện.`
        : a.how === 'target'
          ? `${a.node} đã gọi cuộc mới${a.replaces ? ', vốn phải thay thế một cuộc đang có,' : ''} và báo thất bại cho ${a.transferor} bằng NOTIFY.`
          : `${a.transferor} yêu cầu bằng REFER và được chấp nhận. Trong 32 giây sau đó không thấy NOTIFY nào.`,
    fix: (a) =>
      a.how === 'refused'
        ? [`Cho phép REFER ở ${a.node}, hoặc để PBX hay SBC ở giữa tự chuyển cuộc gọi.`]
        : a.how === 'target'
          ? [
              a.replaces
                ? 'Kiểm tra Call-ID và tag trong Replaces có phải là cái mà đích biết không: B2BUA ở giữa dùng cái khác.'
                : `Kiểm tra ${a.node} có được gọi ${a.target} và có tuyến tới đó không.`,
              'Xem chính cuộc gọi mới, nó có Call-ID riêng.',
            ]
          : [`Kiểm tra ${a.node} có gửi NOTIFY theo dialog không, và không có gì lọc bỏ nó.`],
  },
  'refer-call-lost': {
    summary: 'Chuyển cuộc gọi thất bại sau khi bên chuyển đã gác máy: mất người gọi.',
    title: (a, f) =>
      `${a.transferor} gác máy ${f.duration(a.earlyUs)} trước khi việc chuyển tới ${a.target} thất bại.`,
    explanation: (a) =>
      `${a.node} báo ${codeOf(a)} cho cuộc gọi mới. Lúc đó không còn ai để nhận lại cuộc gọi cũ.`,
    fix: (a) => [
      `Để ${a.transferor} chờ NOTIFY có 200 rồi mới gác máy.`,
      'Đưa người gọi bị chuyển hỏng về lại bên chuyển hoặc tổng đài viên.',
    ],
  },
};

export const endingRules: EndingTexts = {
  'bye-reason-abnormal': {
    summary: 'Cuộc gọi kết thúc vì sự cố, theo chính BYE của nó.',
    title: (a, f) =>
      `${a.by} ngắt cuộc gọi${a.talkUs > 0 ? ` sau ${f.duration(a.talkUs)}` : ''} vì ${BROKE[a.kind]}.`,
    explanation: (a) =>
      `BYE ghi: ${a.protocol}${a.cause > 0 ? ` ${a.cause}` : ''}${a.text === '' ? '' : ` “${a.text}”`}. Người tự gác máy thì ghi 16, 31 hoặc không ghi gì.`,
    fix: (a) => [BROKE_FIX[a.kind], `Đọc log của ${a.by} vào đúng giây này.`],
  },
  'emergency-call': {
    summary: 'Cuộc gọi khẩn cấp không thành công.',
    title: (a) =>
      a.code >= 200 && a.code < 300
        ? `Cuộc gọi khẩn cấp tới ${a.service} được trả lời rồi bị ngắt.`
        : a.code === 0
          ? `Cuộc gọi khẩn cấp tới ${a.service} không có ai trả lời.`
          : `Cuộc gọi khẩn cấp tới ${a.service} thất bại với ${codeOf(a)}.`,
    explanation: (a) =>
      `${
        {
          urn: 'Nó được gửi tới một URN dịch vụ.',
          priority: 'Nó mang mức ưu tiên khẩn cấp (esnet).',
          digits:
            'Dãy số là số khẩn cấp, và số của chính người gọi quá dài để dãy này là số nội bộ.',
        }[a.how]
      } Lời cuối cùng đến từ ${a.node}. ${a.hasLocation ? 'Nó có kèm vị trí.' : 'Nó không kèm vị trí (Geolocation).'}`,
    fix: () => [
      'Xử lý việc này trước: cuộc gọi khẩn cấp do pháp luật quy định. Gọi thử theo quy trình của cơ quan chức năng.',
      'Kiểm tra tuyến khẩn cấp, trunk dự phòng, và bảo đảm không giới hạn, chặn hay kiểm tra số chủ gọi nào áp lên nó.',
    ],
  },
};
