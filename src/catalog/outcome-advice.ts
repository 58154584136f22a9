import type { Language } from '../model/language.ts';
import type { Outcome } from '../model/vocabulary.ts';
import { EN_OUTCOME_ADVICE } from './en/outcome-advice.ts';
import { VI_OUTCOME_ADVICE } from './vi/outcome-advice.ts';

/** Outcomes that a Reason or a phrase can give to a call whose code alone says something else. */
type AdvisedOutcome =
  | 'failed-auth'
  | 'failed-number'
  | 'failed-routing'
  | 'failed-policy'
  | 'failed-identity'
  | 'failed-media'
  | 'failed-capacity'
  | 'failed-timeout'
  | 'failed-server';

export interface OutcomeAdvice {
  readonly why: string;
  readonly fix: readonly string[];
}

export type OutcomeAdviceTexts = Readonly<Record<AdvisedOutcome, OutcomeAdvice>>;

const TEXTS: Readonly<Record<Language, OutcomeAdviceTexts>> = {
  en: EN_OUTCOME_ADVICE,
  vi: VI_OUTCOME_ADVICE,
};

/** Codes whose own page is about the outcome already. */
const OWN_CODES: Readonly<Record<AdvisedOutcome, readonly number[]>> = {
  'failed-auth': [401, 407],
  'failed-number': [404, 410, 484, 485, 604],
  'failed-routing': [416, 440, 473, 474, 475, 476, 478, 479, 482, 483, 502],
  'failed-policy': [402, 403, 424, 429, 433, 470],
  'failed-identity': [428, 436, 437, 438],
  'failed-media': [406, 415, 488, 580, 606],
  'failed-capacity': [503],
  'failed-timeout': [408, 504],
  'failed-server': [500],
};

/** Wording of a response that says what it is about, whatever its code. */
const WORDINGS: readonly { readonly pattern: RegExp; readonly outcome: AdvisedOutcome }[] = [
  { pattern: /password|credential|authenticat/i, outcome: 'failed-auth' },
  { pattern: /stale date|identity|attestation/i, outcome: 'failed-identity' },
  {
    pattern: /capacity|congest|overload|max(?:imum)? (?:calls|sessions)/i,
    outcome: 'failed-capacity',
  },
  { pattern: /codec|media|no common/i, outcome: 'failed-media' },
  { pattern: /unallocated|no such (?:number|user)|invalid number/i, outcome: 'failed-number' },
];

const isAdvised = (outcome: Outcome): outcome is AdvisedOutcome =>
  Object.hasOwn(OWN_CODES, outcome);

/** What to do about an outcome to which the code's own page does not lead; null when it does, or nothing is known. */
export function outcomeAdvice(
  outcome: Outcome,
  code: number,
  phrase: string,
  language: Language,
): OutcomeAdvice | null {
  const worded = WORDINGS.find(({ pattern }) => pattern.test(phrase))?.outcome;
  const told = worded ?? outcome;
  return isAdvised(told) && !OWN_CODES[told].includes(code) ? TEXTS[language][told] : null;
}
