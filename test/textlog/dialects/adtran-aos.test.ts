import { describe, expect, it } from 'vitest';
import { BODY, INVITE, INVITE_LINE, OK, read } from './call.ts';

/** The clock goes on from row to row. */
const printed = (from: number, rows: readonly string[]) =>
  rows.map(
    (one, index) => `10:00:00.${from + index} SIP.STACK MSG ${one === '' ? '' : `    ${one}`}`,
  );

describe('adtran-aos', () => {
  it('reads rows with a stamp each, and the envelope above them', () => {
    const { messages, source, unread } = read([
      '10:00:00.123 SIP.STACK MSG Rx: UDP src=192.0.2.1:5070 dst=198.51.100.2:5060',
      '',
      ...printed(124, INVITE),
      '10:00:00.456 SIP.STACK MSG Tx: UDP src=198.51.100.2:5060 dst=192.0.2.1:5070',
      '',
      ...printed(457, OK),
    ]);
    expect(messages).toMatchObject([
      {
        line: 3,
        time: '1970-01-01T10:00:00.123Z',
        from: '192.0.2.1:5070',
        to: '198.51.100.2:5060',
        inferred: 0,
        transport: 'udp',
        startLine: INVITE_LINE,
        body: BODY,
      },
      {
        time: '1970-01-01T10:00:00.456Z',
        from: '198.51.100.2:5060',
        to: '192.0.2.1:5070',
        inferred: 0,
      },
    ]);
    expect(messages).toHaveLength(2);
    expect(source.dialect).toBe('adtran-aos');
    expect(unread['text-message-cut']).toBeUndefined();
  });

  it('takes the row of a firewall for no envelope', () => {
    const { source } = read([
      '10:00:00.123 FIREWALL MSG: UDP src=192.0.2.1:5070 dst=198.51.100.2:5060',
      ...OK,
    ]);
    expect(source.dialect).toBe('plain-concatenated');
  });
});
