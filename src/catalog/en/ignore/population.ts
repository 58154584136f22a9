import type { PopulationArgs } from '../../../model/population-args.ts';
import type { IgnoreTexts } from '../../rule-text.ts';

export const populationIgnore: IgnoreTexts<keyof PopulationArgs> = {
  'peer-failure-spike':
    'During announced maintenance of the node, when other routes took the calls.',
  'single-node-of-cluster-bad': 'When the node serves other numbers than its neighbours do.',
  'ner-drop': 'When the numbers were barred on purpose, or another route took these calls.',
  'pdd-regression': 'When the calls of that time went to other countries than usual.',
  'acd-collapse': 'During a campaign of announcements or a test of many numbers.',
  'short-call': 'When the node carries alarms, test calls or announcements by design.',
  'time-of-day-restart': 'During announced maintenance, when the calls that were up were given up.',
  'concurrency-ceiling': 'When the limit is wanted and another route takes the rest.',
  'cps-ceiling': 'When the limit is wanted and the rest is tried again later.',
};
