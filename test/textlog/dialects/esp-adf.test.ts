import { describe, expect, it } from 'vitest';
import { ASKED, BOTH_WAYS, REQUEST, REQUEST_READ, RESPONSE, RESPONSE_READ } from '../messages.ts';
import { readLog } from '../read-log.ts';

const log = (day: string): string => `W (3762) SIP: CHANGE STATE FROM 0, TO 1
I (3772) SIP: [${day}/00:00:01]=======WRITE 0301 bytes>>
I (3772) SIP:

${REQUEST}
I (3832) SIP: [${day}/00:00:01]=======================>>
I (3852) SIP: [${day}/00:00:02]<<=====READ 0213 bytes==
I (3852) SIP:

${RESPONSE}
I (3860) SIP: [${day}/00:00:02]<<======================
`;

describe('esp-adf', () => {
  it.each([1, 1 << 20])(
    'takes the ticks since boot when the clock was never set, step %d',
    (step) => {
      const { messages, source } = readLog(log('1970-01-01'), { step });
      expect(messages).toMatchObject([
        {
          ...REQUEST_READ,
          line: 5,
          time: '1970-01-01T00:00:03.772Z',
          from: '192.0.2.1:5080',
          to: '198.51.100.2:5060',
          inferred: 3,
          transport: 'udp',
        },
        { ...RESPONSE_READ, time: '1970-01-01T00:00:03.852Z', from: '198.51.100.2:5060' },
      ]);
      expect(source.dialect).toBe('esp-adf');
      expect(source.assumed).toContain('uptime');
    },
  );

  it('tells the direction', () => {
    const both = log('2026-03-01').replace(RESPONSE, ASKED);
    expect(readLog(both).messages).toMatchObject(BOTH_WAYS);
  });

  it('takes the clock when it was set', () => {
    const { messages, source } = readLog(log('2026-03-01'));
    expect(messages.map(({ time }) => time)).toEqual([
      '2026-03-01T00:00:01.000Z',
      '2026-03-01T00:00:02.000Z',
    ]);
    expect(source.assumed).toEqual(['no-zone', 'addresses-inferred']);
  });

  it('takes no user agent that ends like a request line for one', () => {
    const agent = REQUEST.replace('Max-Forwards: 70', 'User-Agent: ESP32 SIP/2.0');
    expect(readLog(agent).messages).toHaveLength(1);
    const row = 'I (3772) SIP: [1970-01-01/00:00:01]=======TIMER 0301 bytes>>\n';
    expect(readLog(row + RESPONSE).source.dialect).toBe('plain-concatenated');
  });
});
