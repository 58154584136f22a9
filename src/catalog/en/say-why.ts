import type { SayWhy } from '../say-why.ts';

export const EN_SAY_WHY: SayWhy = {
  inPhrase:
    'Put the reason into the phrase or a Reason header, so that the next engineer need not guess',
  readReason: 'Read the Reason header: 18, 19 and 20 are three different stories',
};
