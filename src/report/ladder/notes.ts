import type { CallMessage, ReportCall } from '../../model/report.ts';
import { findingsById, findingsOf } from '../findings.ts';
import type { Page } from '../context.ts';
import { elapsedBetween } from '../time.ts';
import type { Step } from './fold.ts';

/** What the notes need to know of the call. */
export interface CallFacts {
  /** CSeq of the INVITE that was answered: any other one changes the session. */
  readonly answered: string | undefined;
  /** Its final code, and what was found out about a refusal. */
  readonly refusal: { readonly code: number; readonly note: string } | null;
}

export function factsOf(call: ReportCall, { report, words }: Page): CallFacts {
  const answer = call.messages?.find((message) => isOk(message) && methodOf(message) === 'INVITE');
  const notes: Readonly<Record<string, string>> = words.declineNotes;
  const note = findingsOf(call, findingsById(report))
    .map(({ rule }) => notes[rule])
    .find((known) => known !== undefined);
  const code = call.final?.code;
  return {
    answered: answer?.cseq,
    refusal: note === undefined || code === undefined ? null : { code, note },
  };
}

const isOk = ({ code = 0 }: CallMessage): boolean => code >= 200 && code < 300;
const methodOf = ({ cseq }: CallMessage): string => cseq.slice(cseq.indexOf(' ') + 1);

/** What a response means here: of an answer its request tells, of a refusal what was found out, of others their code. */
function meaning(
  message: CallMessage,
  facts: CallFacts,
  { report, words }: Page,
): string | undefined {
  const { code, cseq } = message;
  if (code === undefined) return undefined;
  const method = methodOf(message);
  const { answered, refusal } = facts;
  if (isOk(message)) {
    const again = method === 'INVITE' && answered !== undefined && answered !== cseq;
    const name = again ? 're-INVITE' : method;
    // The method is the sender's text: `constructor` is no note of ours.
    if (Object.hasOwn(words.okNotes, name)) return words.okNotes[name];
  }
  if (refusal?.code === code && method === 'INVITE') return refusal.note;
  return report.catalog[String(code)]?.note;
}

/** What is said under an arrow: what the code means here, its Reason, and its copies. */
export function notesOf(step: Step, facts: CallFacts, page: Page): string[] {
  const { words, format } = page;
  const { message, sent, seen, last } = step;
  const notes: string[] = [];
  const told = meaning(message, facts, page);
  if (told !== undefined) notes.push(told);
  if (message.reason !== undefined) notes.push(`Reason: ${message.reason}`);
  const us = elapsedBetween(message.time, last);
  if (sent > 1 && us !== null) {
    notes.push(words.retransmitted(format.integer(sent), format.duration(us)));
  }
  if (seen > sent) notes.push(words.duplicateSightings(seen, format.integer(seen)));
  return notes;
}
