import { describe, expect, it } from 'vitest';
import { REQUEST, REQUEST_READ, RESPONSE, RESPONSE_READ } from '../messages.ts';
import { readLog } from '../read-log.ts';

describe('snom', () => {
  it.each([1, 1 << 20])('reads the day in front of the month, step %d', (step) => {
    const log = `Sent to udp:198.51.100.2:5070 at 5/3/2026 10:15:42:417 (301 bytes):

${REQUEST}
Received from tls:198.51.100.2:5071 at 5/3/2026 10:15:42:500 (213 bytes):

${RESPONSE}
`;
    const { messages, source } = readLog(log, { step });
    expect(messages).toMatchObject([
      {
        ...REQUEST_READ,
        line: 3,
        time: '2026-03-05T10:15:42.417Z',
        from: '192.0.2.1:5080',
        to: '198.51.100.2:5070',
        inferred: 1,
        transport: 'udp',
      },
      {
        ...RESPONSE_READ,
        time: '2026-03-05T10:15:42.500Z',
        from: '198.51.100.2:5071',
        to: '192.0.2.1:5080',
        inferred: 2,
        transport: 'tls',
      },
    ]);
    expect(source.dialect).toBe('snom');
  });

  it('takes an upload for no envelope', () => {
    const log = `Sent to http:198.51.100.2:80 at 5/3/2026 10:15:42:417 (301 bytes):\n\n${RESPONSE}`;
    expect(readLog(log).source.dialect).toBe('plain-concatenated');
  });
});
