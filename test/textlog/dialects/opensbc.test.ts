import { describe, expect, it } from 'vitest';
import { BODY, INVITE, INVITE_LINE, OK, OK_LINE, read } from './call.ts';

const row = (millis: string, level: string, text: string) =>
  `2026/03/04 10:00:00.${millis} ${level}: [CID=0x101e]${text === '' ? '' : ` ${text}`}`;

describe('opensbc', () => {
  it('reads the ends behind a start line that is not the message', () => {
    const { messages, source, unread } = read([
      row(
        '123',
        'INF',
        `<<< ${INVITE_LINE} DST: 198.51.100.2:5060:UDP SRC: 192.0.2.1:5070 enc=0 bytes=450`,
      ),
      row('124', 'DBG', ''),
      ...INVITE.map((one) => row('124', 'DBG', one)),
      row('125', 'DTL', `IST(1) Event(SIPMessage) - ${INVITE_LINE}`),
      row(
        '456',
        'INF',
        `>>> ${OK_LINE} DST: 192.0.2.1:5070:UDP SRC: 198.51.100.2:5060 enc=0 bytes=250`,
      ),
      row('457', 'DBG', ''),
      ...OK.map((one) => row('457', 'DBG', one)),
    ]);
    expect(messages).toMatchObject([
      {
        line: 3,
        time: '2026-03-04T10:00:00.123Z',
        from: '192.0.2.1:5070',
        to: '198.51.100.2:5060',
        inferred: 0,
        transport: 'udp',
        startLine: INVITE_LINE,
        body: BODY,
      },
      {
        time: '2026-03-04T10:00:00.456Z',
        from: '198.51.100.2:5060',
        to: '192.0.2.1:5070',
        inferred: 0,
        startLine: OK_LINE,
      },
    ]);
    expect(messages).toHaveLength(2);
    expect(source.dialect).toBe('opensbc');
    expect(unread['text-message-cut']).toBeUndefined();
  });

  it('takes the event row alone for nothing', () => {
    const { messages, source } = read([row('125', 'DTL', `IST(1) Event(SIPMessage) - ${OK_LINE}`)]);
    expect(messages).toEqual([]);
    expect(source.dialect).toBeUndefined();
  });
});
