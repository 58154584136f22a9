import { isOwnWording } from '../../catalog/reading.ts';
import { refusalAdvice } from '../../catalog/refusal-advice.ts';
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

/** Advice from the final response, for calls that no rule explains. */
export function codeAdvice(call: ReportCall, { report, labels, words }: Page): CodeAdvice {
  const { final, outcome } = call;
  const evidence = proof(call);
  const entry = final === null ? undefined : report.catalog[String(final.code)];
  if (final === null || entry === undefined) {
    const title = `${labels.outcomes[outcome]} (${words.noRule})`;
    return { title, why: '', causes: [], fix: [], evidence };
  }
  const { code, phrase, reason = '' } = final;
  const advice = refusalAdvice({ code, phrase, reason, outcome }, report.language, entry);
  return { title: titleOf(final, entry.label, words), ...advice, evidence };
}
