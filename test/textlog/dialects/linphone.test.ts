import { describe, expect, it } from 'vitest';
import { REQUEST, REQUEST_READ, RESPONSE, RESPONSE_READ, prefixed } from '../messages.ts';
import { readLog } from '../read-log.ts';

const SENT = 'channel [0x55d1]: message sent to [UDP://198.51.100.2:5070], size: [301] bytes';
const RECEIVED = 'channel [0x55d1]: received [213] new bytes from [UDP://198.51.100.2:5070]:';

describe('linphone', () => {
  it.each([1, 1 << 20])('reads both ways, step %d', (step) => {
    const stamp = (ms: number): string => `2026-03-01 10:15:42:${ms} belle-sip-message-`;
    const log = `${stamp(417)}${SENT}
${REQUEST}
${stamp(500)}${RECEIVED}
${RESPONSE}
${stamp(501)}Changing [client] [OPTIONS] transaction [0x55d2], from state [TRYING] to [COMPLETED]
`;
    const { messages, source } = readLog(log, { step });
    expect(messages).toMatchObject([
      {
        ...REQUEST_READ,
        line: 2,
        time: '2026-03-01T10:15:42.417Z',
        from: '192.0.2.1:5080',
        to: '198.51.100.2:5070',
        inferred: 1,
        transport: 'udp',
      },
      {
        ...RESPONSE_READ,
        time: '2026-03-01T10:15:42.500Z',
        from: '198.51.100.2:5070',
        to: '192.0.2.1:5080',
        inferred: 2,
      },
    ]);
    expect(source.dialect).toBe('linphone');
  });

  it('reads os_log: a stamp with its zone in front of each row, and no empty rows', () => {
    const stamp = '2026-03-01 15:45:42.417000+0530 app[812:9] [Message] ';
    const log = `${stamp}${SENT}\n${prefixed(REQUEST.replace('\n\n', '\n'), `${stamp}\t`)}`;
    expect(readLog(log).messages).toMatchObject([
      { ...REQUEST_READ, time: '2026-03-01T10:15:42.417Z', to: '198.51.100.2:5070' },
    ]);
  });

  it('reads two messages out of one read, and a peer mapped into IPv6', () => {
    const row = RECEIVED.replace('198.51.100.2', '::ffff:198.51.100.2').replace('UDP', 'TCP');
    const { messages } = readLog(`message: ${row}\n${RESPONSE}${REQUEST}`);
    const read = { from: '198.51.100.2:5070', transport: 'tcp' };
    expect(messages).toMatchObject([
      { ...RESPONSE_READ, ...read },
      { ...REQUEST_READ, ...read },
    ]);
  });

  it('takes what was not sent for no envelope', () => {
    const row = SENT.replace('message sent', 'message silently discarded');
    expect(readLog(`${row}\n${REQUEST}`).source.dialect).toBe('plain-concatenated');
    expect(readLog(`${RECEIVED}\n\n2026-03-01 10:15:42:501 keep-alive\n`).messages).toEqual([]);
  });

  it('is known by its other rows when there is no message', () => {
    const { messages, source } = readLog('2026-03-01 10:15:42:501 belle-sip-message-Refreshing\n');
    expect(messages).toEqual([]);
    expect(source.dialect).toBe('linphone');
  });
});
