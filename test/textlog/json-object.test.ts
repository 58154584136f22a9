/** JSON that a person or a tool has printed over many rows. */
import { describe, expect, it } from 'vitest';
import { BODY, INVITE, OK, read } from './dialects/call.ts';

const wire = (rows: readonly string[]): string => rows.map((row) => `${row}\r\n`).join('');
const RECORDS = [
  {
    protocol_header: {
      srcIp: '192.0.2.1',
      srcPort: 5070,
      dstIp: '198.51.100.2',
      dstPort: 5060,
      protocol: 17,
      timeSeconds: 1772359200,
      timeUseconds: 1234,
    },
    raw: wire(INVITE),
    tags: ['a', 'b'],
  },
  {
    raw: wire(OK),
    srcIp: '198.51.100.2',
    srcPort: 5060,
    dstIp: '192.0.2.1',
    dstPort: 5070,
    protocol: 17,
    create_date: 1772359200456,
  },
];
const EXPECTED = [
  {
    time: '2026-03-01T10:00:00.001Z',
    from: '192.0.2.1:5070',
    to: '198.51.100.2:5060',
    inferred: 0,
    transport: 'udp',
    body: BODY,
  },
  {
    time: '2026-03-01T10:00:00.456Z',
    from: '198.51.100.2:5060',
    to: '192.0.2.1:5070',
    inferred: 0,
    startLine: 'SIP/2.0 200 OK',
  },
];
const rowsOf = (value: unknown, indent: number | string): string[] =>
  JSON.stringify(value, null, indent).split('\n');

describe('a JSON object over many rows', () => {
  it.each([
    ['an array', rowsOf(RECORDS, 2)],
    ['an array in an object', rowsOf({ total: 2, data: RECORDS, keys: {} }, 4)],
    ['objects one behind the other', RECORDS.flatMap((record) => rowsOf(record, '\t'))],
  ])('says of its message what a row of JSON says: %s', (_, rows) => {
    const { messages, unread } = read(rows);
    expect(messages).toMatchObject(EXPECTED);
    expect(messages).toHaveLength(2);
    expect(rows[(messages[0]?.line ?? 0) - 1]).toContain('"raw": "INVITE');
    // Brackets between the records.
    expect(unread['text-not-sip'] ?? 0).toBeLessThan(10);
  });

  it('is read as journalctl prints it', () => {
    const { messages, source } = read([
      '{',
      '\t"__REALTIME_TIMESTAMP" : "1772359200001234",',
      `\t"MESSAGE" : ${JSON.stringify(`<--- Received SIP response (254 bytes) from UDP:192.0.2.1:5070 --->\n${wire(OK)}`)},`,
      '\t"_PID" : "812"',
      '}',
    ]);
    expect(messages).toMatchObject([{ time: '2026-03-01T10:00:00.001Z', from: '192.0.2.1:5070' }]);
    expect(source.dialect).toBe('asterisk-pjsip');
  });

  it('stays what it is in the body of a message', () => {
    const body = rowsOf({ event: 'x', SIP: { a: 1 } }, 2);
    const length = body.join('\r\n').length + 2;
    const header = INVITE.slice(0, 8);
    const { messages } = read([
      ...header,
      'Content-Type: application/json',
      `Content-Length: ${length}`,
      '',
      ...body,
      ...OK,
    ]);
    expect(messages).toMatchObject([{ body: `${body.join('\r\n')}\r\n` }, {}]);
  });

  it('that holds no message is counted row by row', () => {
    const rows = rowsOf({ a: 1, b: ['c'], d: { e: 2 } }, 2);
    const { unread, lines } = read([...OK, ...rows]);
    expect(lines).toBe(OK.length + rows.length);
    expect(unread).toEqual({ 'text-not-sip': rows.length });
  });

  it('that never ends loses no message behind it', () => {
    const { messages } = read(['  "a": 1,', '  "b": "SIP",', '', ...INVITE, ...OK]);
    expect(messages).toHaveLength(2);
  });
});
