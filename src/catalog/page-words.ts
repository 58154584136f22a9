import type { IncidentDimension } from '../model/vocabulary.ts';
import type { Language } from '../model/language.ts';
import { EN_PAGE_WORDS } from './en/page-words.ts';
import type { Counted } from './report-words.ts';
import { VI_PAGE_WORDS } from './vi/page-words.ts';

/** What the page puts together itself, in the reader's browser: `{n}` and the like are filled in there. */
export interface PageLabels {
  readonly incidents: string;
  readonly calls: string;
  readonly others: string;
  readonly noted: string;
  readonly figures: string;
  readonly sources: string;
  readonly codes: string;
  readonly contents: string;
  readonly why: string;
  readonly fix: string;
  readonly causes: string;
  readonly evidence: string;
  readonly where: string;
  readonly overTime: string;
  readonly example: string;
  readonly twin: string;
  readonly also: string;
  readonly openCall: string;
  readonly showCalls: string;
  readonly copyTicket: string;
  readonly copied: string;
  readonly copyByHand: string;
  readonly filter: string;
  readonly filterHint: string;
  readonly shown: string;
  readonly noMatch: string;
  readonly back: string;
  readonly keys: string;
  readonly flow: string;
  readonly findings: string;
  readonly noFindings: string;
  readonly noDetail: string;
  readonly message: string;
  readonly noText: string;
  readonly pick: string;
  readonly affected: string;
  readonly unaffected: string;
  readonly attempts: string;
  readonly failedCall: string;
  readonly workedCall: string;
  readonly absent: string;
  readonly moreDifferences: string;
  readonly causedBy: string;
  readonly limit: string;
  readonly notRead: string;
  readonly toneFailure: string;
  readonly tonePeople: string;
  readonly toneGood: string;
  readonly toneAside: string;
  readonly ticketTime: string;
  readonly ticketLocal: string;
  readonly ticketAffected: string;
  readonly ticketParties: string;
  readonly ticketRoute: string;
  readonly ticketResponse: string;
  readonly ticketMore: string;
}

export interface PageWords {
  readonly labels: PageLabels;
  /** The first sentence of the page. `causes` is 0 where nothing went wrong. */
  readonly verdict: (part: {
    readonly failed: number;
    /** Failed calls, and others that an error spoiled. */
    readonly wrong: number;
    readonly wrongText: string;
    readonly all: number;
    readonly allText: string;
    readonly share: string;
    readonly causes: number;
    readonly causesText: string;
  }) => string;
  readonly partial: string;
  readonly dimensions: Readonly<Record<IncidentDimension, string>>;
  /** In the place of a value that messages did not tell. */
  readonly untold: string;
  readonly share: (share: string) => string;
  readonly window: (affected: string, attempts: string, share: string) => string;
  readonly facts: {
    readonly calls: string;
    readonly failed: string;
    readonly messages: string;
    readonly sources: string;
    readonly outcome: string;
    readonly final: string;
    readonly stage: string;
    readonly release: string;
    readonly start: string;
    readonly elapsed: string;
    readonly path: string;
  };
  /** Only so many calls come with their messages. */
  readonly detailed: (shown: string, all: string) => string;
  /** Rows that the list has no room for, with their outcomes. */
  readonly unlisted: (count: number, text: string, outcomes: string) => string;
  readonly moreProblems: Counted;
  readonly packetPlace: (path: string, frame: string) => string;
  readonly linePlace: (path: string, line: string) => string;
}

export const PAGE_WORDS: Readonly<Record<Language, PageWords>> = {
  en: EN_PAGE_WORDS,
  vi: VI_PAGE_WORDS,
};
