import type { Language } from '../model/language.ts';
import { EN_FORMAT_WORDS } from './en/format-words.ts';
import type { Counted } from './report-words.ts';
import { VI_FORMAT_WORDS } from './vi/format-words.ts';

/** Words of a ticket for another company: what was observed, and nothing that is for the own staff. */
export interface TicketWords {
  readonly title: Counted;
  readonly nothing: string;
  /** Which clock the local times show. */
  readonly times: (zone: string) => string;
  readonly affected: string;
  readonly first: string;
  readonly last: string;
  readonly response: string;
  /** In the place of a response. */
  readonly noFinal: string;
  readonly path: string;
  readonly scope: string;
  readonly calls: string;
  readonly moreCalls: Counted;
  readonly moreProblems: Counted;
  readonly evidence: string;
  readonly moreEvidence: Counted;
}

/** Words of the formats for programs that people read in their tools. */
export interface FormatWords {
  readonly ticket: TicketWords;
  /** A failed call that no rule explains, as a rule of its own. */
  readonly outcomeRule: (outcome: string) => string;
  readonly frame: (number: string) => string;
  readonly moreCalls: Counted;
}

export const FORMAT_WORDS: Readonly<Record<Language, FormatWords>> = {
  en: EN_FORMAT_WORDS,
  vi: VI_FORMAT_WORDS,
};
