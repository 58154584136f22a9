import { describe, expect, it } from 'vitest';
import { BODY, INVITE, OK, read } from './call.ts';

describe('siptrace-web-view', () => {
  it('reads rows of the table as a page shows them', () => {
    const { messages, source } = read([
      '2026-03-01 10:00:00 (INVITE)',
      'udp:192.0.2.1:5070 -> udp:198.51.100.2:5060',
      ...INVITE,
      '',
      '2026-03-01 10:00:01 (INVITE) 200',
      'tls:[2001:db8::2]:5061 -> tls:[2001:db8::1]:5071',
      ...OK,
    ]);
    expect(messages).toMatchObject([
      {
        line: 3,
        time: '2026-03-01T10:00:00.000Z',
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
    expect(source).toMatchObject({ dialect: 'siptrace-web-view', assumed: ['no-zone'] });
  });

  it('takes a remark with a date for no envelope', () => {
    const { source } = read(['2026-03-01 10:00:00 (INVITE) was sent', 'udp: a -> b', ...OK]);
    expect(source.dialect).toBe('plain-concatenated');
  });
});
