import { describe, expect, it } from 'vitest';
import { BODY, INVITE, OK, read } from './call.ts';

describe('sngrep', () => {
  it('reads saved dialogs', () => {
    const { messages, source } = read([
      '2026/03/01 10:00:00.123456 192.0.2.1:5070 -> 198.51.100.2:5060',
      ...INVITE,
      '',
      '',
      '2026/03/01 10:00:00.456789 [2001:db8::2]:5060 -> [2001:db8::1]:5070',
      ...OK,
      '',
    ]);
    expect(messages).toMatchObject([
      {
        line: 2,
        time: '2026-03-01T10:00:00.123Z',
        from: '192.0.2.1:5070',
        to: '198.51.100.2:5060',
        inferred: 0,
        transport: 'udp',
        body: BODY,
      },
      {
        time: '2026-03-01T10:00:00.456Z',
        from: '2001:db8::2:5060',
        to: '2001:db8::1:5070',
        inferred: 0,
      },
    ]);
    expect(messages).toHaveLength(2);
    expect(source).toMatchObject({ dialect: 'sngrep', assumed: ['no-zone'] });
  });

  it("leaves ngrep's row to ngrep, and a list alone", () => {
    const ngrep = 'T 2026/03/01 10:00:00.123456 192.0.2.1:5070 -> 198.51.100.2:5060 [AP]';
    expect(read([ngrep, ...OK]).source.dialect).toBe('ngrep-byline');
    const list = '2026/03/01 10:00:00.123456 192.0.2.1:5070 -> 198.51.100.2:5060 moved';
    expect(read([list, ...OK]).source.dialect).toBe('plain-concatenated');
  });
});
