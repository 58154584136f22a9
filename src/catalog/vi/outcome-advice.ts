import type { OutcomeAdviceTexts } from '../outcome-advice.ts';

export const VI_OUTCOME_ADVICE: OutcomeAdviceTexts = {
  'failed-auth': {
    why: 'Phản hồi nói về thông tin đăng nhập của bên gọi, không phải về số được gọi.',
    fix: [
      'So tên xác thực, realm và mật khẩu với tài khoản trên máy chủ',
      'Dùng Call-ID tìm lần xác thực hỏng trong nhật ký của nút đã từ chối',
      'Kiểm tra yêu cầu có tới đúng máy chủ giữ tài khoản này không',
    ],
  },
  'failed-number': {
    why: 'Số được gọi, ở dạng đã gửi, không được chấp nhận là số có thật.',
    fix: [
      'So số với kế hoạch đánh số: tiền tố, độ dài, E.164 có hay không có +',
      'Nếu số đúng: nhờ nhà mạng phía sau chặng này truy vết',
    ],
  },
  'failed-routing': {
    why: 'Một nút trên đường không tìm được tuyến dùng được tới đích.',
    fix: [
      'Kiểm tra tuyến cho số này trên nút đã trả lời, và chặng mà tuyến dẫn tới',
      'Thử tuyến hoặc nhà mạng khác, xem có gặp lại cùng nguyên nhân không',
    ],
  },
  'failed-policy': {
    why: 'Một quy tắc trên đường đã từ chối cuộc gọi.',
    fix: [
      'Hỏi đơn vị vận hành nút đã trả lời, kèm Call-ID, xem quy tắc nào đã từ chối',
      'Kiểm tra số hiển thị, việc chặn hướng gọi và quyền của trung kế này',
    ],
  },
  'failed-identity': {
    why: 'Thiếu chữ ký danh tính của bên gọi, hoặc chữ ký không được chấp nhận.',
    fix: [
      'Kiểm tra trường Identity: chứng thư, thời điểm ký (thường tối đa 60 giây) và đồng hồ',
      'So các số trong token với From và To',
    ],
  },
  'failed-media': {
    why: 'Hai phía không có loại media nào dùng chung được.',
    fix: [
      'So codec và mã hóa đã đề nghị với những gì phía kia chấp nhận',
      'Xem cấu hình chuyển mã và SRTP của gateway ở giữa',
    ],
  },
  'failed-capacity': {
    why: 'Có nơi trên đường hết tài nguyên cho cuộc gọi.',
    fix: [
      'So số cuộc gọi lúc đó với giới hạn của trung kế, tài khoản hoặc nhóm kênh',
      'Chuyển phần vượt sang tuyến khác, không thử lại ngay tuyến cũ',
    ],
  },
  'failed-timeout': {
    why: 'Có nơi trên đường đã chờ trả lời mà không được.',
    fix: [
      'Tìm chặng cuối cùng có INVITE: nút ngay sau đó đã im lặng',
      'Kiểm tra nút đó có hoạt động, có tới được, và phản hồi có đường về không',
    ],
  },
  'failed-server': {
    why: 'Một nút trên đường bị lỗi; bản thân yêu cầu có thể vẫn đúng.',
    fix: [
      'Tìm Call-ID trong nhật ký của nút đã trả lời',
      'Thử máy chủ hoặc tuyến khác, xem lỗi có theo nút đó không',
    ],
  },
};
