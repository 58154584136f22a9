import type { OutcomeClass } from '../model/outcome-class.ts';
import type { Style } from './palette.ts';

export const OUTCOME_STYLE: Readonly<Record<OutcomeClass, Style>> = {
  good: 'good',
  people: 'info',
  failure: 'error',
  aside: 'dim',
};
