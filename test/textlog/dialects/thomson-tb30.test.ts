import { describe, expect, it } from 'vitest';
import { BODY, INVITE, OK, read } from './call.ts';

describe('thomson-tb30', () => {
  it('reads peer, transport and a clock that counts from the start', () => {
    const { messages, source } = read([
      'Recv from udp: 192.0.2.1:5070 01:02:03:04:066 (450 bytes)',
      ...INVITE,
      '',
      'Send to udp: 192.0.2.1:5070 01:02:03:04:366 (250 bytes)',
      ...OK,
    ]);
    expect(messages).toMatchObject([
      {
        line: 2,
        time: '1970-01-02T02:03:04.066Z',
        from: '192.0.2.1:5070',
        to: '198.51.100.2:5060',
        inferred: 2,
        transport: 'udp',
        body: BODY,
      },
      {
        time: '1970-01-02T02:03:04.366Z',
        from: '198.51.100.2:5060',
        to: '192.0.2.1:5070',
        inferred: 1,
      },
    ]);
    expect(messages).toHaveLength(2);
    expect(source.dialect).toBe('thomson-tb30');
  });

  it('takes a row without the clock for no envelope', () => {
    const { source } = read(['Recv from udp: 192.0.2.1:5070 (450 bytes)', ...OK]);
    expect(source.dialect).toBe('plain-concatenated');
  });
});
