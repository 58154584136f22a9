import type { CallMessage } from '../../model/report.ts';

/** A message with its copies folded into it. */
export interface Step {
  readonly message: CallMessage;
  /** How many times it was sent. */
  sent: number;
  /** How many times each of those was captured, summed up: larger than `sent` for duplicates. */
  seen: number;
  /** Time of the last time it was sent. */
  last: string | null;
}

const key = ({ from, to, cseq, method, code, phrase }: CallMessage): string =>
  [from, to, cseq, method ?? code, phrase ?? ''].join('\n');

/** Folds retransmissions and duplicate sightings into the message that they repeat. */
export function fold(messages: readonly CallMessage[]): Step[] {
  const steps: Step[] = [];
  const latest = new Map<string, Step>();
  for (const message of messages) {
    const original = message.repeat === undefined ? undefined : latest.get(key(message));
    if (original === undefined) {
      const step: Step = { message, sent: 1, seen: 1, last: message.time };
      latest.set(key(message), step);
      steps.push(step);
      continue;
    }
    original.seen += 1;
    if (message.repeat === 'duplicate') continue;
    original.sent += 1;
    original.last = message.time;
  }
  return steps;
}
