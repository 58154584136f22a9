import { describe, expect, it } from 'vitest';
import { BODY, INVITE, OK, read } from './call.ts';

const indented = (rows: readonly string[]) => rows.map((one) => `${' '.repeat(20)}${one}`);

describe('avaya-ipoffice-monitor', () => {
  it('reads indented messages with both ends and a clock that counts from the start', () => {
    const { messages, source, unread } = read([
      '86400123mS SIP Rx: TCP 192.0.2.1:5070 -> 198.51.100.2:5060',
      ...indented(INVITE),
      '86400200mS CMCallEvt:    0000000000000000 0.1.0 -1 BaseEP: NEW CMEndpoint',
      '86400456mS SIP Tx: TCP 198.51.100.2:5060 -> 192.0.2.1:5070',
      ...indented(OK),
    ]);
    expect(messages).toMatchObject([
      {
        line: 2,
        time: '1970-01-02T00:00:00.123Z',
        from: '192.0.2.1:5070',
        to: '198.51.100.2:5060',
        inferred: 0,
        transport: 'tcp',
        body: BODY,
      },
      {
        time: '1970-01-02T00:00:00.456Z',
        from: '198.51.100.2:5060',
        to: '192.0.2.1:5070',
        inferred: 0,
      },
    ]);
    expect(messages).toHaveLength(2);
    expect(source).toEqual({ dialect: 'avaya-ipoffice-monitor', assumed: ['uptime'] });
    expect(unread['text-message-cut']).toBeUndefined();
  });

  it('takes an event about SIP for no envelope', () => {
    const { messages, source } = read([
      '86400200mS SIP Call: SIP/2.0 over TCP 192.0.2.1:5070 to 198.51.100.2:5060',
    ]);
    expect(messages).toEqual([]);
    expect(source.dialect).toBeUndefined();
  });
});
