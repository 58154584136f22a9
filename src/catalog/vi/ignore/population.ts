import type { PopulationArgs } from '../../../model/population-args.ts';
import type { IgnoreTexts } from '../../rule-text.ts';

export const populationIgnore: IgnoreTexts<keyof PopulationArgs> = {
  'peer-failure-spike': 'Khi nút đang bảo trì theo thông báo và tuyến khác đã nhận cuộc gọi.',
  'single-node-of-cluster-bad': 'Khi nút này phục vụ dải số khác với các nút bên cạnh.',
  'concurrency-ceiling': 'Khi giới hạn là chủ ý và phần dư đi tuyến khác.',
  'cps-ceiling': 'Khi giới hạn là chủ ý và phần dư được thử lại sau.',
};
