import type { PopulationArgs } from '../../../model/population-args.ts';
import type { Formatter } from '../../format.ts';
import type { PopulationTexts } from '../../rule-families.ts';

const share = (part: number, all: number, f: Formatter): string =>
  `${f.integer(part)}/${f.integer(all)}`;

const ceiling = (a: PopulationArgs['concurrency-ceiling'], f: Formatter, counted: string): string =>
  `${a.node} từ chối ${f.integer(a.refusals)} cuộc gọi của ${a.client} với mã ${a.code}, lần nào cũng đúng lúc ${f.integer(a.limit)} cuộc gọi ${counted}, và nhận cuộc tiếp theo ngay khi ít hơn; chưa bao giờ vượt số đó. Trong bản bắt gói này nó đã nhận ${f.integer(a.accepted)} cuộc gọi. Các cuộc bắt đầu trước bản bắt gói không được tính, nên giới hạn thật có thể cao hơn.`;

export const populationRules: PopulationTexts = {
  'peer-failure-spike': {
    summary: 'Một nút vốn hoạt động tốt đã làm hỏng phần lớn cuộc gọi trong một khoảng thời gian.',
    title: (a, f) =>
      `${a.node} làm hỏng ${share(a.failures, a.attempts, f)} cuộc gọi trong ${f.duration(a.spanUs)} (${a.codes}).`,
    explanation: (a, f) =>
      `Trong phần còn lại của bản bắt gói nó chỉ hỏng ${share(a.usualFailures, a.usualAttempts, f)}. Máy bận, không liên lạc được và số sai không tính là hỏng. Dấu – trong các mã nghĩa là không có phản hồi nào.`,
    fix: (a) => [
      `Xem ${a.node} và những gì nó phụ thuộc, trong khoảng giữa gói tin đầu và cuối được nêu.`,
      'Nếu nút thuộc bên khác: mở yêu cầu hỗ trợ kèm các gói tin này và cả hai con số.',
      'Chuẩn bị tuyến khác cho cuộc gọi khi tuyến này hỏng.',
    ],
  },
  'single-node-of-cluster-bad': {
    summary: 'Một nút trong cụm chia tải làm hỏng phần lớn cuộc gọi.',
    title: (a, f) =>
      `${a.node} làm hỏng ${share(a.failures, a.attempts, f)} cuộc gọi của ${a.client} trong khi các nút cùng cụm vẫn tốt (${a.codes}).`,
    explanation: (a, f) =>
      `${f.list(a.others)} chỉ hỏng ${share(a.otherFailures, a.otherAttempts, f)} trong cùng thời gian. Chúng cùng mạng, cùng cổng và nhận cuộc gọi từ cùng một máy khách, nên có vẻ là các nút của một cụm: cuộc gọi như nhau, khác biệt nằm ở nút này.`,
    fix: (a) => [
      `Gỡ ${a.node} khỏi bản ghi DNS hoặc danh sách dispatcher cho tới khi sửa xong.`,
      'So sánh phiên bản, cấu hình, giấy phép và định tuyến của nó với các nút cùng cụm.',
      'Nếu nó phục vụ đích khác với chúng, hãy so sánh các cuộc gọi tới cùng một số trước.',
    ],
  },
  'ner-drop': {
    summary: 'Một nút tạm thời từ chối những cuộc gọi mà bình thường nó vẫn nhận.',
    title: (a, f) =>
      `${a.node} đã từ chối ${share(a.refusals, a.attempts, f)} cuộc gọi trong ${f.duration(a.spanUs)} (${a.codes}).`,
    explanation: (a, f) =>
      `Với các cuộc gọi khác tới số cùng đầu số trong bản bắt gói này, nó từ chối ${share(a.usualRefusals, a.usualAttempts, f)}. Chỉ tính các lần từ chối theo quy tắc của nút; máy bận hay vắng mặt không tính, nút hỏng hoặc im lặng cũng không. Vậy đã có thay đổi: tuyến, danh sách truy cập hoặc tài khoản.`,
    fix: (a) => [
      `Hỏi đơn vị vận hành ${a.node} xem đã thay đổi gì ngay trước gói tin đầu tiên được nêu: tuyến, dải số, số gọi được phép, hạn mức.`,
      'Mở sự cố của các cuộc gọi này: ở đó có so sánh một cuộc bị từ chối với một cuộc thành công.',
      'Cho các số này đi tuyến khác cho tới khi khắc phục xong.',
    ],
  },
  'pdd-regression': {
    summary: 'Có lúc bên gọi phải chờ lâu hơn hẳn bình thường mới nghe thấy gì.',
    title: (a, f) =>
      `Bên gọi phải chờ ${f.duration(a.delayUs)} tại ${a.node} thay vì ${f.duration(a.usualUs)} (${f.integer(a.calls)} cuộc gọi trong ${f.duration(a.spanUs)}).`,
    explanation: (a, f) =>
      `Cả hai số là trung vị, tính từ INVITE tới phản hồi đầu tiên nghe được. Mức bình thường lấy từ ${f.integer(a.usualCalls)} cuộc gọi khác trong bản bắt gói này tới số cùng đầu số, nên khác biệt không phải do đích gọi.`,
    fix: (a) => [
      `Xem ${a.node} tra cứu gì trước khi định tuyến: cơ sở dữ liệu, DNS, chọn tuyến rẻ nhất, và các tuyến mà nó thử vô ích trước đó.`,
      'Nếu nút thuộc nhà mạng: mở phiếu yêu cầu kèm các gói tin được nêu và hai số liệu.',
      'Cho bỏ tuyến sớm hơn khi chưa nghe thấy gì, để thử tuyến kế tiếp.',
    ],
  },
  'acd-collapse': {
    summary: 'Có lúc hầu hết cuộc gọi được trả lời qua một nút kết thúc ngay.',
    title: (a, f) =>
      `Thời gian đàm thoại qua ${a.node} giảm còn ${f.duration(a.talkUs)}, từ ${f.duration(a.usualUs)} (${f.integer(a.calls)} cuộc gọi trong ${f.duration(a.spanUs)}).`,
    explanation: (a, f) =>
      `Cả hai số là trung vị của các cuộc gọi được trả lời. Mức bình thường lấy từ ${f.integer(a.usualCalls)} cuộc gọi khác trong bản bắt gói này tới số cùng đầu số. Cuộc gọi vẫn được trả lời như trước rồi bị bỏ: người nói không nghe thấy gì, hoặc thứ trả lời không phải là bên nhận.`,
    fix: (a) => [
      `Gọi thử qua ${a.node} và nghe: mất tiếng một hay cả hai chiều, hoặc báo trả lời khi bên nhận vẫn đang đổ chuông (trả lời giả).`,
      'Kiểm tra media đã thay đổi gì lúc đó: địa chỉ trong mô tả phiên SDP, tường lửa, bộ chuyển tiếp media.',
      'Cho cuộc gọi đi tuyến khác tới khi khắc phục, và yêu cầu hoàn cước các lần trả lời giả.',
    ],
  },
  'short-call': {
    summary:
      'Phần lớn cuộc gọi được trả lời qua một nút kết thúc sau vài giây, còn qua nút khác thì kéo dài.',
    title: (a, f) =>
      `${share(a.short, a.answered, f)} cuộc gọi được trả lời qua ${a.node} kết thúc trong ${f.duration(a.limitUs)}.`,
    explanation: (a, f) =>
      `Qua các nút khác, ${share(a.otherShort, a.otherAnswered, f)} cuộc gọi tới số cùng đầu số ngắn như vậy, nên không phải do bên gọi hay bên nhận. Âm thanh một chiều, mất tiếng, hoặc trả lời giả khiến người ta gác máy như thế.`,
    fix: (a) => [
      `Gọi một số qua ${a.node} rồi qua tuyến khác, và so sánh những gì nghe được.`,
      'So sánh mô tả phiên SDP của hai tuyến: địa chỉ, codec, mã hóa.',
      'Nếu âm thanh bình thường, hỏi nhà mạng về trả lời giả (báo trả lời khi vẫn đang đổ chuông).',
    ],
  },
  'time-of-day-restart': {
    summary: 'Một nút quên mọi cuộc gọi đang diễn ra tại một thời điểm, như sau khi khởi động lại.',
    title: (a, f) =>
      `${a.node} quên cùng lúc ${f.integer(a.lost)} cuộc gọi: nó trả lời 481 cho các cuộc gọi đang diễn ra.`,
    explanation: (a, f) =>
      `Tất cả đã được trả lời trước bản tin 481 đầu tiên, và lộ ra trong ${f.duration(a.spanUs)} khi được ngắt hoặc thay đổi. Nó vẫn biết ${f.integer(a.known)} cuộc gọi khác cho tới lúc kết thúc, và hầu như không cuộc nào trong số đó đang diễn ra vào thời điểm ấy. Vậy nó đã mất trạng thái tại đó: khởi động lại, hoặc nút dự phòng tiếp quản mà không có trạng thái.`,
    fix: (a) => [
      `Tìm trong log của ${a.node} dấu hiệu khởi động lại, sự cố hoặc chuyển đổi dự phòng ngay trước bản tin 481 đầu tiên.`,
      'Nếu đó là một cặp dự phòng: cho chúng chia sẻ trạng thái hội thoại, hoặc giữ cuộc gọi ở nút đã thiết lập nó.',
      'Kiểm tra bản ghi cước của các cuộc gọi này: không biết lúc kết thúc nên có thể bị tính quá dài.',
    ],
  },
  'concurrency-ceiling': {
    summary: 'Một nút từ chối cuộc gọi đúng khi có một số cuộc nhất định đang diễn ra.',
    title: (a, f) => `${a.node} chỉ nhận ${f.integer(a.limit)} cuộc gọi đồng thời (${a.code}).`,
    explanation: (a, f) => ceiling(a, f, 'đang diễn ra'),
    fix: (a, f) => [
      `So sánh ${f.integer(a.limit)} với số kênh trong hợp đồng, giấy phép và giới hạn đặt cho trung kế này, ở cả hai phía.`,
      'Đặt thêm kênh, hoặc gửi phần vượt giới hạn qua tuyến khác.',
      'Tìm các cuộc gọi còn treo mà không ai nói: chúng chiếm kênh.',
    ],
  },
  'cps-ceiling': {
    summary: 'Một nút từ chối cuộc gọi đúng khi có một số cuộc nhất định đến trong một giây.',
    title: (a, f) => `${a.node} chỉ nhận ${f.integer(a.limit)} cuộc gọi mỗi giây (${a.code}).`,
    explanation: (a, f) => ceiling(a, f, 'đã được nhận trong một giây vừa qua'),
    fix: (a, f) => [
      `Giãn nhịp ${a.client}: ít hơn ${f.integer(a.limit)} cuộc gọi mới mỗi giây tới nút này.`,
      'Xin nâng giới hạn, hoặc chia cuộc gọi cho nhiều trung kế hơn.',
      'Cho cuộc bị từ chối thử lại sau một khoảng nghỉ thay vì ngay lập tức.',
    ],
  },
};
