import { describe, expect, it } from 'vitest';
import { BODY, INVITE, OK, read } from './call.ts';

const wire = (rows: readonly string[]): string => rows.map((row) => `${row}\r\n`).join('');
const FIRST = {
  create_date: '2026-03-01T10:00:09.000Z',
  data_header: { protocol: 'SIP' },
  protocol_header: {
    captureId: 2001,
    dstIp: '198.51.100.2',
    dstPort: 5060,
    protocol: 17,
    srcIp: '192.0.2.1',
    srcPort: 5070,
    timeSeconds: 1772359200,
    timeUseconds: 1234,
  },
  raw: wire(INVITE),
};
/** As the search gives it: one level, in the order of the alphabet. */
const SECOND = {
  create_date: 1772359200456,
  dstIp: '2001:db8::1',
  dstPort: 5071,
  protocol: 6,
  raw: wire(OK),
  srcIp: '2001:db8::2',
  srcPort: 5061,
};
const EXPECTED = [
  {
    line: 1,
    time: '2026-03-01T10:00:00.001Z',
    from: '192.0.2.1:5070',
    to: '198.51.100.2:5060',
    inferred: 0,
    transport: 'udp',
    body: BODY,
  },
  {
    time: '2026-03-01T10:00:00.456Z',
    from: '2001:db8::2:5061',
    to: '2001:db8::1:5071',
    inferred: 0,
    transport: 'tcp',
  },
];

describe('homer-json', () => {
  it.each([
    ['one row each', [JSON.stringify(FIRST), JSON.stringify(SECOND)]],
    ['an array in a row', [JSON.stringify({ data: [FIRST, SECOND], total: 2 })]],
    [
      'in docker',
      [FIRST, SECOND].map((row) => `{"log":${JSON.stringify(`${JSON.stringify(row)}\n`)}}`),
    ],
  ])('reads rows of the table: %s', (_, rows) => {
    const { messages, source } = read(rows);
    expect(messages).toMatchObject(EXPECTED);
    expect(messages).toHaveLength(2);
    expect(source.dialect).toBe('homer-json');
  });

  it('reads a row that is cut in front or within the message', () => {
    const text = JSON.stringify([SECOND, FIRST, SECOND]);
    const { messages } = read([text.slice(text.indexOf(',"raw"') + 20, -100)]);
    expect(messages).toMatchObject([{ from: '192.0.2.1:5070' }, { to: '2001:db8::1:5071' }]);
  });

  it('takes a record without a message for none', () => {
    const { messages } = read([
      JSON.stringify({ ...FIRST, raw: 'not SIP/2.0' }),
      JSON.stringify({ raw: null, note: 'SIP/2.0 200 OK' }),
    ]);
    expect(messages).toEqual([]);
  });

  it('follows objects to a depth, and no deeper', () => {
    const deep = '{"a":'.repeat(500);
    expect(read([`${deep}${JSON.stringify(FIRST)}`]).messages).toEqual([]);
  });
});
