import { CR } from '../sip/bytes.ts';
import type { Draft } from './draft.ts';

/** What some tools print at the end of each row in place of CR. */
const SUFFIXES = ['.', '^M', '\\r'];

/** Takes the suffix that all rows so far share off them. */
export function learnSuffix(draft: Draft): void {
  for (const suffix of SUFFIXES) {
    if (!everyRowEndsWith(draft, suffix)) continue;
    draft.suffix = suffix;
    strip(draft, suffix.length);
    return;
  }
}

/** End of the row's content. */
export function withoutSuffix(
  { suffix }: Draft,
  bytes: Uint8Array,
  at: number,
  end: number,
): number {
  if (suffix === '' || end - at < suffix.length) return end;
  for (let index = 0; index < suffix.length; index += 1) {
    if (bytes[end - suffix.length + index] !== suffix.charCodeAt(index)) return end;
  }
  return end - suffix.length;
}

function everyRowEndsWith({ bytes, end, rows }: Draft, suffix: string): boolean {
  let seen = 0;
  for (let at = 0; at < end; at += 1) {
    if (bytes[at] !== CR || bytes[at + 1] !== 10) continue;
    seen += 1;
    for (let index = 0; index < suffix.length; index += 1) {
      if (bytes[at - suffix.length + index] !== suffix.charCodeAt(index)) return false;
    }
  }
  return seen === rows && seen > 1;
}

function strip(draft: Draft, count: number): void {
  const { bytes, end } = draft;
  let to = 0;
  for (let at = 0; at < end; at += 1) {
    if (bytes[at] === CR && bytes[at + 1] === 10) to -= count;
    bytes[to] = bytes[at] as number;
    to += 1;
  }
  draft.end = to;
}
