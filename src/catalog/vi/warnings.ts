import type { CauseText } from '../types.ts';
import type { WarningCode } from '../warnings.ts';

export const VI_WARNINGS: Readonly<Record<WarningCode, CauseText>> = {
  300: {
    name: 'không dùng được giao thức mạng',
    reading:
      'Dòng `c=` yêu cầu phiên bản IP mà phía này không dùng được, ví dụ `IN IP6` tới máy chỉ có IPv4.',
  },
  301: {
    name: 'không dùng được dạng địa chỉ',
    reading:
      'Địa chỉ media viết ở dạng mà phía này không nhận: tên máy, tên mDNS của WebRTC, hoặc phiên bản IP khác.',
  },
  302: {
    name: 'không dùng được giao thức media',
    reading:
      'Kiểu truyền ghi ở dòng m= không khớp: RTP thường với SRTP, DTLS-SRTP (WebRTC), hoặc T.38 qua UDPTL.',
  },
  303: {
    name: 'không biết đơn vị băng thông',
    reading: 'Dòng `b=` dùng ký hiệu mà phía này không biết. Hãy bỏ dòng đó.',
  },
  304: {
    name: 'không có loại media này',
    reading:
      'Phía này không làm được một loại media trong đề nghị: video, image (fax T.38), text. Riêng âm thanh có thể vẫn được.',
  },
  305: {
    name: 'không có codec chung',
    reading:
      'Nguyên nhân kinh điển của 488: không định dạng nào trong đề nghị được chấp nhận. So danh sách codec của hai bên.',
  },
  306: {
    name: 'không hiểu thuộc tính',
    reading:
      'Một dòng `a=` không được hỗ trợ; hay gặp là crypto, ICE, rtcp-mux hoặc điều kiện tiên quyết (precondition).',
  },
  307: {
    name: 'không hiểu tham số SDP',
    reading:
      'Có phần khác trong SDP không hiểu được (`o=`, `t=`, `k=` …). Tìm dòng bị thiết bị trung gian sửa.',
  },
  308: {
    name: 'không hỗ trợ ngôn ngữ',
    reading: 'Không có ngôn ngữ giao tiếp nào mà SDP yêu cầu (`humintlang`).',
  },
  330: {
    name: 'không có multicast',
    reading: 'Mạng phía này không truyền được media kiểu multicast.',
  },
  331: {
    name: 'không có unicast',
    reading: 'Mạng phía này không truyền được media kiểu unicast, thường do tường lửa.',
  },
  370: {
    name: 'không đủ băng thông',
    reading:
      'Kiểm soát tiếp nhận cuộc gọi hoặc dòng `b=` cho biết không đủ băng thông. Thử codec hẹp hơn hoặc nâng giới hạn.',
  },
  380: {
    name: 'không cho phép SIPS',
    reading: 'Yêu cầu dùng URI sips:, còn phía này muốn sip: thường.',
  },
  381: {
    name: 'bắt buộc SIPS',
    reading: 'Yêu cầu dùng sip:, còn phía này bắt buộc sips:, tức TLS trên mọi chặng.',
  },
  399: {
    name: 'thông báo tự do',
    reading:
      'Nội dung khác, theo lời của hãng (Cisco, Microsoft và SBC hay ghi nguyên nhân nội bộ ở đây). Chỉ nên đọc, không nên lập trình dựa vào đó.',
  },
};
