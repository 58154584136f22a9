import { describe, expect, it } from 'vitest';
import { BODY, INVITE, INVITE_LINE, OK, OK_LINE, read } from './call.ts';

const behind = (junk: string, rows: readonly string[]): string[] => [
  `${junk}${rows[0]}`,
  ...rows.slice(1),
];

describe('tcpdump-ascii', () => {
  it('reads messages behind the bytes of their headers, line feeds among them', () => {
    const { messages, source, unread } = read([
      `2026-03-01 10:00:00.123456 IP 192.0.2.1.5070 > 198.51.100.2.sip: SIP: ${INVITE_LINE}`,
      'E..+..@.@.7.',
      '..[$',
      ...behind('..[........', INVITE),
      '2026-03-01 10:00:00.456789 eth0  In  IP6 2001:db8::2.na-localise > 2001:db8::1.5070: Flags [P.], seq 1:200, ack 1, win 502, length 199',
      ...behind('`....E.@............P...', OK),
    ]);
    expect(messages).toMatchObject([
      {
        line: 4,
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
        from: '2001:db8::2:5062',
        to: '2001:db8::1:5070',
        inferred: 0,
        transport: 'tcp',
        startLine: OK_LINE,
      },
    ]);
    expect(messages).toHaveLength(2);
    expect(source).toMatchObject({ dialect: 'tcpdump-ascii', assumed: ['no-zone'] });
    expect(unread['text-message-cut']).toBeUndefined();
  });

  it('counts a message of which only the start line is there', () => {
    const { messages, unread } = read([
      'IP 198.51.100.2.5060 > 192.0.2.1.5070: SIP: SIP/2.0 401 Unauthorized',
      '..R.........Q.oSIP/2.0 401 Unauthorized',
    ]);
    expect(messages).toMatchObject([{ startLine: 'SIP/2.0 401 Unauthorized', time: '' }]);
    expect(unread['text-message-cut']).toBe(1);
  });

  it('takes the start lines that packet rows quote for no messages', () => {
    const { messages } = read([
      `10:00:00.123456 IP 192.0.2.1.5070 > 198.51.100.2.5060: SIP: ${INVITE_LINE}`,
      `10:00:00.223456 IP 198.51.100.2.5060 > 192.0.2.1.5070: Flags [P.], seq 1:200, ack 1, win 502, length 199: SIP: ${OK_LINE}`,
    ]);
    expect(messages).toEqual([]);
  });
});
