import type { OfferAnswerFault, SdpArgs, SdpFaultKind } from '../../../model/sdp-args.ts';

/** What is wrong with a description, in a sentence. */
export const SDP_FAULTS: Readonly<Record<SdpFaultKind, string>> = {
  'not-a-line': 'Có dòng SDP không đúng dạng chữ-cái=giá-trị.',
  'unknown-type': 'Có dòng SDP bắt đầu bằng chữ cái không tồn tại trong chuẩn.',
  order: 'Có dòng SDP đứng sai vị trí.',
  'no-version': 'SDP không bắt đầu bằng v=0.',
  'no-origin': 'SDP không có dòng o=.',
  'no-session-name': 'SDP không có dòng s=.',
  'no-timing': 'SDP không có dòng t=.',
  'no-connection': 'SDP không có dòng c= cho phiên, cũng không có cho từng luồng media.',
  origin: 'Không đọc được dòng o= của SDP.',
  connection: 'Dòng c= của SDP không có địa chỉ dùng được.',
  bandwidth: 'Không đọc được dòng b= của SDP.',
  media: 'Không đọc được dòng m= của SDP.',
  port: 'Dòng m= của SDP không có cổng dùng được.',
  'no-formats': 'Dòng m= của SDP không liệt kê định dạng nào.',
  'payload-type': 'Dòng m= dùng RTP có kiểu tải (payload type) không hợp lệ.',
  rtpmap: 'Dòng rtpmap thiếu kiểu tải, tên hoặc tần số đồng hồ dùng được.',
  'no-rtpmap': 'Một kiểu tải động được đề nghị mà không có rtpmap đặt tên cho nó.',
  'too-long': 'SDP dài hơn mức thiết bị nào cũng cần; chưa đọc hết.',
};

type Violation = SdpArgs['offer-answer-violation'];

/** How offer and answer went wrong, and what comes of it. */
export const OFFER_ANSWER: Readonly<
  Record<OfferAnswerFault, { title: (a: Violation) => string; harm: string }>
> = {
  'no-answer': {
    title: (a) => `${a.node} chấp nhận đề nghị (offer) nhưng không có trả lời SDP (answer).`,
    harm: 'Phản hồi 2xx cho một offer phải mang answer. Thiếu nó, bên đề nghị không biết gửi media tới đâu: không có tiếng, và nhiều thiết bị sẽ ngắt cuộc gọi.',
  },
  'preview-only': {
    title: (a) => `${a.node} chỉ đặt answer SDP trong phản hồi tạm thời không tin cậy.`,
    harm: 'Phản hồi tạm thời không được xác nhận chỉ báo trước answer; 2xx phải lặp lại. Có bên gọi coi đó là answer, có bên gọi không có tiếng.',
  },
  'no-offer': {
    title: (a) => `Cả INVITE lẫn 2xx của ${a.node} đều không có offer SDP.`,
    harm: 'Khi INVITE không có offer, phản hồi tin cậy đầu tiên phải đưa ra offer. Ở đây không bên nào đưa ra, nên không thể có media.',
  },
  'ack-without-answer': {
    title: (a) => `ACK của ${a.node} không có answer SDP cho offer trong 2xx.`,
    harm: 'INVITE không có offer sẽ nhận offer trong 2xx và ACK phải trả lời. Thiếu answer, bên nhận không biết gửi media tới đâu và thường ngắt cuộc gọi.',
  },
  'line-count': {
    title: (a) => `Answer có các dòng media (${a.answered}) khác với offer (${a.offered}).`,
    harm: 'Answer phải có đúng các dòng của offer theo đúng thứ tự; media không muốn dùng thì đặt cổng 0. Nếu không, hai bên gán cổng cho các media khác nhau.',
  },
  'line-kind': {
    title: (a) => `Answer ghi ${a.answered} ở chỗ offer ghi ${a.offered}.`,
    harm: 'Các dòng của answer phải theo thứ tự của offer. Đảo thứ tự thì mỗi bên gửi media này tới cổng của media kia.',
  },
  profile: {
    title: (a) => `Answer đổi giao thức của ${a.media} từ ${a.offered} thành ${a.answered}.`,
    harm: 'Answer phải giữ giao thức của dòng được đề nghị. Thiết bị có so sánh sẽ từ chối dòng đó hoặc cả cuộc gọi.',
  },
  direction: {
    title: (a) => `${a.node} trả lời ${a.answered} cho offer ${a.offered}.`,
    harm: 'Khi bên kia chỉ gửi thì bên này chỉ có thể nhận, và ngược lại. Đa số thiết bị bỏ qua khác biệt này; một số thì im lặng.',
  },
  'two-offers': {
    title: (a) => `${a.node} đưa ra offer SDP thứ hai khi offer đầu chưa được trả lời.`,
    harm: 'Offer mới phải chờ answer cho offer trước. Bên kia sẽ trả lời 500 hoặc 491, hoặc lẫn lộn hai offer.',
  },
  'version-kept': {
    title: (a) => `${a.node} đổi SDP nhưng giữ nguyên phiên bản trong dòng o=.`,
    harm: 'Thiết bị có so sánh phiên bản sẽ coi mô tả mới là bản lặp lại và bỏ qua: giữ máy, tiếp tục cuộc gọi hay địa chỉ mới đều không có tác dụng.',
  },
};
