import { describe, expect, it } from 'vitest';
import { REQUEST, REQUEST_READ, RESPONSE, RESPONSE_READ, prefixed } from '../messages.ts';
import { readLog } from '../read-log.ts';

const TX =
  'pjsua_core.c  ....TX 301 bytes Request msg OPTIONS/cseq=1 (tdta0x7f1a) to UDP 198.51.100.2:5070:';
const RX =
  'pjsua_core.c  .RX 213 bytes Response msg 200/OPTIONS/cseq=1 (rdata0x7f1b) from TLS 198.51.100.2:5070:';

describe('pjsip', () => {
  it.each([1, 1 << 20])('reads both ways, step %d', (step) => {
    const log = `10:15:42.417           ${TX}
${REQUEST}
--end msg--
10:15:42.500           ${RX}
${RESPONSE}
--end msg--
10:15:42.501            pjsua_acc.c  .Acc 0: gone
`;
    const { messages, source } = readLog(log, { step });
    expect(messages).toMatchObject([
      {
        ...REQUEST_READ,
        line: 2,
        time: '1970-01-01T10:15:42.417Z',
        from: '192.0.2.1:5080',
        to: '198.51.100.2:5070',
        inferred: 1,
        transport: 'udp',
      },
      {
        ...RESPONSE_READ,
        time: '1970-01-01T10:15:42.500Z',
        from: '198.51.100.2:5070',
        to: '192.0.2.1:5080',
        inferred: 2,
        transport: 'tls',
      },
    ]);
    expect(source.dialect).toBe('pjsip');
    expect(source.assumed).toEqual(expect.arrayContaining(['no-date', 'no-zone']));
  });

  it('reads what an app prints in front of every row, and old rows without a transport', () => {
    const log = `D 2026-03-01 10:15:42.417 ${TX.replace('to UDP ', 'to ')}\n${prefixed(`${REQUEST}--end msg--\n`, 'D ')}`;
    expect(readLog(log).messages).toMatchObject([
      { ...REQUEST_READ, time: '2026-03-01T10:15:42.417Z', to: '198.51.100.2:5070' },
    ]);
  });

  it('says that a message without its end was cut', () => {
    const { messages, unread } = readLog(`10:15:42.417 ${TX}\n${REQUEST.slice(0, -8)}`);
    expect(messages).toMatchObject([{ startLine: REQUEST_READ.startLine, body: 'v=0\r\n' }]);
    expect(unread).toEqual({ 'text-message-cut': 1 });
  });

  it('takes no row about a message for one', () => {
    const log = `10:15:42.417  sip_endpoint.c  Processing incoming message: Response msg 200/OPTIONS/cseq=1 (rdata0x7f1b)
10:15:42.418  pjsua_core.c  .RX 4 bytes Response msg
`;
    expect(readLog(log + RESPONSE).source.dialect).toBe('plain-concatenated');
  });
});
