import { describe, expect, it } from 'vitest';
import { BODY, INVITE, OK, OK_LINE, read } from './call.ts';

const row = (millis: string, text: string) =>
  `2026-03-04 10:00:00,${millis} [SipContainerPool : 7] Attendant FINER - Attendant-5.3 - CallServer.${text}`;
/** A bare CR in front, CRLF at each row's end. */
const printed = (rows: readonly string[]) =>
  rows.map((one, index) => `${index === 0 ? '\r' : ''}${one}\r`);

describe('avaya-attendant', () => {
  it('takes the direction from what the server does', () => {
    const { messages, source } = read([
      row('122', "requestReceived --> 'INVITE/sdp 100' from Caller '200'"),
      row('123', 'requestReceived '),
      ...printed(INVITE),
      '',
      row('456', 'sendingOut Response'),
      ...printed(OK),
    ]);
    expect(messages).toMatchObject([
      {
        line: 3,
        time: '2026-03-04T10:00:00.123Z',
        from: '192.0.2.1:5060',
        to: '198.51.100.2:5060',
        inferred: 3,
        transport: 'udp',
        body: BODY,
      },
      {
        time: '2026-03-04T10:00:00.456Z',
        from: '198.51.100.2:5060',
        to: '192.0.2.1:5060',
        startLine: OK_LINE,
      },
    ]);
    expect(messages).toHaveLength(2);
    expect(source.dialect).toBe('avaya-attendant');
  });

  it('takes a row that only tells of a message for no envelope', () => {
    const { messages, source } = read([row('123', "requestReceived --> 'ACK null', SIP/2.0")]);
    expect(messages).toEqual([]);
    expect(source.dialect).toBeUndefined();
  });
});
