import { isQ850Cause } from '../../q850.ts';
import type { ForkTexts, ReliableTexts } from '../../rule-families.ts';
import { saysClock } from '../clocks.ts';
import { VI_Q850 } from '../q850.ts';

export const reliableRules: ReliableTexts = {
  'prack-missing': {
    summary: 'Phản hồi tạm thời tin cậy bị gửi lại vì thiếu PRACK.',
    title: (a, f) => {
      const what = `${a.code} của ${a.node}`;
      return a.unheeded
        ? `Có thấy PRACK cho ${what}, nhưng phản hồi này vẫn bị gửi lại.`
        : `Không thấy PRACK cho ${what}, dù đã gửi ${f.integer(a.copies)} lần.`;
    },
    explanation: (a, f) => {
      const end =
        a.endCode === 0
          ? ''
          : ` Sau đó ${a.node} bỏ cuộc với ${a.endCode}.${saysClock(a.clock, f)}`;
      return `Phản hồi có Require: 100rel và RSeq ${a.rseq}, nên bên được gọi chờ PRACK và gửi lại phản hồi, ở đây trong ${f.duration(a.elapsedUs)}.${end}`;
    },
    fix: (a) => [
      a.unheeded
        ? `Xem PRACK dừng ở đâu: Request-URI của nó phải là Contact của ${a.code}, Route phải theo Record-Route.`
        : 'Kiểm tra phía bên gọi: phản hồi có tới đó không, và phía đó có thực sự hỗ trợ 100rel không?',
      `Trong lúc chờ sửa, tắt 100rel ở ${a.node} hoặc ở bên gọi.`,
    ],
  },
  'prack-rejected': {
    summary: 'PRACK bị từ chối.',
    title: (a) => `${a.node} từ chối PRACK với ${a.code} ${a.phrase}.`,
    explanation: (a, f) =>
      a.expected.length > 0
        ? `RAck của nó ${a.rack === '' ? 'bị thiếu' : `là ${a.rack}`}, trong khi các phản hồi đang chờ là ${f.list(a.expected)} (RSeq, số CSeq, phương thức).`
        : 'RAck của nó chỉ đúng một phản hồi đã thấy, nên lý do từ chối nằm ở chỗ khác: offer trong PRACK, trạng thái đã mất, hoặc đường đi không dẫn tới bên được gọi.',
    fix: (a) => [
      a.expected.length > 0
        ? 'Sửa nơi tạo RAck: nó phải lặp lại RSeq và CSeq của phản hồi, và SBC phải ánh xạ cả hai.'
        : `Tìm lý do của ${a.code} tại ${a.node}; đọc Warning và mô tả phiên trong PRACK.`,
    ],
  },
  'rseq-gap': {
    summary: 'RSeq của các phản hồi tạm thời tin cậy không tăng từng một.',
    title: (a, f) =>
      `RSeq của ${a.node} nhảy từ ${f.integer(a.before)} sang ${f.integer(a.after)}.`,
    explanation: () =>
      'Các phản hồi tin cậy của một hội thoại sớm phải đếm tăng từng một. Bên gọi không được xác nhận phản hồi đứng sau chỗ thiếu nên phải chờ, trừ khi phản hồi thiếu chỉ là không được bắt gói.',
    fix: (a) => [`Kiểm tra ngăn xếp SIP của ${a.node}, hoặc SBC đánh số lại phản hồi của nó.`],
  },
  'rel100-required-unsupported': {
    summary: 'Hai phía không thống nhất về phản hồi tạm thời tin cậy.',
    title: (a) =>
      a.code === 420
        ? `${a.node} không hỗ trợ 100rel mà INVITE yêu cầu.`
        : `${a.node} bắt buộc 100rel mà INVITE không đưa ra.`,
    explanation: (a) =>
      `INVITE bị từ chối với ${a.code} vì điều đó. ${a.recovered ? 'Bên gọi đã thử lại và không còn xung đột.' : 'Cuộc gọi dừng tại đó.'}`,
    fix: (a) => [
      a.code === 420
        ? 'Chuyển 100rel từ Require sang Supported trong INVITE để bên được gọi tự chọn.'
        : `Bật 100rel ở bên gọi, hoặc cho ${a.node} chấp nhận khi không có.`,
    ],
  },
  'precondition-failed': {
    summary: 'Cuộc gọi kết thúc vì điều kiện tiên quyết (giữ tài nguyên) không đạt.',
    title: (a) =>
      a.code === 580
        ? `${a.node} kết thúc cuộc gọi với 580: tài nguyên không được giữ.`
        : 'Cuộc gọi không đổ chuông: điều kiện tiên quyết không đạt.',
    explanation: (a, f) => {
      const unmet =
        a.unmet.length === 0
          ? ''
          : ` Mô tả phiên cuối cùng còn thiếu: ${f.list(a.unmet)} (đạt được < đòi hỏi).`;
      return `Mô tả phiên đòi hỏi tài nguyên trước khi bên được gọi đổ chuông.${unmet}`;
    },
    fix: () => [
      'Tìm hiểu vì sao kênh mang không được thiết lập: máy chủ chính sách, kênh mang riêng, kiểm soát tiếp nhận.',
      'Bỏ điều kiện tiên quyết khi gọi sang mạng không giữ tài nguyên, như PSTN.',
    ],
  },
};

