import { describe, expect, it } from 'vitest';
import { BODY, INVITE, OK, read } from './call.ts';

describe('opensips-tracer', () => {
  it('reads the file, and the form of syslog', () => {
    const { messages, source } = read([
      'in udp 2026-03-01 10:00:00 192.0.2.1:5070 -> 198.51.100.2:5060',
      ...INVITE,
      '',
      '',
      `<134>Mar  1 10:00:07 proxy1 opensips[812]: out tls 2001:db8::2:5061 -> 2001:db8::1:5071#012${OK.join('#015#012')}`,
    ]);
    expect(messages).toMatchObject([
      {
        line: 2,
        time: '2026-03-01T10:00:00.000Z',
        from: '192.0.2.1:5070',
        to: '198.51.100.2:5060',
        inferred: 0,
        transport: 'udp',
        body: BODY,
      },
      {
        time: '2026-03-01T10:00:07.000Z',
        from: '2001:db8::2:5061',
        to: '2001:db8::1:5071',
        inferred: 0,
        transport: 'tls',
      },
    ]);
    expect(messages).toHaveLength(2);
    expect(source.dialect).toBe('opensips-tracer');
  });

  it('takes a route for no envelope', () => {
    const { source } = read(['in via 192.0.2.1:5070 -> 198.51.100.2:5060', ...OK]);
    expect(source.dialect).toBe('plain-concatenated');
  });
});
