/** Invariants of everything that reads bytes from the wire: never throws, stays in bounds, takes linear time. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { allFields, fieldValues } from '../../src/sip/field.ts';
import type { Message } from '../../src/sip/message.ts';
import { readMessage } from '../../src/sip/read.ts';
import { judgeField } from '../../src/sip/strict.ts';
import { loadGrammar, syntaxFaults } from '../../src/sip/syntax.ts';
import { VALUE_PARSERS } from './value-parsers.ts';

beforeAll(loadGrammar);

const INVITE = [
  'INVITE sip:b@example.com;user=phone SIP/2.0',
  'Via: SIP/2.0/UDP 192.0.2.1:5060;rport;branch=z9hG4bKa, SIP/2.0/TCP h',
  'Record-Route: <sip:p.example.com;lr>',
  'Max-Forwards: 70',
  'From: "A \\"B\\" C" <sip:a@example.com>;tag=1',
  'To: sip:b@example.com',
  'Call-ID: 1@example.com',
  'CSeq: 1 INVITE',
  'Contact: <sip:a@192.0.2.1>;+sip.instance="<urn:uuid:1>", <tel:+84901>',
  'Reason: Q.850;cause=16;text="x"',
  'Date: Sat, 13 Nov 2010 23:29:00 GMT',
  'WWW-Authenticate: Digest realm="r", nonce="n"',
  'Content-Type: application/sdp',
  'Content-Length: 5',
  '',
  'v=0\r\n',
].join('\r\n');

/** Everything that can be asked of a message. */
function askAll(message: Message): void {
  void [message.startLine, message.phrase, message.requestUri, message.body, message.text];
  void [message.branch, message.sentBy, message.fromTag, message.toTag];
  allFields(message);
  fieldValues(message, 'Contact');
  syntaxFaults(message);
}

function read(bytes: Uint8Array): void {
  const message = readMessage(bytes, 0, bytes.length);
  if (message === null) return;
  expect(message.end).toBeLessThanOrEqual(bytes.length);
  expect(message.bodyStart).toBeLessThanOrEqual(message.end);
  expect(message.headersEnd).toBeLessThanOrEqual(message.bodyStart);
  askAll(message);
}

/** A place in the message and what is put there. */
const edit = fc.record({
  at: fc.nat(INVITE.length),
  remove: fc.nat(12),
  insert: fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.constantFrom(
      '"',
      '<',
      '>',
      '\\',
      ';',
      ',',
      '\r\n',
      '\n ',
      '\r',
      '\0',
      '=',
      ' ',
      '%',
      '@',
      '[',
    ),
  ),
});

describe('never throws', () => {
  it('on any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), read), { numRuns: 500 });
  });

  it('on any bytes behind a start line', () => {
    const start = new TextEncoder().encode('SIP/2.0 200 OK\r\nVia: ');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (tail) => {
        read(Uint8Array.from([...start, ...tail]));
      }),
      { numRuns: 150 },
    );
  });

  it('on a message with some places damaged', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        let text = INVITE;
        for (const { at, remove, insert } of edits) {
          text = text.slice(0, at) + insert + text.slice(at + remove);
        }
        read(new TextEncoder().encode(text));
      }),
      { numRuns: 150 },
    );
  });

  it.each(VALUE_PARSERS)('$name', ({ parse }) => {
    const pieces = fc.constantFrom(
      ...'" < > ; , = \\ \t : @ [ ] ? % * / 0 a Z ('.split(' '),
      ' ',
      '\n',
      'sip:',
      'tag=',
      'SIP/2.0/UDP ',
      'ü',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (value) => void parse(value)),
      { numRuns: 300 },
    );
  });
});

/** ms; far above what these sizes take even on a busy machine, and far below what a quadratic reader would take. */
const LIMIT = 3000;

describe('takes linear time', () => {
  const PIECES = [
    '"',
    '<',
    '>',
    ';',
    ',',
    '\\',
    ' ',
    ';a="b',
    '<sip:',
    'a@',
    'SIP/2.0/UDP ',
    '%41',
    ':',
    '(',
    'a=b,',
    '1 ',
  ];
  const SIZE = 1 << 20;

  it.each(VALUE_PARSERS)('$name', ({ parse }) => {
    for (const piece of PIECES) within(LIMIT, () => parse(piece.repeat(SIZE / piece.length)));
  });

  it('the message reader and the syntax check', () => {
    for (const piece of [
      ...PIECES,
      '\r\n ',
      'a:b\r\n',
      'a\r\n',
      'Via: ,\r\n',
      'To: "\r\n',
      '\r',
      '\n',
    ]) {
      const text = `INVITE sip:a@b SIP/2.0\r\nTo: ${piece.repeat(SIZE / 4 / piece.length)}`;
      const bytes = new TextEncoder().encode(text);
      within(LIMIT, () => read(bytes));
    }
  });

  it('the judge', () => {
    for (const name of ['From', 'Contact', 'Via', 'Reason', 'Request-URI', 'Call-ID']) {
      for (const piece of PIECES)
        within(LIMIT, () => judgeField(name, piece.repeat(8000 / piece.length)));
    }
  });
});

function within(milliseconds: number, work: () => unknown): void {
  const start = performance.now();
  work();
  expect(performance.now() - start).toBeLessThan(milliseconds);
}
