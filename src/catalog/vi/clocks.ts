import type { Clock, FittingClock } from '../../model/clock.ts';
import type { Formatter } from '../format.ts';

/** What each clock is, after "khớp với". */
const CLOCKS: Readonly<Record<Clock, string>> = {
  'short-failover': 'một bộ định thời chuyển dự phòng được cố ý rút ngắn',
  'transaction-timeout': 'Timer B hoặc F, hết hạn thì nút bỏ cuộc vì không có hồi âm',
  'provisional-then-stall': 'thời gian Kamailio và OpenSIPS cho phép sau một phản hồi tạm thời',
  'timer-c': 'Timer C, giới hạn một nhánh sau phản hồi tạm thời',
  'ack-wait': '64·T1, thời gian bên được gọi chờ ACK',
  'prack-wait': '64·T1, thời gian bên được gọi chờ PRACK',
  'session-expiry': 'thời điểm hết chu kỳ phiên',
};

/** Which clock a gap fits, its bounds, and who keeps it, as a sentence of its own with a blank before it; '' for none. */
export function saysClock(fitting: FittingClock | null, f: Formatter): string {
  if (fitting === null) return '';
  const { clock, gapUs, from, to, holder } = fitting;
  const bounds =
    to === null
      ? `từ ${f.decimal(from, 1)} giây trở lên`
      : `${f.decimal(from, 1)} đến ${f.decimal(to, 1)} giây`;
  return ` Khoảng chờ ${f.duration(gapUs)} khớp với ${CLOCKS[clock]} (${bounds} khi bắt gói), do ${holder} giữ.`;
}
