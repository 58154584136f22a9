import { describe, expect, it } from 'vitest';
import { REQUEST, REQUEST_READ, RESPONSE, RESPONSE_READ } from '../messages.ts';
import { readLog } from '../read-log.ts';

const DASHES = '-'.repeat(23);

describe('sip-viewer-text', () => {
  it.each([1, 1 << 20])('reads stamp and both ends, step %d', (step) => {
    const log = `${DASHES}
[2026/03/01 10:15:42.417] OUT 192.0.2.1:5080 --> 198.51.100.2:5070

${REQUEST}
${DASHES}
[2026/03/01 10:15:42.500] IN 198.51.100.2:5070 --> 192.0.2.1:5080

${RESPONSE}
${DASHES}
`;
    const { messages, source } = readLog(log, { step });
    expect(messages).toMatchObject([
      {
        ...REQUEST_READ,
        line: 4,
        time: '2026-03-01T10:15:42.417Z',
        from: '192.0.2.1:5080',
        to: '198.51.100.2:5070',
        inferred: 0,
      },
      {
        ...RESPONSE_READ,
        time: '2026-03-01T10:15:42.500Z',
        from: '198.51.100.2:5070',
        to: '192.0.2.1:5080',
      },
    ]);
    expect(source).toMatchObject({ dialect: 'sip-viewer-text', assumed: ['no-zone'] });
  });

  it('takes another arrow for no envelope', () => {
    const log = `[2026/03/01 10:15:42.417] MOVED 192.0.2.1:5080 --> 198.51.100.2:5070\n${RESPONSE}`;
    expect(readLog(log).source.dialect).toBe('plain-concatenated');
  });
});
