import type { PopulationArgs } from '../../../model/population-args.ts';
import type { IgnoreTexts } from '../../rule-text.ts';

export const populationIgnore: IgnoreTexts<keyof PopulationArgs> = {
  'peer-failure-spike':
    'During announced maintenance of the node, when other routes took the calls.',
  'single-node-of-cluster-bad': 'When the node serves other numbers than its neighbours do.',
  'concurrency-ceiling': 'When the limit is wanted and another route takes the rest.',
  'cps-ceiling': 'When the limit is wanted and the rest is tried again later.',
};
