import type { Page } from '../context.ts';
import { elapsedBetween } from '../time.ts';
import type { Step } from './fold.ts';

/** What is said under an arrow: what the code means here, its Reason, and its copies. */
export function notesOf(step: Step, { report, words, format }: Page): string[] {
  const { message, sent, seen, last } = step;
  const notes: string[] = [];
  const entry = message.code === undefined ? undefined : report.catalog[String(message.code)];
  if (entry !== undefined) notes.push(entry.note);
  if (message.reason !== undefined) notes.push(`Reason: ${message.reason}`);
  const us = elapsedBetween(message.time, last);
  if (sent > 1 && us !== null) {
    notes.push(words.retransmitted(format.integer(sent), format.duration(us)));
  }
  if (seen > sent) notes.push(words.duplicateSightings(seen, format.integer(seen)));
  return notes;
}
