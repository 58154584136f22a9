import type { Language } from '../model/language.ts';
import type { Outcome } from '../model/vocabulary.ts';
import { codeText } from './lookup.ts';
import { outcomeAdvice, type OutcomeAdvice } from './outcome-advice.ts';
import { isOwnWording, readingsOf } from './reading.ts';
import { SAY_WHY } from './say-why.ts';
import type { CodeText } from './types.ts';

/** A final response that ended a set-up, as far as advice depends on it. */
export interface Ending {
  readonly code: number;
  readonly phrase: string;
  /** Reason header field, '' without one. */
  readonly reason: string;
  readonly outcome: Outcome;
}

/** What the catalog alone can say about it. */
export interface RefusalAdvice {
  readonly why: string;
  readonly causes: readonly string[];
  readonly fix: readonly string[];
}

/** The most frequent ones; the rest is in `siptriage explain`. */
const MAX_CAUSES = 3;
const MAX_FIXES = 4;

/** The part of a code's text that advice is made of. */
type CodePage = Pick<CodeText, 'meaning' | 'causes' | 'fix'>;

/** Everything that is known of a final response. */
interface Told {
  readonly entry: CodePage;
  /** What its Reason and its wording say. */
  readonly readings: string;
  /** What the outcome asks for, where the code alone would lead elsewhere. */
  readonly own: OutcomeAdvice | null;
  /** The code's own steps. */
  readonly steps: readonly string[];
}

interface Row {
  when(told: Told): boolean;
  advise(told: Told): RefusalAdvice;
}

/** The first row that holds: what the response says itself goes before what its code means in general. */
const ROWS: readonly Row[] = [
  {
    when: ({ readings, own }) => readings !== '' && own !== null,
    advise: ({ readings, own }) => ({ why: readings, causes: [], fix: own?.fix ?? [] }),
  },
  {
    when: ({ own }) => own !== null,
    advise: ({ own }) => ({ why: own?.why ?? '', causes: [], fix: own?.fix ?? [] }),
  },
  {
    when: ({ readings }) => readings !== '',
    advise: ({ readings, steps }) => ({ why: readings, causes: [], fix: steps }),
  },
  {
    when: () => true,
    advise: ({ entry, steps }) => ({
      why: entry.meaning,
      causes: entry.causes.slice(0, MAX_CAUSES),
      fix: steps,
    }),
  },
];

/** Advice from a final response itself: its Reason, its wording, its code; `entry` is what is known of the code. */
export function refusalAdvice(
  { code, phrase, reason, outcome }: Ending,
  language: Language,
  entry: CodePage = codeText(code, language),
): RefusalAdvice {
  const wording = isOwnWording(code, phrase);
  const readings = readingsOf({ code, phrase, reason }, language).join(' ');
  const told: Told = {
    entry,
    readings,
    own: outcomeAdvice(outcome, code, wording ? phrase : '', language),
    steps: stepsOf(entry, wording || readings !== '', language),
  };
  return (ROWS.find(({ when }) => when(told)) as Row).advise(told);
}

/** Steps of the code; none that asks for a reason where one was given. */
function stepsOf(
  { fix: { operator, caller, callee } }: CodePage,
  tells: boolean,
  language: Language,
): string[] {
  const idle: readonly string[] = tells ? Object.values(SAY_WHY[language]) : [];
  return [...operator, ...caller, ...callee]
    .filter((step) => !idle.includes(step))
    .slice(0, MAX_FIXES);
}
