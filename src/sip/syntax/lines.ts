import { CR, LF, TAB } from '../bytes.ts';
import { isFolded, type Message } from '../message.ts';

/** What one pass over the start line and header fields shows. */
export interface Lines {
  /** Start and end (index of the LF, or the end) of each field line, folded lines joined: two numbers a line. */
  readonly spans: readonly number[];
  /** Some byte is outside ASCII. */
  readonly high: boolean;
  /** Index of the first control byte that has no business there (RFC 3261 §25.1), -1 for none. */
  readonly control: number;
}

const PLAIN = 0;
const HIGH = 1;
const CONTROL = 2;
const LINE_FEED = 3;

const CLASS = new Uint8Array(256).fill(HIGH, 0x80).fill(CONTROL, 0, 32);
CLASS[127] = CONTROL;
CLASS[TAB] = PLAIN;
CLASS[LF] = LINE_FEED;

/** Most field lines that are looked at in one message. */
const MAX_LINES = 512;

export function readLines(message: Message): Lines {
  const { bytes, headersEnd, lineEnd } = message;
  const spans: number[] = [];
  let high = false;
  let control = -1;
  let start = lineEnd + 1;
  for (let at = message.start; at < headersEnd; at += 1) {
    const kind = CLASS[bytes[at] as number];
    if (kind === PLAIN) continue;
    if (kind === HIGH) high = true;
    else if (kind === LINE_FEED) {
      if (at <= lineEnd || isFolded(bytes, at, headersEnd)) continue;
      if (spans.length < 2 * MAX_LINES) spans.push(start, at);
      start = at + 1;
    } else if (control < 0 && !(bytes[at] === CR && bytes[at + 1] === LF)) control = at;
  }
  if (start < headersEnd) spans.push(start, headersEnd);
  return { spans, high, control };
}
