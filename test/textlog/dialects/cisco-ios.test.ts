import { describe, expect, it } from 'vitest';
import { BODY, HEADER, INVITE, INVITE_LINE, OK, OK_LINE, read, SDP } from './call.ts';

describe('cisco-ios', () => {
  it('takes the direction from the second row and the time from the tag', () => {
    const { messages, source, unread } = read([
      '000101: *Mar  4 2026 10:00:00.123 UTC: //-1/xxxxxxxxxxxx/SIP/Msg/ccsipDisplayMsg:',
      'Received: ',
      ...INVITE,
      '',
      '000102: *Mar  4 2026 10:00:00.456 UTC: //118/48CC29448021/SIP/Msg/ccsipDisplayMsg: Sent:',
      ...OK,
    ]);
    expect(messages).toMatchObject([
      {
        line: 3,
        time: '2026-03-04T10:00:00.123Z',
        from: '192.0.2.1:5060',
        to: '198.51.100.2:5060',
        inferred: 3,
        transport: 'udp',
        startLine: INVITE_LINE,
        body: BODY,
      },
      {
        time: '2026-03-04T10:00:00.456Z',
        from: '198.51.100.2:5060',
        to: '192.0.2.1:5060',
        startLine: OK_LINE,
        body: '',
      },
    ]);
    expect(messages).toHaveLength(2);
    expect(source.dialect).toBe('cisco-ios');
    expect(unread['text-message-cut']).toBeUndefined();
  });

  it('reads a body that follows its header at once, and a clock that counts from the start', () => {
    const { messages, source } = read([
      'Nov  3 10:15:42 gw1 00:11:29: //-1/xxxxxxxxxxxx/SIP/Msg/ccsipDisplayMsg:',
      'Sent:',
      ...HEADER,
      ...SDP,
      '1d02h: //-1/xxxxxxxxxxxx/SIP/Msg/ccsipDisplayMsg:',
      'Received:',
      ...OK,
    ]);
    // What syslog says in front of it is a date at least.
    expect(messages[0]).toMatchObject({ time: '1970-11-03T10:15:42.000Z', body: BODY });
    expect(messages[1]).toMatchObject({ time: '1970-01-02T02:00:00.000Z' });
    expect(source.assumed).toContain('uptime');
  });

  it('takes no other row of the SIP stack for an envelope', () => {
    const { messages, source } = read([
      'Mar  4 10:00:00.123: //-1/xxxxxxxxxxxx/SIP/Info/ccsip_spi_get_msg_type: returned: 2',
      'Received: ',
      'SIP/2.0 mentioned in a row',
    ]);
    expect(messages).toEqual([]);
    expect(source.dialect).toBeUndefined();
  });

  it.each([
    ['rows of a collector', (n: number) => `Nov  3 10:15:4${n} gw1 ${n + 96}: ${n + 9}: *`],
    ['rows of a collector with dates', (n: number) => `2026-11-03T10:15:4${n}.1Z gw1 ${n + 96}: .`],
    ['its own', (n: number) => `00009${n}: `],
  ])('counts what is missing by the numbers of %s', (_, front) => {
    const row = (number: number): string =>
      `${front(number)}Nov  3 10:15:42.123: //-1/xxxxxxxxxxxx/SIP/Msg/ccsipDisplayMsg:#012Sent: #012${OK.join('#012')}`;
    const { messages, unread, source } = read([row(1), row(2), row(5)]);
    expect(messages).toHaveLength(3);
    expect(unread['text-rows-lost']).toBe(2);
    expect(source.wrappers).toEqual(['syslog-escapes']);
    expect(read([row(1), row(2), row(3)]).unread['text-rows-lost']).toBeUndefined();
    // Of two devices each has its own numbers.
    const other = row(7).replace(' gw1 ', ' gw2 ');
    if (other === row(7)) return;
    expect(read([row(1), other, row(2)]).unread['text-rows-lost']).toBeUndefined();
  });
});
