import { concat } from '../../../fixtures/dsl/wire/bytes.ts';
import type { Mutator } from '../mutator.ts';
import type { Random } from '../random.ts';

const encoder = new TextEncoder();
const CR = 13;
const LF = 10;

/** What SIP readers stumble over. Of many lengths: half of them move everything that follows. */
const TOKENS = [
  ...[
    '',
    ' ',
    '\t',
    '\r\n',
    '\n\n',
    '\r\n\r\n',
    '\r\n ',
    '\0',
    ':',
    ';',
    ',',
    '"',
    '\\',
    '<',
    '>',
    '@',
  ],
  ...['0', '-1', '4294967296', '99999999999999999999', '1e9', '0x10', '00000000001', 'NaN'],
  ...['INVITE', 'ACK', 'CANCEL', 'BYE', 'SIP/2.0 200 OK', 'SIP/2.0 99 ', 'SIP/2.0', 'SIP/3.0'],
  ...[
    'sip:',
    'sips:a@[::1',
    'tel:+1',
    '%00',
    '%zz',
    'sip:a@b?x=y',
    ';tag=',
    ';branch=z9hG4bK',
    ';lr;lr',
  ],
  ...[
    'Call-ID: x',
    'CSeq: 1 INVITE',
    'Content-Length: 99999',
    'l: 0',
    'Via: SIP/2.0/UDP a',
    'v: x',
  ],
  ...[
    'Reason: Q.850;cause=16',
    'Reason: SIP;cause=200;text="',
    'Retry-After: 5 (',
    'Warning: 399 a "',
  ],
  ...[
    '\u00e9',
    '\ufeff',
    '\u202e',
    '\x1b[31m',
    '__proto__',
    'constructor',
    'toString',
    'a'.repeat(3000),
  ],
  ...[';'.repeat(500), '"'.repeat(501), '('.repeat(500), ','.repeat(2000), ' '.repeat(3000)],
].map((text) => encoder.encode(text));

/** Where values begin or end: behind a separator, and at line breaks. */
const SEPARATORS = new Set([...encoder.encode(' :;=,"<>@/\r\n')]);

/** A place next to a separator, looked for from a random one. */
function seam(bytes: Uint8Array, random: Random): number {
  let at = random.below(bytes.length);
  for (let left = 200; left > 0 && at < bytes.length; left -= 1, at += 1) {
    if (SEPARATORS.has(bytes[at] ?? 0)) return at + random.below(2);
  }
  return Math.min(at, bytes.length);
}

const nextSeam = (bytes: Uint8Array, from: number): number => {
  let at = from;
  while (at < bytes.length && !SEPARATORS.has(bytes[at] ?? 0)) at += 1;
  return at;
};

/** A token instead of a value; half the time in exactly its place, so that lengths around it stay true. */
export const sipTokens: Mutator = {
  id: 'sip-tokens',
  apply(bytes, random) {
    const at = seam(bytes, random);
    const token = random.pick(TOKENS);
    if (random.chance(0.5)) {
      const copy = bytes.slice();
      copy.set(token.subarray(0, Math.max(0, copy.length - at)), at);
      return copy;
    }
    return concat([bytes.subarray(0, at), token, bytes.subarray(nextSeam(bytes, at))]);
  },
};

/** Two lines change places, or one comes twice or not at all, without a change in length where that is possible. */
export const sipLines: Mutator = {
  id: 'sip-lines',
  apply(bytes, random) {
    const first = lineAt(bytes, random.below(bytes.length));
    const second = lineAt(bytes, random.below(bytes.length));
    const [a, b] = first.start < second.start ? [first, second] : [second, first];
    if (a.end > b.start) return bytes.slice();
    const parts = [bytes.subarray(a.start, a.end), bytes.subarray(b.start, b.end)] as const;
    const [x, y] = random.pick([
      [parts[1], parts[0]],
      [parts[0], parts[0]],
      [parts[1], parts[1]],
      [parts[1], new Uint8Array()],
    ] as const);
    return concat([
      bytes.subarray(0, a.start),
      x,
      bytes.subarray(a.end, b.start),
      y,
      bytes.subarray(b.end),
    ]);
  },
};

function lineAt(bytes: Uint8Array, at: number): { start: number; end: number } {
  let [start, end] = [at, at];
  while (start > 0 && at - start < 500 && bytes[start - 1] !== LF) start -= 1;
  while (end < bytes.length && end - at < 500 && bytes[end] !== CR && bytes[end] !== LF) end += 1;
  return { start, end };
}
