import { describe, expect, it } from 'vitest';
import { BODY, INVITE, OK, read } from './call.ts';

const DASHES = '-'.repeat(88);

describe('avaya-sbce-trace', () => {
  it('takes the time from the row above the envelope', () => {
    const { messages, source } = read([
      DASHES,
      '[04-03-2026:10.00.00.123456]',
      'SIP IN: 192.0.2.1:5070 --> 198.51.100.2:5061 (TLS)',
      ...INVITE,
      DASHES,
      '[04-03-2026:10.00.00.456789]',
      'SIP OUT: 198.51.100.2:5061 --> 192.0.2.1:5070 (TLS)',
      ...OK,
      DASHES,
    ]);
    expect(messages).toMatchObject([
      {
        line: 4,
        time: '2026-03-04T10:00:00.123Z',
        from: '192.0.2.1:5070',
        to: '198.51.100.2:5061',
        inferred: 0,
        transport: 'tls',
        body: BODY,
      },
      {
        time: '2026-03-04T10:00:00.456Z',
        from: '198.51.100.2:5061',
        to: '192.0.2.1:5070',
        inferred: 0,
      },
    ]);
    expect(messages).toHaveLength(2);
    expect(source.dialect).toBe('avaya-sbce-trace');
  });

  it('takes a row without a transport for no envelope', () => {
    const { source } = read(['SIP IN: 192.0.2.1:5070 --> 198.51.100.2:5061', ...OK]);
    expect(source.dialect).toBe('plain-concatenated');
  });
});
