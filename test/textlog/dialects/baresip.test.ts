import { describe, expect, it } from 'vitest';
import { REQUEST, REQUEST_READ, RESPONSE, RESPONSE_READ } from '../messages.ts';
import { readLog } from '../read-log.ts';

describe('baresip', () => {
  it.each([1, 1 << 20])('reads time, transport and both ends, step %d', (step) => {
    const log = `\u001b[36;1m10:15:42.417#
UDP 192.0.2.1:5080 -> 198.51.100.2:5070
${REQUEST}\u001b[;m
ua: event (OPTIONS)
\u001b[36;1m10:15:42.500#
TLS [2001:db8::2]:5061 -> [2001:db8::1]:40100
${RESPONSE}\u001b[;m
call: none
`;
    const { messages, source } = readLog(log, { step });
    expect(messages).toMatchObject([
      {
        ...REQUEST_READ,
        line: 3,
        time: '1970-01-01T10:15:42.417Z',
        from: '192.0.2.1:5080',
        to: '198.51.100.2:5070',
        inferred: 0,
        transport: 'udp',
      },
      {
        ...RESPONSE_READ,
        time: '1970-01-01T10:15:42.500Z',
        from: '2001:db8::2:5061',
        to: '2001:db8::1:40100',
        inferred: 0,
        transport: 'tls',
      },
    ]);
    expect(source.dialect).toBe('baresip');
  });

  it('prefers its own stamp to that of syslog', () => {
    const log = ['10:15:42.417#', 'UDP 192.0.2.1:5080 -> 198.51.100.2:5070', ...REQUEST.split('\n')]
      .map((row) => `2026-03-01T10:15:43+00:00 host baresip[44]: ${row}\n`)
      .join('');
    expect(readLog(log).messages).toMatchObject([
      { ...REQUEST_READ, time: '2026-03-01T10:15:42.417Z', from: '192.0.2.1:5080' },
    ]);
  });

  it('infers the own end when baresip could not tell it', () => {
    const log = `#\nUDP 0.0.0.0:0 -> 198.51.100.2:5070\n${REQUEST}`;
    expect(readLog(log).messages).toMatchObject([
      { from: '192.0.2.1:5080', to: '198.51.100.2:5070', inferred: 1, time: '' },
    ]);
  });

  it('keeps a message that is cut behind its first field', () => {
    const log = `#\nUDP 192.0.2.1:5080 -> 198.51.100.2:5070\n${REQUEST.slice(0, 80)}`;
    const { messages, unread } = readLog(log);
    expect(messages).toMatchObject([
      { startLine: REQUEST_READ.startLine, to: '198.51.100.2:5070' },
    ]);
    expect(unread['text-message-cut']).toBe(1);
  });

  it("takes no firewall's row and no row of IP Office for its own", () => {
    const firewall = 'allow UDP 192.0.2.1:5080 -> 198.51.100.2:5070 out\n';
    expect(readLog(firewall + REQUEST).source.dialect).toBe('plain-concatenated');
    const office = '3309492437mS SIP Rx: TCP 192.0.2.1:5080 -> 198.51.100.2:5070\n';
    expect(readLog(office + REQUEST).source.dialect).not.toBe('baresip');
  });
});
