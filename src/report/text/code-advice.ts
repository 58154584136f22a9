import type { CallMessage, Evidence, ReportCall } from '../../model/report.ts';
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

/** The label says in plain words what the phrase means; some phrases do so themselves. */
function titleOf(code: string, label: string, { codeTitle }: Page['words']): string {
  return code.toLowerCase().endsWith(` ${label.toLowerCase()}`)
    ? `${code}.`
    : codeTitle(code, label);
}

/** Advice from the final code, for calls that no rule explains. */
export function codeAdvice(call: ReportCall, { report, labels, words }: Page): CodeAdvice {
  const { final } = call;
  const evidence = proof(call);
  const entry = final === null ? undefined : report.catalog[String(final.code)];
  if (final === null || entry === undefined) {
    const title = `${labels.outcomes[call.outcome]} (${words.noRule})`;
    return { title, why: '', causes: [], fix: [], evidence };
  }
  const { operator, caller, callee } = entry.fix;
  return {
    title: titleOf(`${final.code} ${final.phrase}`, entry.label, words),
    why: entry.meaning,
    causes: entry.causes.slice(0, MAX_CAUSES),
    fix: [...operator, ...caller, ...callee].slice(0, MAX_FIXES),
    evidence,
  };
}
