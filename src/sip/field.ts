import { ascii, COLON, COMMA, latin1, LF, matchesAt, QUOTE, SP, TAB, utf8 } from './bytes.ts';
import { isFolded, type Message } from './message.ts';
import { findByte, wordsOf } from './words.ts';

/** A header field name with its compact form (RFC 3261 §7.3.3), ready to be searched for. */
export interface FieldName {
  readonly name: string;
  readonly lower: Uint8Array;
  readonly compact: Uint8Array | null;
}

const COMPACT: Readonly<Record<string, string>> = {
  'Accept-Contact': 'a',
  'Allow-Events': 'u',
  'Call-ID': 'i',
  Contact: 'm',
  'Content-Encoding': 'e',
  'Content-Length': 'l',
  'Content-Type': 'c',
  Event: 'o',
  From: 'f',
  Identity: 'y',
  'Refer-To': 'r',
  'Referred-By': 'b',
  'Reject-Contact': 'j',
  'Session-Expires': 'x',
  Subject: 's',
  Supported: 'k',
  To: 't',
  Via: 'v',
};

const LONG: ReadonlyMap<string, string> = new Map(
  Object.entries(COMPACT).map(([long, compact]) => [compact, long]),
);

/** The long form of a compact field name; any other name as it is. */
export function longFieldName(name: string): string {
  return LONG.get(name.toLowerCase()) ?? name;
}

const names = new Map<string, FieldName>();

/** The searchable form of a field name; made once per name. */
export function fieldName(name: string): FieldName {
  let entry = names.get(name);
  if (entry === undefined) {
    const compact = COMPACT[name];
    entry = {
      name,
      lower: ascii(name.toLowerCase()),
      compact: compact === undefined ? null : ascii(compact),
    };
    names.set(name, entry);
  }
  return entry;
}

/** First value of a header field, unfolded and trimmed; undefined when the field is absent. */
export function field(message: Message, name: string): string | undefined {
  const wanted = fieldName(name);
  for (let at = message.lineEnd + 1; at < message.headersEnd; at = nextLine(message, at)) {
    const value = valueStart(message, at, wanted);
    if (value > 0) return textOf(message, value, lineEnd(message, at));
  }
  return undefined;
}

/** Every line of a header field, in order; lists inside a line are not split. */
export function fieldLines(message: Message, name: string): string[] {
  const wanted = fieldName(name);
  const lines: string[] = [];
  for (let at = message.lineEnd + 1; at < message.headersEnd; at = nextLine(message, at)) {
    const value = valueStart(message, at, wanted);
    if (value > 0) lines.push(textOf(message, value, lineEnd(message, at)));
  }
  return lines;
}

/** Every value of a list field: lines split at commas outside quotes and angle brackets (RFC 3261 §7.3.1). */
export function fieldValues(message: Message, name: string): string[] {
  return fieldLines(message, name).flatMap((line) => splitList(line));
}

/** Whether the field occurs at all. */
export function hasField(message: Message, name: string): boolean {
  const wanted = fieldName(name);
  for (let at = message.lineEnd + 1; at < message.headersEnd; at = nextLine(message, at)) {
    if (valueStart(message, at, wanted) > 0) return true;
  }
  return false;
}

/** Whether a list field has more than one value, or seems to: a comma may stand in quotes. */
export function hasSeveral(message: Message, name: string): boolean {
  const wanted = fieldName(name);
  let seen = false;
  for (let at = message.lineEnd + 1; at < message.headersEnd; at = nextLine(message, at)) {
    const value = valueStart(message, at, wanted);
    if (value < 0) continue;
    if (seen || message.bytes.subarray(value, lineEnd(message, at)).includes(COMMA)) return true;
    seen = true;
  }
  return false;
}

/** All header fields as received, in order: name as written, value unfolded. */
export function allFields(message: Message): { name: string; value: string; at: number }[] {
  const all: { name: string; value: string; at: number }[] = [];
  for (let at = message.lineEnd + 1; at < message.headersEnd; at = nextLine(message, at)) {
    const end = lineEnd(message, at);
    let colon = at;
    while (colon < end && message.bytes[colon] !== COLON) colon += 1;
    const value = colon < end ? textOf(message, colon + 1, end) : '';
    all.push({ name: latin1(message.bytes, at, colon).trimEnd(), value, at });
  }
  return all;
}

/** Splits at commas that stand outside quotes and angle brackets. */
export function splitList(value: string): string[] {
  if (!value.includes(',')) return value === '' ? [] : [value];
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  let depth = 0;
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    if (quoted) {
      if (code === 92) at += 1;
      else if (code === QUOTE) quoted = false;
    } else if (code === QUOTE) quoted = true;
    else if (code === 60) depth = 1;
    else if (code === 62) depth = 0;
    else if (code === COMMA && depth === 0) {
      parts.push(value.slice(start, at).trim());
      start = at + 1;
    }
  }
  parts.push(value.slice(start).trim());
  return parts.filter((part) => part !== '');
}

function valueStart(message: Message, at: number, wanted: FieldName): number {
  const { bytes, headersEnd } = message;
  const first = (bytes[at] as number) | 32;
  if (first !== wanted.lower[0] && first !== wanted.compact?.[0]) return -1;
  let end = -1;
  if (matchesAt(bytes, at, headersEnd, wanted.lower)) end = at + wanted.lower.length;
  else if (wanted.compact !== null && matchesAt(bytes, at, headersEnd, wanted.compact))
    end = at + 1;
  if (end < 0) return -1;
  while (end < headersEnd && (bytes[end] === SP || bytes[end] === TAB)) end += 1;
  return end < headersEnd && bytes[end] === COLON ? end + 1 : -1;
}

/** Index of the LF that ends the (possibly folded) line at `at`. */
function lineEnd(message: Message, at: number): number {
  const { bytes, headersEnd } = message;
  const words = wordsOf(bytes);
  let end = findByte(bytes, words, at, headersEnd, LF);
  while (isFolded(bytes, end, headersEnd)) end = findByte(bytes, words, end + 1, headersEnd, LF);
  return end;
}

function nextLine(message: Message, at: number): number {
  return lineEnd(message, at) + 1;
}

function textOf(message: Message, from: number, to: number): string {
  const text = utf8(message.bytes, from, to);
  return text.includes('\n') ? text.replace(/\r?\n[ \t]+/g, ' ').trim() : text.trim();
}
