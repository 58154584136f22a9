import { describe, expect, it } from 'vitest';
import { REQUEST, REQUEST_READ, RESPONSE, RESPONSE_READ } from '../messages.ts';
import { readLog } from '../read-log.ts';

describe('sipsorcery', () => {
  it.each([1, 1 << 20])('reads both ends and the transport, step %d', (step) => {
    const log = `[10:15:42 DBG] Request sent: udp:192.0.2.1:5080->udp:198.51.100.2:5070
${REQUEST}
Response received: tls:[2001:db8::1]:40100<-tls:[2001:db8::2]:5061
${RESPONSE}
`;
    const { messages, source } = readLog(log, { step });
    expect(messages).toMatchObject([
      {
        ...REQUEST_READ,
        line: 2,
        time: '1970-01-01T10:15:42.000Z',
        from: '192.0.2.1:5080',
        to: '198.51.100.2:5070',
        inferred: 0,
        transport: 'udp',
      },
      {
        ...RESPONSE_READ,
        time: '',
        from: '2001:db8::2:5061',
        to: '2001:db8::1:40100',
        inferred: 0,
        transport: 'tls',
      },
    ]);
    expect(source.dialect).toBe('sipsorcery');
  });

  it('takes other sentences for no envelope', () => {
    const log = `Response received: tls handshake done\nRequest sent: 3 times\n${RESPONSE}`;
    expect(readLog(log).source.dialect).toBe('plain-concatenated');
  });
});
