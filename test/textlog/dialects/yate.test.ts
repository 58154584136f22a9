import { describe, expect, it } from 'vitest';
import { REQUEST, REQUEST_READ, RESPONSE, RESPONSE_READ } from '../messages.ts';
import { readLog } from '../read-log.ts';

describe('yate', () => {
  it.each([1, 1 << 20])('reads both ways of today, step %d', (step) => {
    const log = `20260301101542.417383 <sip:INFO> 'udp:192.0.2.1:5080' sending 301 bytes 'OPTIONS sip:gw@198.51.100.2' 0x7fd7 to 198.51.100.2:5070 [0xfc43]
-----
${REQUEST}-----
20260301101542.500000 <sip:INFO> 'udp:192.0.2.1:5080' received 213 bytes SIP message from 198.51.100.2:5070 [0xfc43]
-----
${RESPONSE}-----
`;
    const { messages, source, unread } = readLog(log, { step });
    expect(messages).toMatchObject([
      {
        ...REQUEST_READ,
        line: 3,
        time: '2026-03-01T10:15:42.417Z',
        from: '192.0.2.1:5080',
        to: '198.51.100.2:5070',
        inferred: 0,
        transport: 'udp',
      },
      {
        ...RESPONSE_READ,
        time: '2026-03-01T10:15:42.500Z',
        from: '198.51.100.2:5070',
        to: '192.0.2.1:5080',
        inferred: 0,
      },
    ]);
    expect(source).toMatchObject({ dialect: 'yate', assumed: ['no-zone'] });
    expect(unread).toEqual({});
  });

  it('reads a connection, whose name has both ends', () => {
    const log = `2026-03-01_10:15:42.500000 <sip:INFO> 'tcp:192.0.2.1:5080-[2001:db8::2]:40100' received 213 bytes SIP message [0xfc43]\n-----\n${RESPONSE}-----\n`;
    expect(readLog(log).messages).toMatchObject([
      { from: '2001:db8::2:40100', to: '192.0.2.1:5080', inferred: 0, transport: 'tcp' },
    ]);
  });

  it('reads the older form, bound to any address: the own end is inferred', () => {
    const log = `2026-03-01_10:15:42.500000 <sip:INFO> 'udp:0.0.0.0:5060' sending code 200 0x7fd7c40008c0 to 192.0.2.1:5080 [0xfc43]\n------\n${RESPONSE}------\n`;
    const { messages } = readLog(log);
    expect(messages).toMatchObject([{ ...RESPONSE_READ, to: '192.0.2.1:5080' }]);
    expect(messages[0]?.from).not.toContain('0.0.0.0');
  });

  it('takes other rows of the engine for no envelope', () => {
    const log = `'udp:192.0.2.1:5080' received 213 bytes of something from 198.51.100.2:5070\n-----\n${RESPONSE}-----\n`;
    expect(readLog(log).source.dialect).toBe('plain-concatenated');
  });
});
