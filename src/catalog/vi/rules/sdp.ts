import type { SdpArgs } from '../../../model/sdp-args.ts';
import type { SdpTexts } from '../../rule-families.ts';
import { OFFER_ANSWER, SDP_FAULTS } from './sdp-faults.ts';

/** Codecs that a sentence names; a longer list says no more. */
const MAX_NAMED = 6;
const named = (codecs: readonly string[]): string =>
  codecs.slice(0, MAX_NAMED).join(', ') + (codecs.length > MAX_NAMED ? ', …' : '');

const SRTP: Readonly<
  Record<SdpArgs['srtp-mismatch']['how'], (a: SdpArgs['srtp-mismatch']) => string>
> = {
  'answered-plain': (a) => `Offer dùng ${a.offered}, còn ${a.node} trả lời ${a.answered}.`,
  'answered-srtp': (a) => `Offer dùng ${a.offered}, còn ${a.node} trả lời ${a.answered}.`,
  suite: (a) => `${a.node} trả lời SRTP bằng dòng khóa không có trong offer.`,
  'no-key': (a) => `${a.node} chấp nhận SRTP nhưng không đưa khóa.`,
  refused: (a) =>
    a.answered === ''
      ? `${a.node} từ chối offer chỉ có ${a.offered} bằng mã ${a.code}.`
      : `${a.node} từ chối ${a.offered} bằng mã ${a.code} và chỉ nhận ${a.answered}.`,
};

const DTLS: Readonly<
  Record<SdpArgs['dtls-setup-wrong']['how'], (a: SdpArgs['dtls-setup-wrong']) => string>
> = {
  'no-fingerprint': (a) =>
    `${a.node} muốn DTLS-SRTP nhưng không đưa dấu vân tay (fingerprint) của chứng thư số.`,
  actpass: (a) => `${a.node} trả lời a=setup:actpass, nên không rõ bên nào bắt đầu.`,
  'same-role': (a) =>
    `Cả hai bên đều muốn giữ vai trò ${a.answered} khi bắt tay DTLS, nên không bên nào bắt đầu được.`,
};

/** RFC 4867's terms for both ways of packing. */
const PACKING = { octet: 'octet-aligned', bandwidth: 'bandwidth-efficient' } as const;

