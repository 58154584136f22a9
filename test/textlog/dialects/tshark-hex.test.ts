import { describe, expect, it } from 'vitest';
import { BODY, INVITE, OK, read } from './call.ts';
import { ethernet, hexRows, ipv4, ipv6, payload, TSHARK } from './hex.ts';

describe('tshark-hex', () => {
  it('reads frames from the link layer on, behind any prefix', () => {
    const rows = [
      ...hexRows(ethernet(ipv4(INVITE)), TSHARK),
      '',
      ...hexRows(ethernet(ipv6(OK)), TSHARK),
    ];
    const { messages, source, unread } = read(rows);
    expect(messages).toMatchObject([
      {
        line: 1,
        time: '',
        from: '192.0.2.1:5070',
        to: '198.51.100.2:5060',
        inferred: 0,
        transport: 'udp',
        body: BODY,
      },
      { from: '2001:db8::1:5070', to: '2001:db8::2:5060', inferred: 0, transport: 'tcp' },
    ]);
    expect(source).toMatchObject({ dialect: 'tshark-hex', assumed: ['no-clock'] });
    expect(unread['text-message-cut']).toBeUndefined();
    const behind = read(rows.map((row) => `<134>Mar  1 10:00:07 tap1 capture[812]: ${row}`));
    expect(behind.messages.map(({ body, from }) => [body, from])).toEqual(
      messages.map(({ body, from }) => [body, from]),
    );
    expect(behind.messages[0]?.time).toBe('1970-03-01T10:00:07.000Z');
  });

  it('reads what Wireshark put together: a message without headers, a datagram', () => {
    const datagram = [0x13, 0xce, 0x13, 0xc4, 0, 0, 0, 0, ...payload(OK)];
    const { messages } = read([
      'Reassembled TCP (500 bytes):',
      ...hexRows(payload(INVITE), TSHARK),
      'Reassembled IPv6 (300 bytes):',
      ...hexRows(datagram, TSHARK),
    ]);
    expect(messages.map(({ body, inferred }) => [body, inferred])).toEqual([
      [BODY, 3],
      ['', 3],
    ]);
  });

  it('takes a table of numbers for no dump', () => {
    const { source } = read(['0000  12 of 40 done', '0010  13 of 40 done', ...OK]);
    expect(source.dialect).toBe('plain-concatenated');
  });
});
