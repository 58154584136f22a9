import { describe, expect, it } from 'vitest';
import { BODY, INVITE, OK, read } from './call.ts';

describe('homer-text', () => {
  it('reads an exported call', () => {
    const { messages, source } = read([
      'proto:UDP 2026-03-01T10:00:00.123Z  192.0.2.1:5070 ---> 198.51.100.2:5060\r',
      '\r',
      ...INVITE.map((row) => `${row}\r`),
      '\r',
      'proto:TLS 2026-03-01T12:00:01+02:00  2001:db8::2:5061 ---> 2001:db8::1:5071\r',
      '\r',
      ...OK.map((row) => `${row}\r`),
    ]);
    expect(messages).toMatchObject([
      {
        line: 3,
        time: '2026-03-01T10:00:00.123Z',
        from: '192.0.2.1:5070',
        to: '198.51.100.2:5060',
        inferred: 0,
        transport: 'udp',
        body: BODY,
      },
      {
        time: '2026-03-01T10:00:01.000Z',
        from: '2001:db8::2:5061',
        to: '2001:db8::1:5071',
        inferred: 0,
        transport: 'tls',
      },
    ]);
    expect(messages).toHaveLength(2);
    expect(source.dialect).toBe('homer-text');
    expect(source.assumed).toBeUndefined();
  });

  it('takes an arrow alone for no envelope', () => {
    const { source } = read(['192.0.2.1:5070 ---> 198.51.100.2:5060', ...OK]);
    expect(source.dialect).toBe('plain-concatenated');
  });
});