export const sdpRules: SdpTexts = {
  'sdp-malformed': {
    summary: 'Mô tả phiên (SDP) không đúng ngữ pháp.',
    title: (a) => SDP_FAULTS[a.fault],
    explanation: (a) =>
      a.text === ''
        ? 'Bên nhận nghiêm ngặt từ chối bằng 400 hoặc 488; bên dễ tính thì đoán ý.'
        : `Dòng ${a.line}: ${a.text}. Bên nhận nghiêm ngặt từ chối bằng 400 hoặc 488; bên dễ tính thì đoán ý hoặc bỏ qua dòng này.`,
    fix: () => [
      'So sánh SDP tại nơi gửi và tại đây: quy tắc SBC, proxy hoặc SIP ALG có thể đã làm hỏng.',
      'Nếu thiết bị gửi ra đã như vậy: báo cho nhà sản xuất, kèm gói tin này.',
    ],
  },
  'offer-answer-violation': {
    summary: 'Offer và answer SDP không theo đúng quy tắc (RFC 3264).',
    title: (a) => OFFER_ANSWER[a.fault].title(a),
    explanation: (a) => OFFER_ANSWER[a.fault].harm,
    fix: (a) => [
      `Kiểm tra ${a.node} và mọi SBC phía trước: quy tắc sửa header và SDP là nguồn thường gặp.`,
      'Nếu thiết bị tự làm như vậy: báo cho nhà sản xuất, kèm các gói tin này.',
    ],
  },
  'codec-no-overlap': {
    summary: 'Hai bên không có codec chung.',
    title: (a) =>
      a.accepted.length > 0
        ? `Không có codec chung: đề nghị ${named(a.offered)}; ${a.node} có ${named(a.accepted)}.`
        : `${a.node} từ chối bằng mã ${a.code}; chỉ có ${named(a.offered)} được đề nghị.`,
    explanation: (a) =>
      a.accepted.length > 0
        ? 'Codec được so sánh theo tên, tần số đồng hồ và số kênh. Không bên nào giải mã được những gì bên kia gửi.'
        : 'Phản hồi từ chối không liệt kê codec chấp nhận được, nhưng offer không có codec nào mà mọi thiết bị đều hỗ trợ, hoặc chính phản hồi nêu lý do là định dạng.',
    fix: (a) => [
      'Đề nghị thêm PCMA (G.711 A-law, dùng ở Việt Nam và hầu hết các nước) hoặc PCMU (Bắc Mỹ, Nhật Bản).',
      `Hoặc cho SBC phía trước ${a.node} chuyển mã.`,
    ],
  },
  'media-rejected': {
    summary: 'Một luồng media được đề nghị bị từ chối bằng cổng 0.',
    title: (a) =>
      a.nothingLeft
        ? `${a.node} từ chối ${a.media} bằng cổng 0 và không chấp nhận media nào khác.`
        : `${a.node} từ chối ${a.media} bằng cổng 0.`,
    explanation: (a) =>
      a.media === 'audio'
        ? 'Cuộc gọi đã nối nhưng không ai nghe thấy gì: answer đã tắt dòng audio.'
        : `Cổng 0 trong answer nghĩa là không muốn hoặc không thể dùng ${a.media}. Phần còn lại của cuộc gọi vẫn tiếp tục.`,
    fix: (a) =>
      a.media === 'audio'
        ? [
            `Kiểm tra tại ${a.node} xem lúc trả lời có thiếu codec, giấy phép hay tài nguyên media không.`,
            'So sánh offer này với một offer đã được chấp nhận.',
          ]
        : [
            `Không cần làm gì, trừ khi muốn dùng ${a.media}: khi đó bật tính năng này tại ${a.node}.`,
          ],
  },
  'srtp-mismatch': {
    summary: 'Hai bên không thống nhất về mã hóa media (SRTP).',
    title: (a) => SRTP[a.how](a),
    explanation: (a) =>
      a.how === 'suite' || a.how === 'no-key'
        ? `Đề nghị: ${a.offered}. Trả lời: ${a.answered === '' ? '–' : a.answered}. Answer phải lấy một dòng khóa của offer, đúng số thứ tự và bộ mã; nếu không, hai bên không giải mã được của nhau.`
        : a.answered === ''
          ? 'RTP/SAVP chỉ cho phép media mã hóa. Bên kia không có SRTP, đã tắt SRTP, hoặc không biết bộ mã nào được đề nghị.'
          : 'RTP/SAVP là media mã hóa, RTP/AVP là media không mã hóa. Answer phải giữ như offer; một bên không thể tự mã hóa.',
    fix: (a) => [
      `Cấu hình hai bên giống nhau: SRTP bắt buộc, tùy chọn hoặc tắt; xem ${a.node}.`,
      'Cho SBC kết thúc mã hóa ở phía không hỗ trợ.',
      'So sánh các bộ mã: AES_CM_128_HMAC_SHA1_80 là bộ mà thiết bị nào cũng có.',
    ],
  },
  'srtp-key-in-clear': {
    summary: 'Khóa media (SRTP) được trao đổi qua báo hiệu không mã hóa.',
    title: (a) => `Khóa media đi qua ${a.transport}, ai ở giữa cũng đọc được.`,
    explanation: (a, f) =>
      `${a.sender} và ${a.receiver} trao đổi khóa (${f.list(a.suites)}) trong dòng a=crypto. Ai thấy các bản tin này đều giải mã được cuộc gọi.`,
    fix: () => ['Dùng TLS cho báo hiệu ở mọi nơi dùng khóa SDES, hoặc chuyển sang DTLS-SRTP.'],
  },
  'dtls-setup-wrong': {
    summary: 'Không thể bắt đầu bắt tay DTLS cho media.',
    title: (a) => DTLS[a.how](a),
    explanation: () =>
      'Với DTLS-SRTP, mỗi bên đưa dấu vân tay chứng thư số của mình, offer ghi actpass và answer chọn active hoặc passive. Thiếu các điều đó thì không có khóa và không có tiếng.',
    fix: (a) => [
      `Sửa a=setup và a=fingerprint tại ${a.node}, hoặc trong quy tắc sửa SDP phía trước.`,
      'Kiểm tra cổng nối giữa WebRTC và SIP có chuyển nguyên SDP hay không.',
    ],
  },
  'rtcp-mux-mismatch': {
    summary: 'Hai bên không thống nhất việc dùng chung cổng cho RTP và RTCP.',
    title: (a) =>
      a.how === 'unasked'
        ? `${a.node} trả lời rtcp-mux dù không được đề nghị.`
        : `${a.node} không trả lời rtcp-mux dù offer không cho cách nào khác.`,
    explanation: () =>
      'RTP và RTCP chỉ dùng chung cổng khi cả offer lẫn answer đều ghi như vậy. Nếu không, một bên gửi RTCP tới nơi bên kia không lắng nghe; WebRTC sẽ ngắt cuộc gọi, bên khác thì mất báo cáo chất lượng.',
    fix: (a) => [
      `Cấu hình rtcp-mux giống nhau tại ${a.node} và phía bên kia, hoặc tại cổng nối ở giữa.`,
    ],
  },
  'hold-state': {
    summary: 'Một bên bị giữ máy.',
    title: (a, f) =>
      a.holds === 1
        ? `${a.holder} giữ máy bên kia trong ${f.duration(a.heldUs)}.`
        : `Cuộc gọi bị giữ máy ${f.integer(a.holds)} lần, tổng cộng ${f.duration(a.heldUs)}; lần đầu do ${a.holder}.`,
    explanation: (a) =>
      (a.how === 'address'
        ? 'SDP ghi địa chỉ 0.0.0.0, cách cũ để báo không gửi gì.'
        : `SDP ghi ${a.how}.`) +
      (a.resumed ? ' Cuộc gọi sau đó đã được tiếp tục.' : ' Đến cuối vẫn còn giữ máy.'),
    fix: () => ['Không cần làm gì: im lặng hoặc nhạc chờ trong thời gian này là bình thường.'],
  },
  'hold-not-resumed': {
    summary: 'Cuộc gọi kết thúc khi một bên đang bị giữ máy.',
    title: (a, f) => `Đã giữ máy ${f.duration(a.heldUs)} và vẫn còn giữ khi cuộc gọi kết thúc.`,
    explanation: (a) =>
      a.endedBy === 'held'
        ? `${a.holder} không quay lại và bên bị giữ máy đã gác máy.`
        : `${a.holder} gác máy mà không quay lại; thường gặp sau khi chuyển cuộc gọi hoặc khi quên cuộc gọi.`,
    fix: () => [
      'Nếu hay xảy ra: bật nhắc giữ máy trên điện thoại, hoặc dùng hàng đợi thay vì giữ máy thủ công.',
      'Nếu người dùng nói không tiếp tục được cuộc gọi: xem các re-INVITE sau đó.',
    ],
  },
  'hold-both-sides': {
    summary: 'Hai bên cùng giữ máy lẫn nhau.',
    title: (a, f) => `Hai bên cùng giữ máy trong ${f.duration(a.togetherUs)}.`,
    explanation: (a) =>
      `${a.first} giữ máy trước, sau đó ${a.second} cũng giữ máy. Khi một bên tiếp tục, bên kia cũng phải tiếp tục; thiết bị trả lời inactive rồi không đề nghị sendrecv nữa sẽ im lặng.`,
    fix: () => [
      'Tiếp tục cuộc gọi ở cả hai bên; nếu vẫn không có tiếng, so sánh hướng media trong các re-INVITE.',
    ],
  },
  'fmtp-conflict': {
    summary: 'Hai bên đóng gói khung của một codec theo cách khác nhau.',
    title: (a) =>
      `${a.node} đóng gói ${a.codec} kiểu ${PACKING[a.answered]}, còn offer là kiểu ${PACKING[a.offered]}.`,
    explanation: () =>
      'Cách đóng gói khung AMR (octet-align trong a=fmtp) áp dụng cho cả hai chiều. Cả hai bên tưởng đã thống nhất nhưng không bên nào đọc được dữ liệu của bên kia: cuộc gọi được trả lời mà chỉ nghe nhiễu hoặc mất tiếng.',
    fix: (a) => [
      `Cho ${a.node} trả lời theo cách đóng gói trong offer, hoặc từ chối loại payload đó.`,
      'Đưa AMR vào offer hai lần, một lần với octet-align=1 và một lần không, để bên kia chọn.',
    ],
  },
  'codec-changed-midcall': {
    summary: 'Codec thay đổi trong cuộc gọi.',
    title: (a) => `Codec đổi từ ${a.before} sang ${a.after} trong cuộc gọi.`,
    explanation: (a) =>
      `Offer của ${a.node} không còn codec đang dùng. Chuyển cuộc gọi, fax và bộ chuyển tiếp media cố ý làm vậy; chất lượng hoặc DTMF có thể thay đổi theo.`,
    fix: () => ['Không cần làm gì, trừ khi mất tiếng hoặc mất DTMF từ lúc này.'],
  },
  'nat-private-sdp': {
    summary: 'SDP yêu cầu gửi media tới địa chỉ IP riêng sau NAT.',
    title: (a) => `${a.node} yêu cầu gửi media tới ${a.address}, bên ngoài không truy cập được.`,
    explanation: (a) =>
      `Báo hiệu của nút này đến từ ${a.source}, nên ở giữa có NAT. Âm thanh gửi tới nó sẽ mất, trừ khi bên kia gửi trả về nơi media đến (RTP đối xứng, media latching).`,
    fix: (a) => [
      `Cấu hình địa chỉ công cộng cho media tại ${a.node} (external IP, STUN) hoặc dùng ICE.`,
      'Cho SBC hoặc bộ chuyển tiếp media xử lý NAT cho các thiết bị như vậy.',
      'Tắt SIP ALG trên bộ định tuyến nếu nó chỉ sửa một phần bản tin.',
    ],
  },
  'media-address-unset': {
    summary: 'Một bên không cho địa chỉ nhận media (0.0.0.0) trong suốt cuộc gọi.',
    title: (a) => `${a.node} muốn nghe nhưng cho địa chỉ media là ${a.address}.`,
    explanation: (a, f) =>
      `Không ai gửi media tới ${a.address} được. Cuộc gọi có thể bắt đầu như vậy khi một bộ điều khiển nối hai bên khác, hoặc khi giữ máy kiểu cũ; sau đó phải có địa chỉ khác. ` +
      (a.descriptions === 1
        ? 'Trong cuộc gọi này không thấy địa chỉ nào khác.'
        : `Trong cuộc gọi này, cả ${f.integer(a.descriptions)} SDP của bên này đều không có địa chỉ khác.`),
    fix: (a) => [
      `Kiểm tra địa chỉ media tại ${a.node}: giao diện mạng, bộ chuyển tiếp media hoặc external IP chưa cấu hình sẽ để lại 0.0.0.0.`,
      'Nếu cuộc gọi cố ý bắt đầu ở trạng thái giữ máy: tìm xem vì sao thiếu re-INVITE để tiếp tục.',
    ],
  },
  'address-family-mismatch': {
    summary: 'Media được yêu cầu qua phiên bản IP khác với bên kia.',
    title: (a) =>
      a.how === 'answer'
        ? `Offer dùng ${a.other} còn ${a.node} trả lời ${a.family}.`
        : `${a.node} báo hiệu qua ${a.other} nhưng yêu cầu media qua ${a.family}.`,
    explanation: () =>
      'IPv4 và IPv6 không tới được nhau. Không có ICE, ALTC hoặc bộ chuyển tiếp ở giữa thì media không chạy.',
    fix: (a) => [
      `Cho ${a.node} đề nghị cả hai phiên bản (ICE), hoặc phiên bản mà bên kia có.`,
      'Hoặc cho media đi qua một SBC có cả hai.',
    ],
  },
  't38-failed': {
    summary: 'Chuyển cuộc gọi sang truyền fax T.38 thất bại.',
    title: (a) =>
      a.code === 0
        ? `${a.node} từ chối truyền fax T.38 bằng cổng 0.`
        : `${a.node} từ chối truyền fax T.38: ${a.code} ${a.phrase}.`,
    explanation: (a) =>
      `${a.asker} yêu cầu T.38. ` +
      (a.ended
        ? 'Cuộc gọi kết thúc ngay sau đó, nên nhiều khả năng fax đã hỏng.'
        : a.fallback === ''
          ? 'Cuộc gọi vẫn tiếp tục; fax có thể đã đi qua dưới dạng âm trong G.711.'
          : `Sau đó hai bên thống nhất ${a.fallback}, fax đi qua dưới dạng âm, và cuộc gọi vẫn tiếp tục.`),
    fix: (a) => [
      `Bật T.38 (UDPTL) tại ${a.node}, hoặc tắt tại ${a.asker}.`,
      'Với fax qua G.711: không nén, không phát hiện tiếng nói (VAD), không khử vọng, bộ đệm jitter cố định.',
    ],
  },
};