export const forkRules: ForkTexts = {
  'fork-loser-noise': {
    summary: 'Một số nhánh bị từ chối trong khi nhánh khác được trả lời.',
    title: (a, f) =>
      `${a.winner} nhận cuộc gọi; ${f.list(a.losers)} thì không, và đó không phải là lỗi.`,
    explanation: (a) =>
      `${a.node} đổ chuông nhiều thiết bị cho một cuộc gọi. Mã của các thiết bị còn lại dừng ở ${a.node} và không được tính là cuộc gọi thất bại.`,
    fix: () => ['Không cần sửa gì. Khi thống kê, mỗi lần rẽ nhánh chỉ tính một cuộc gọi.'],
  },
  'fork-killed-by-6xx': {
    summary: 'Một thiết bị từ chối bằng 6xx và làm dừng chuông ở mọi thiết bị khác.',
    title: (a, f) =>
      `${a.code} ${a.phrase} của ${a.killer} kết thúc cuộc gọi khi ${f.list(a.ringing)} đang đổ chuông.`,
    explanation: (a, f) =>
      `6xx có nghĩa là bên được gọi từ chối ở mọi nơi, nên ${a.node} phải hủy tất cả nhánh khác. Nó đến ${f.duration(a.afterUs)} sau khi thử thiết bị đó: do chế độ không làm phiền hoặc danh sách chặn trên một thiết bị, hoặc có người bấm từ chối ở đó.`,
    fix: (a) => [
      `Cho ${a.killer} từ chối bằng 486 hoặc 480, vốn chỉ có nghĩa cho một thiết bị.`,
      `Hoặc cho ${a.node} đổi 6xx của thiết bị đã đăng ký thành 480 hoặc 486.`,
    ],
  },
  'serial-hunt-long': {
    summary: 'Một nút thử lần lượt nhiều đích.',
    title: (a, f) => `${a.node} đã thử lần lượt ${f.integer(a.targets)} đích trước khi kết thúc.`,
    explanation: (a, f) =>
      `Đích cuối được thử ${f.duration(a.elapsedUs)} sau đích đầu${a.answered ? ' và đã trả lời' : ''}. Ít người gọi chờ lâu như vậy.`,
    fix: () => [
      'Đổ chuông các đích cùng lúc, rút ngắn thời gian cho mỗi đích, hoặc bỏ những đích không bao giờ trả lời.',
    ],
  },
  'multiple-2xx': {
    summary: 'Nhiều thiết bị cùng trả lời một INVITE.',
    title: (a, f) => {
      const who = `${f.integer(a.answers.length)} câu trả lời cho một INVITE (${f.list(a.answers)})`;
      return a.open > 1 || a.unacknowledged > 0
        ? `${who}, và không phải tất cả đều được kết thúc.`
        : `${who}; tất cả trừ một đều được kết thúc.`;
    },
    explanation: (a, f) =>
      `Bên gọi phải xác nhận từng câu trả lời bằng ACK và kết thúc tất cả trừ một bằng BYE. Thiếu ACK: ${f.integer(a.unacknowledged)}; thiếu BYE: ${f.integer(a.open)}.`,
    fix: (a) =>
      a.open > 1 || a.unacknowledged > 0
        ? [
            'Cho bên gọi, hoặc SBC đại diện cho nó, gửi ACK và BYE cho mỗi 2xx thừa.',
            'Thiết bị còn lại ở trong cuộc gọi không có ai cho đến khi bộ định thời media hoặc phiên kết thúc nó.',
          ]
        : ['Không cần sửa gì: hai máy được nhấc cùng lúc.'],
  },
  'early-media-no-sdp': {
    summary: '183 không có mô tả phiên khiến bên gọi không nghe thấy gì.',
    title: (a, f) =>
      `Bên gọi không nghe thấy gì trong ${f.duration(a.silentUs)}: 183 của ${a.node} không có mô tả phiên.`,
    explanation: (a) => {
      const end = {
        heard: 'Sau đó mới có thứ mà điện thoại phát ra được.',
        answered: 'Sau đó cuộc gọi được trả lời mà không có hồi âm chuông.',
        failed: 'Không hề có gì nghe được.',
      }[a.ended];
      return `Điện thoại phát hồi âm chuông khi nhận 180, phát media khi nhận 183 có mô tả phiên; với 183 trần, phần lớn không phát gì. ${end}`;
    },
    fix: (a) => [`Cho ${a.node} gửi 180, hoặc 183 kèm mô tả phiên và early media.`],
  },
  'early-media-announcement-cause': {
    summary: 'Phản hồi tạm thời mang nguyên nhân thất bại.',
    title: (a) => {
      const name = isQ850Cause(a.cause) ? ` (${VI_Q850[a.cause].name})` : '';
      return `${a.code} của ${a.node} nói vì sao cuộc gọi thất bại: Q.850 cause ${a.cause}${name}.`;
    },
    explanation: () =>
      'Mạng phát âm báo hoặc thông báo trong băng thay vì từ chối cuộc gọi. Thứ kết thúc cuộc gọi sau đó, CANCEL hay 480, che mất nguyên nhân này.',
    fix: () => [
      'Lấy nguyên nhân này làm kết quả cuộc gọi, trong định tuyến và trong thống kê.',
      'Nếu cần chuyển dự phòng ngay, cho gateway đổi nguyên nhân này thành phản hồi cuối cùng.',
    ],
  },
};
