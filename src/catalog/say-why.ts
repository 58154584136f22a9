import type { Language } from '../model/language.ts';
import { EN_SAY_WHY } from './en/say-why.ts';
import { VI_SAY_WHY } from './vi/say-why.ts';

/** Advice that is out of place where the response itself says why. */
export interface SayWhy {
  readonly inPhrase: string;
  readonly readReason: string;
}

export const SAY_WHY: Readonly<Record<Language, SayWhy>> = { en: EN_SAY_WHY, vi: VI_SAY_WHY };
