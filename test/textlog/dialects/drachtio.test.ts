import { describe, expect, it } from 'vitest';
import { REQUEST, REQUEST_READ, RESPONSE, RESPONSE_READ } from '../messages.ts';
import { readLog } from '../read-log.ts';

describe('drachtio', () => {
  it.each([1, 1 << 20])('reads the stamp with its date in front of the record, step %d', (step) => {
    const log = `2026-03-01 23:59:59.900120 send 301 bytes to udp/[198.51.100.2]:5070 at 23:59:59.900000:
${REQUEST}
2026-03-02 00:00:00.100120 recv 213 bytes from udp/[198.51.100.2]:5070 at 00:00:00.100000:
${RESPONSE}
2026-03-02 00:00:00.100250 nta: received 200 OK for OPTIONS (1)
`;
    const { messages, source } = readLog(log, { step });
    expect(messages).toMatchObject([
      {
        ...REQUEST_READ,
        line: 2,
        time: '2026-03-01T23:59:59.900Z',
        from: '192.0.2.1:5080',
        to: '198.51.100.2:5070',
        inferred: 1,
        transport: 'udp',
      },
      {
        ...RESPONSE_READ,
        time: '2026-03-02T00:00:00.100Z',
        from: '198.51.100.2:5070',
        to: '192.0.2.1:5080',
        inferred: 2,
      },
    ]);
    expect(source).toMatchObject({ dialect: 'drachtio' });
    expect(source.assumed).not.toContain('no-date');
  });

  it('reads the older stamp: a counter, the name of the month', () => {
    const log = `00001b65|2026-Mar-01 10:15:42.417383| recv 213 bytes from tls/[2001:db8::2]:5061 at 10:15:42.417114:\n${RESPONSE}`;
    expect(readLog(log).messages).toMatchObject([
      {
        ...RESPONSE_READ,
        time: '2026-03-01T10:15:42.417Z',
        from: '2001:db8::2:5061',
        transport: 'tls',
      },
    ]);
  });

  it.each([
    ['10:15:42.417114', '.417'],
    // Another zone than the server's own stamp.
    ['09:15:42.417114', '.000'],
  ])('reads numbered records, whose stamp has no fraction, at %s', (second, fraction) => {
    const log = `6997: <2026-03-01 10:15:42> recv 213 bytes from udp/[198.51.100.2]:5070 at ${second}:\n${RESPONSE}\n6998: <2026-03-01 10:15:43> processRequest\n`;
    const { messages, source } = readLog(log);
    expect(messages).toMatchObject([
      { ...RESPONSE_READ, time: `2026-03-01T10:15:42${fraction}Z`, from: '198.51.100.2:5070' },
    ]);
    expect(source.dialect).toBe('drachtio');
  });

  it('leaves a record of FreeSWITCH behind syslog to FreeSWITCH', () => {
    const log = `2026-03-01T10:15:42.417383+00:00 pbx1 freeswitch[812]: recv 213 bytes from udp/[198.51.100.2]:5070 at 10:15:42.417114:\n${RESPONSE}`;
    expect(readLog(log).source.dialect).toBe('freeswitch');
  });
});
