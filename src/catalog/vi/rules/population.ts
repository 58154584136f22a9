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
