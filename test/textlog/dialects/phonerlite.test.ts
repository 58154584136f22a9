import { describe, expect, it } from 'vitest';
import { REQUEST, REQUEST_READ, RESPONSE, RESPONSE_READ } from '../messages.ts';
import { readLog } from '../read-log.ts';

describe('phonerlite', () => {
  it.each([1, 1 << 20])('reads T and R, step %d', (step) => {
    const log = `10:15:42,417: T: 198.51.100.2:5070 (UDP)
${REQUEST}
10:15:42,500: R: 198.51.100.2:5070 (TLS)
${RESPONSE}
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
    expect(source.dialect).toBe('phonerlite');
  });

  it('takes another letter for no envelope', () => {
    const log = `10:15:42,417: S: 198.51.100.2:5070 (UDP)\n${RESPONSE}`;
    expect(readLog(log).source.dialect).toBe('plain-concatenated');
  });
});
