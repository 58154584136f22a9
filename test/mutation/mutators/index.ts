import type { Mutator } from '../mutator.ts';
import { bitFlips, byteRuns } from './bits.ts';
import { removal, repetition, splice, truncation } from './cuts.ts';
import { lengthFields, recordLengths } from './lengths.ts';
import { sipLines, sipTokens } from './sip-text.ts';

export const MUTATORS: readonly Mutator[] = [
  bitFlips,
  byteRuns,
  lengthFields,
  recordLengths,
  truncation,
  removal,
  repetition,
  splice,
  sipTokens,
  sipLines,
];
