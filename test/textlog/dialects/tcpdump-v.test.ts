import { describe, expect, it } from 'vitest';
import { BODY, INVITE, OK, read } from './call.ts';

const tabbed = (rows: readonly string[]): string[] => rows.map((row) => `\t${row}`);

describe('tcpdump-v', () => {
  it('reads time and transport from one row, the ends from the next', () => {
    const { messages, source, unread } = read([
      '10:00:00.123456 IP (tos 0xa0, ttl 64, id 132, offset 0, flags [none], proto UDP (17), length 500)',
      '    192.0.2.1.5070 > 198.51.100.2.sip: [udp sum ok] SIP, length: 472',
      ...tabbed(INVITE),
      '10:00:00.456789 IP6 (flowlabel 0x12345, hlim 64, next-header UDP (17) payload length: 300) 2001:db8::2.5060 > 2001:db8::1.5070: SIP, length: 292',
      ...tabbed(OK),
    ]);
    expect(messages).toMatchObject([
      {
        line: 3,
        time: '1970-01-01T10:00:00.123Z',
        from: '192.0.2.1:5070',
        to: '198.51.100.2:5060',
        inferred: 0,
        transport: 'udp',
        body: BODY,
      },
      {
        time: '1970-01-01T10:00:00.456Z',
        from: '2001:db8::2:5060',
        to: '2001:db8::1:5070',
        inferred: 0,
        transport: 'udp',
      },
    ]);
    expect(messages).toHaveLength(2);
    expect(source).toMatchObject({ dialect: 'tcpdump-v', assumed: ['no-date', 'no-zone'] });
    expect(unread['text-message-cut']).toBeUndefined();
  });

  it('takes a comparison for no ends', () => {
    const { source } = read(['    a.5 > b.6: true', ...OK]);
    expect(source.dialect).toBe('plain-concatenated');
  });
});
