import { latin1 } from '../bytes.ts';
import { field } from '../field.ts';
import type { Message } from '../message.ts';
import { parseContentType, type ContentType } from '../values/content-type.ts';

/** A stretch of the message's bytes. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Parts of one multipart body that are looked at, and how deep they may be nested. */
const MAX_PARTS = 64;
const MAX_DEPTH = 4;

/** Where the session description of a message stands: its body, or a part of it (RFC 3261 §7.4, RFC 2046 §5.1). */
export function sdpSpan(message: Message): Span | null {
  if (!message.hasBody) return null;
  const { bytes, bodyStart: start, end } = message;
  const type = field(message, 'Content-Type');
  // Some stacks forget Content-Type; the first line tells all the same.
  if (type === undefined || type === '') return startsLikeSdp(message) ? { start, end } : null;
  const parsed = parseContentType(type);
  if (parsed.type === 'application/sdp') return { start, end };
  if (!parsed.type.startsWith('multipart/')) return null;
  const inner = sdpIn(latin1(bytes, start, end), parsed, MAX_DEPTH);
  return inner === null ? null : { start: start + inner.start, end: start + inner.end };
}

function startsLikeSdp({ bytes, bodyStart }: Message): boolean {
  return bytes[bodyStart] === 118 && bytes[bodyStart + 1] === 61;
}

/** The first session description among the parts of a multipart body. */
function sdpIn(text: string, { params }: ContentType, depth: number): Span | null {
  const delimiter = `--${params.get('boundary') ?? boundaryIn(text)}`;
  if (depth === 0 || delimiter === '--') return null;
  let at = nextDelimiter(text, delimiter, 0);
  for (let parts = 0; at >= 0 && parts < MAX_PARTS; parts += 1) {
    const start = lineAfter(text, at);
    const next = nextDelimiter(text, delimiter, start);
    const found = sdpInPart(text.slice(start, next < 0 ? undefined : next), depth);
    if (found !== null) return { start: start + found.start, end: start + found.end };
    at = next;
  }
  return null;
}

/** A part: header fields, an empty line, a body. */
function sdpInPart(part: string, depth: number): Span | null {
  const gap = /\r?\n\r?\n/.exec(part);
  if (gap === null) return null;
  const body = gap.index + gap[0].length;
  const type = /^content-type[ \t]*:(.*)/im.exec(part.slice(0, gap.index))?.[1];
  const parsed = parseContentType(type ?? '');
  if (parsed.type === 'application/sdp') return { start: body, end: part.length };
  if (!parsed.type.startsWith('multipart/')) return null;
  const inner = sdpIn(part.slice(body), parsed, depth - 1);
  return inner === null ? null : { start: body + inner.start, end: body + inner.end };
}

/** Index of the next delimiter at the start of a line, -1 when there is none. */
function nextDelimiter(text: string, delimiter: string, from: number): number {
  let at = text.indexOf(delimiter, from);
  while (at > 0 && text.charCodeAt(at - 1) !== 10) at = text.indexOf(delimiter, at + 1);
  return at;
}

function lineAfter(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  return feed < 0 ? text.length : feed + 1;
}

/** Content-Type without a boundary: the first line that begins with two dashes shows it. */
function boundaryIn(text: string): string {
  return /(?:^|\n)--([^\s]{1,70})/.exec(text)?.[1] ?? '';
}
