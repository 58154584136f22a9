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

/** The request that began it and the response that ended it. */
function proof({ messages = [], final }: ReportCall): Evidence[] {
  const first = messages.find(({ method }) => method === 'INVITE');
  const last = messages.find(
    ({ code, cseq }) => code !== undefined && code === final?.code && cseq.endsWith('INVITE'),
  );
  return [first, last].flatMap((message) =>
    message === undefined ? [] : [shortEvidence(message)],
  );
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
    title: words.codeTitle(`${final.code} ${final.phrase}`, entry.label),
    why: entry.meaning,
    causes: entry.causes.slice(0, MAX_CAUSES),
    fix: [...operator, ...caller, ...callee].slice(0, MAX_FIXES),
    evidence,
  };
}
