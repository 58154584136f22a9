import { describe, expect, it } from 'vitest';
import { REQUEST, REQUEST_READ, RESPONSE, RESPONSE_READ } from '../messages.ts';
import { readLog } from '../read-log.ts';

const quoted = (text: string): string => JSON.stringify(text.replaceAll('\n', '\r\n'));

describe('diago-sipgo', () => {
  it.each([1, 1 << 20])("reads the library's rows, a string on one row, step %d", (step) => {
    const log = `time=2026-03-01T10:15:42.417+01:00 level=DEBUG msg=${quoted(`UDP write to 192.0.2.1:5080 -> 198.51.100.2:5070:\n${REQUEST}`)}
time=2026-03-01T10:15:42.500+01:00 level=DEBUG msg=${quoted(`UDP read from 192.0.2.1:5080 <- 198.51.100.2:5070:\n${RESPONSE}`)}
`;
    const { messages, source } = readLog(log, { step });
    expect(messages).toMatchObject([
      {
        ...REQUEST_READ,
        line: 1,
        time: '2026-03-01T09:15:42.417Z',
        from: '192.0.2.1:5080',
        to: '198.51.100.2:5070',
        inferred: 0,
        transport: 'udp',
      },
      {
        ...RESPONSE_READ,
        line: 2,
        time: '2026-03-01T09:15:42.500Z',
        from: '198.51.100.2:5070',
        to: '192.0.2.1:5080',
        inferred: 0,
      },
    ]);
    expect(source.dialect).toBe('diago-sipgo');
  });

  it('reads them as JSON', () => {
    const msg = `TLS read from [2001:db8::1]:5061 <- [2001:db8::2]:40100:\n${RESPONSE.replaceAll('\n', '\r\n')}`;
    const log = `${JSON.stringify({ time: '2026-03-01T10:15:42.417Z', level: 'DEBUG', msg })}\n`;
    expect(readLog(log).messages).toMatchObject([
      {
        ...RESPONSE_READ,
        time: '2026-03-01T10:15:42.417Z',
        from: '2001:db8::2:40100',
        to: '2001:db8::1:5061',
        transport: 'tls',
      },
    ]);
  });

  it("reads an application's tracer", () => {
    const log = `--- 10:15:42.417 SIP send ---\n${REQUEST}\n--- 10:15:42.500 SIP recv ---\n${RESPONSE}`;
    expect(readLog(log).messages).toMatchObject([
      { ...REQUEST_READ, time: '1970-01-01T10:15:42.417Z', from: '192.0.2.1:5080', inferred: 3 },
      { ...RESPONSE_READ, time: '1970-01-01T10:15:42.500Z', to: '192.0.2.1:5080', inferred: 3 },
    ]);
  });

  it('takes rows about connections for no envelope', () => {
    const log = `UDP read from 192.0.2.1:5080 failed\n--- 10:15:42.417 SIP timer ---\n${RESPONSE}`;
    expect(readLog(log).source.dialect).toBe('plain-concatenated');
  });
});
