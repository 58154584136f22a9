/** Parser cases as documents (cases/*.md), each replayed cut at every byte. */
import { beforeAll, describe, expect, it } from 'vitest';
import { LENIENCY } from '../../src/sip/leniency.ts';
import type { Message } from '../../src/sip/message.ts';
import { readMessage } from '../../src/sip/read.ts';
import { loadGrammar, syntaxFaults } from '../../src/sip/syntax.ts';
import { readCases, type ParserCase } from './cases/case.ts';
import { describeFaults, describeMessage } from './cases/describe-message.ts';

beforeAll(loadGrammar);

for (const { document, cases } of readCases()) {
  describe(document, () => {
    it.each(cases)('$name', (one) => {
      const message = readMessage(one.bytes, 0, one.bytes.length);
      if (message !== null && one.packet) message.ttl = 64;
      const actual = describeMessage(message);
      if (message !== null) actual.set('faults', describeFaults(message));
      // Flags and faults that a case does not name must not be there.
      const silent = message === null ? [] : ['flags', 'faults'].map((key) => [key, ''] as const);
      const expected = new Map([...silent, ...one.expected]);
      const compared = new Map([...expected.keys()].map((key) => [key, actual.get(key)]));
      expect(Object.fromEntries(compared)).toEqual(Object.fromEntries(expected));
    });

    it.each(cases)('$name, cut at every byte', (one) => {
      for (let length = 0; length < one.bytes.length; length += 1) cutAt(one, length);
    });

    it.each(cases)('$name, somewhere in a larger buffer', ({ bytes }) => {
      const wide = new Uint8Array(bytes.length + 40).fill(0x31);
      wide.set(bytes, 20);
      const there = readMessage(wide, 20, 20 + bytes.length);
      const here = readMessage(bytes, 0, bytes.length);
      expect(describeMessage(there)).toEqual(describeMessage(here));
    });
  });
}

/** A cut message is read from its own bytes alone, stays within them and says that it is cut. */
function cutAt({ bytes }: ParserCase, length: number): void {
  const message = readMessage(bytes, 0, length);
  expect(describeMessage(message)).toEqual(
    describeMessage(readMessage(bytes.slice(0, length), 0, length)),
  );
  if (message === null) return;
  inBounds(message, length);
  const whole = readMessage(bytes, 0, bytes.length);
  if (whole === null) return;
  const headersCut = length < whole.bodyStart;
  expect((message.leniency & LENIENCY.noEmptyLine) !== 0).toBe(
    headersCut || (whole.leniency & LENIENCY.noEmptyLine) !== 0,
  );
  if (!headersCut && whole.contentLength > 0) {
    const short = length - whole.bodyStart < whole.contentLength;
    expect((message.leniency & LENIENCY.bodyTooShort) !== 0).toBe(short);
  }
  // The judge is slow under the test runner; every fifth cut shows as much.
  if (length % 5 === 0) syntaxFaults(message);
}

function inBounds(message: Message, length: number): void {
  const marks = [
    0,
    message.start,
    message.lineEnd,
    message.headersEnd,
    message.bodyStart,
    message.end,
  ];
  expect(marks.every((mark, at) => at === 0 || mark >= (marks[at - 1] as number))).toBe(true);
  expect(message.end).toBeLessThanOrEqual(length);
  for (const end of [message.branchEnd, message.sentByEnd, message.fromTagEnd, message.toTagEnd]) {
    expect(end).toBeLessThanOrEqual(length);
  }
}
