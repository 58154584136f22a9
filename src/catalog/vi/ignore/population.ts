import type { PopulationArgs } from '../../../model/population-args.ts';
import type { IgnoreTexts } from '../../rule-text.ts';

export const populationIgnore: IgnoreTexts<keyof PopulationArgs> = {
  'peer-failure-spike': 'Khi nút đang bảo trì theo thông báo và tuyến khác đã nhận cuộc gọi.',
  'single-node-of-cluster-bad': 'Khi nút này phục vụ dải số khác với các nút bên cạnh.',
  'ner-drop': 'Khi các số bị chặn có chủ ý, hoặc tuyến khác đã nhận các cuộc gọi này.',
  'pdd-regression': 'Khi các cuộc gọi lúc đó đi tới quốc gia khác với thường lệ.',
  'acd-collapse': 'Trong đợt gọi phát thông báo hoặc thử nghiệm nhiều số.',
  'short-call': 'Khi nút này vốn chuyên chuyển báo động, cuộc gọi thử hoặc thông báo.',
  'time-of-day-restart': 'Khi bảo trì có thông báo và các cuộc gọi đang diễn ra được chấp nhận bỏ.',
  'concurrency-ceiling': 'Khi giới hạn là chủ ý và phần dư đi tuyến khác.',
  'cps-ceiling': 'Khi giới hạn là chủ ý và phần dư được thử lại sau.',
};
