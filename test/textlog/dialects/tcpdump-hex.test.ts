import { describe, expect, it } from 'vitest';
import { BODY, INVITE, INVITE_LINE, OK, OK_LINE, read } from './call.ts';
import { fragments, hexRows, ipv4, ipv6, TCPDUMP } from './hex.ts';

describe('tcpdump-hex', () => {
  it('reads packets from their bytes, and the time from the row above', () => {
    const { messages, source, unread } = read([
      `2026-03-01 10:00:00.123456 IP alice.5070 > proxy.sip: SIP: ${INVITE_LINE}`,
      ...hexRows(ipv4(INVITE), TCPDUMP),
      '2026-03-01 10:00:00.200000 IP alice.5070 > proxy.sip: UDP, length 4',
      '\t0x0000:  4500 0020 0001 0000 4011 0000 c000 0201  E.......@.......',
      '\t0x0010:  c633 6402 13ce 13c4 000c 0000 0d0a 0d0a  .3d.............',
      '2026-03-01 10:00:00.456789 IP6 2001:db8::1.5070 > 2001:db8::2.5060: Flags [P.], seq 1:210, length 209: SIP: x',
      ...hexRows(ipv6(OK), TCPDUMP),
    ]);
    expect(messages).toMatchObject([
      {
        line: 2,
        time: '2026-03-01T10:00:00.123Z',
        from: '192.0.2.1:5070',
        to: '198.51.100.2:5060',
        inferred: 0,
        transport: 'udp',
        startLine: INVITE_LINE,
        body: BODY,
      },
      {
        time: '2026-03-01T10:00:00.456Z',
        from: '2001:db8::1:5070',
        to: '2001:db8::2:5060',
        inferred: 0,
        transport: 'tcp',
        startLine: OK_LINE,
      },
    ]);
    expect(messages).toHaveLength(2);
    expect(source).toMatchObject({ dialect: 'tcpdump-hex', assumed: ['no-zone'] });
    expect(unread['text-message-cut']).toBeUndefined();
  });

  it('says that a dump without its last rows is cut', () => {
    const rows = hexRows(ipv4(INVITE), TCPDUMP);
    const { messages, unread } = read(rows.slice(0, -3));
    expect(messages).toHaveLength(1);
    expect(unread['text-message-cut']).toBe(1);
  });

  it('joins a message whose datagram is dumped fragment by fragment, in any order', () => {
    const [first = [], second = []] = fragments(ipv4(INVITE), 320);
    const rows = [first, second].map((bytes, index) => [
      `2026-03-01 10:00:00.00000${index} IP 192.0.2.1 > 198.51.100.2: SIP, length: 500`,
      ...hexRows(bytes, TCPDUMP),
    ]);
    for (const dumps of [rows, rows.toReversed()]) {
      const { messages, unread } = read(dumps.flat());
      expect(messages).toMatchObject([
        { from: '192.0.2.1:5070', to: '198.51.100.2:5060', inferred: 0, body: BODY },
      ]);
      expect(unread).toEqual({});
    }
  });

  it('counts the fragments of a datagram that is not whole', () => {
    const [first = []] = fragments(ipv4(INVITE), 320);
    const { messages, unread } = read([...hexRows(first, TCPDUMP), ...hexRows(ipv4(OK), TCPDUMP)]);
    expect(messages).toMatchObject([{ startLine: OK_LINE }]);
    expect(Object.values(unread).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  });

  it('takes rows of another program for no dump, and bytes without SIP for no message', () => {
    expect(
      read(['0x0000: 4500 was the opcode, 0x0010:  4501 the next', ...OK]).source.dialect,
    ).toBe('plain-concatenated');
    expect(read(hexRows(ipv4(['GET / HTTP/1.1', 'Host: a']), TCPDUMP)).messages).toEqual([]);
  });
});
