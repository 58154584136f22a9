import { describe, expect, it } from 'vitest';
import { BODY, INVITE, OK, read } from './call.ts';

const head = (fields: readonly string[]): string[] => ['='.repeat(20), ...fields, '~'.repeat(20)];
const BARS = '|'.repeat(20);

describe('kamailio-sipdump', () => {
  it('reads records, the bars glued to a body without a line end', () => {
    const glued = [...INVITE.slice(0, -1), `${INVITE.at(-1)}${BARS}`].map((row) =>
      row.replace(`Content-Length: ${BODY.length}`, `Content-Length: ${BODY.length - 2}`),
    );
    const { messages, source, unread } = read([
      ...head([
        'tag: rcv',
        'pid: 812',
        'process: 2',
        'time: 1772359200.123456',
        'date: Sun Mar  1 10:00:00 2026',
        'proto: udp ipv4',
        'srcip: 192.0.2.1',
        'srcport: 5070',
        'dstip: 198.51.100.2',
        'dstport: 5060',
      ]),
      ...glued,
      ...head([
        'tag: snd',
        'pid: 812',
        'process: 2',
        'time: 1772359200.456789',
        'date: Sun Mar  1 10:00:00 2026',
        'proto: tls ipv6',
        'srcip: 2001:db8::2',
        'srcport: 5061',
        'dstip: 2001:db8::1',
        'dstport: 5071',
      ]),
      ...OK,
      BARS,
    ]);
    expect(messages).toMatchObject([
      {
        line: 13,
        time: '2026-03-01T10:00:00.123Z',
        from: '192.0.2.1:5070',
        to: '198.51.100.2:5060',
        inferred: 0,
        transport: 'udp',
        body: BODY.slice(0, -2),
      },
      {
        time: '2026-03-01T10:00:00.456Z',
        from: '2001:db8::2:5061',
        to: '2001:db8::1:5071',
        inferred: 0,
        transport: 'tls',
      },
    ]);
    expect(messages).toHaveLength(2);
    expect(source.dialect).toBe('kamailio-sipdump');
    expect(source.assumed).toBeUndefined();
    expect(unread['text-message-cut']).toBeUndefined();
  });

  it('takes a ruler of another length for no record', () => {
    const { source } = read(['='.repeat(21), 'time: 1772359200.123456', '='.repeat(21), ...OK]);
    expect(source.dialect).toBe('plain-concatenated');
  });
});
