import { COLON, CR, latin1, LF, SP, TAB, utf8 } from '../bytes.ts';
import type { Message } from '../message.ts';
import { MAX_VALUE } from '../values/text.ts';
import { malformed, type SyntaxFault } from './fault.ts';
import { FIELDS, specAt } from './fields.ts';
import type { Lines } from './lines.ts';

/** First value of each known field, by its position in `FIELDS`; undefined where it is absent. */
export type Present = readonly (string | undefined)[];

/** Most faults that are collected of one message. */
const MAX_FAULTS = 16;

/** Checks every header field and returns which of the known ones are there. */
export function headerFaults(message: Message, lines: Lines, out: SyntaxFault[]): Present {
  const { bytes, leniency } = message;
  const present = new Array<string | undefined>(FIELDS.length).fill(undefined);
  const decode = lines.high ? utf8 : latin1;
  for (let line = 0; line < lines.spans.length; line += 2) {
    const at = lines.spans[line] as number;
    const end = lines.spans[line + 1] as number;
    let colon = at;
    while (colon < end && bytes[colon] !== COLON) colon += 1;
    if (colon === end) {
      lineWithoutColon(message, at, end, out);
      continue;
    }
    let nameEnd = colon;
    while (nameEnd > at && isBlank(bytes[nameEnd - 1] as number)) nameEnd -= 1;
    const spec = specAt(bytes, at, nameEnd);
    if (spec === undefined) continue;
    const value = unfolded(decode(bytes, colon + 1, Math.min(end, colon + 1 + MAX_VALUE)));
    const first = present[spec.index];
    if (first === undefined) present[spec.index] = value;
    else if (spec.single) {
      // The same value again is a nuisance, another one a contradiction (RFC 4475 §3.3.8).
      const severity = first === value ? 'warning' : 'error';
      out.push(malformed('repeated-field', spec.name, value, severity));
    }
    if (spec.check === null || end - colon > MAX_VALUE || out.length >= MAX_FAULTS) continue;
    // The reader has found the first value of these in order already.
    if (first === undefined && spec.trusted !== 0 && (leniency & spec.trusted) === 0) continue;
    const fault = spec.check(spec.name, value);
    if (fault !== null) out.push(fault);
  }
  return present;
}

function lineWithoutColon(message: Message, at: number, end: number, out: SyntaxFault[]): void {
  // The last line of a message that ends there is incomplete rather than wrong.
  if (end === message.end) return;
  const line = utf8(message.bytes, at, end).trim();
  if (line !== '') out.push(malformed('line-without-colon', '', line));
}

function unfolded(text: string): string {
  return text.includes('\n') ? text.replace(/\r?\n[ \t]+/g, ' ').trim() : text.trim();
}

function isBlank(byte: number): boolean {
  return byte === SP || byte === TAB || byte === LF || byte === CR;
}
