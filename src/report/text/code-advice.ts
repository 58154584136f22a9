import { type OutcomeAdvice, outcomeAdvice } from '../../catalog/outcome-advice.ts';
import { isOwnWording, readingsOf } from '../../catalog/reading.ts';
import { SAY_WHY } from '../../catalog/say-why.ts';
import type { Language } from '../../model/language.ts';
import type { CallMessage, CodeEntry, Evidence, ReportCall } from '../../model/report.ts';
import type { Page } from '../context.ts';

/** What the catalog alone can say about a failed call. */
export interface CodeAdvice {
  readonly title: string;
  readonly why: string;
  readonly causes: readonly string[];
  readonly fix: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** The most frequent ones; the rest is in `siptriage explain`. */
const MAX_CAUSES = 3;
const MAX_FIXES = 4;

function shortEvidence(message: CallMessage): Evidence {
  const what = message.method ?? `${message.code ?? ''} ${message.phrase ?? ''}`.trim();
  const { at, time, from, to, reason } = message;
  const row = { kind: 'message', at, time, from, to, what } as const;
  return reason === undefined ? row : { ...row, field: `Reason: ${reason}` };
}

/** The response that ended it, as far out as it was seen, and the request that it answers. */
function proof({ messages = [], final }: ReportCall): Evidence[] {
  const last = messages.find(
    ({ code, cseq }) => code !== undefined && code === final?.code && cseq.endsWith('INVITE'),
  );
  const invites = messages.filter(({ method, repeat }) => method === 'INVITE' && !repeat);
  const asked = invites.findLast(({ from, to }) => from === last?.to && to === last.from);
  const rows = [asked ?? invites[0], last];
  return rows.flatMap((message) => (message === undefined ? [] : [shortEvidence(message)]));
}

/** The label says in plain words what a standard phrase means; other phrases speak for themselves. */
function titleOf({ code, phrase }: Final, label: string, { codeTitle }: Page['words']): string {
  const said = `${code} ${phrase}`.trim();
  const same = phrase.toLowerCase().trim() === label.toLowerCase();
  return same || isOwnWording(code, phrase) ? `${said}.` : codeTitle(said, label);
}

type Final = NonNullable<ReportCall['final']>;
type Advice = Pick<CodeAdvice, 'why' | 'causes' | 'fix'>;

/** Everything that is known of a final response. */
interface Told {
  readonly entry: CodeEntry;
  /** What its Reason and its wording say. */
  readonly readings: string;
  /** What the outcome asks for, where the code alone would lead elsewhere. */
  readonly own: OutcomeAdvice | null;
  /** The code's own steps. */
  readonly steps: readonly string[];
}

interface Row {
  when(told: Told): boolean;
  advise(told: Told): Advice;
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

/** Steps of the code; none that asks for a reason where one was given. */
function stepsOf(
  { fix: { operator, caller, callee } }: CodeEntry,
  tells: boolean,
  language: Language,
): string[] {
  const idle: readonly string[] = tells ? Object.values(SAY_WHY[language]) : [];
  return [...operator, ...caller, ...callee]
    .filter((step) => !idle.includes(step))
    .slice(0, MAX_FIXES);
}

/** Advice from the final response, for calls that no rule explains. */
export function codeAdvice(call: ReportCall, { report, labels, words }: Page): CodeAdvice {
  const { final, outcome } = call;
  const { language } = report;
  const evidence = proof(call);
  const entry = final === null ? undefined : report.catalog[String(final.code)];
  if (final === null || entry === undefined) {
    const title = `${labels.outcomes[outcome]} (${words.noRule})`;
    return { title, why: '', causes: [], fix: [], evidence };
  }
  const { code, phrase } = final;
  const wording = isOwnWording(code, phrase);
  const readings = readingsOf(final, language).join(' ');
  const told: Told = {
    entry,
    readings,
    own: outcomeAdvice(outcome, code, wording ? phrase : '', language),
    steps: stepsOf(entry, wording || readings !== '', language),
  };
  const row = ROWS.find(({ when }) => when(told)) as Row;
  return { title: titleOf(final, entry.label, words), ...row.advise(told), evidence };
}
