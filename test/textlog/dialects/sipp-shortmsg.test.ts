import { describe, expect, it } from 'vitest';
import { readLog } from '../read-log.ts';

const row = (stamp: string, ...rest: string[]): string => `${[stamp, ...rest].join('\t')}\n`;
const INVITE = 'INVITE sip:b@198.51.100.2 SIP/2.0';
const STAMP = '2026-03-01\t10:15:42.417383\t1772360142.417383';

describe('sipp-shortmsg', () => {
  it.each([1, 1 << 20])('reads one message a row, and says that it is cut, step %d', (step) => {
    const log =
      row(STAMP, 'S', '1-77@192.0.2.1', 'CSeq:1 INVITE', INVITE) +
      row(
        '2026-03-01T12:15:43.000000+02:00',
        'R',
        '1-77@192.0.2.1',
        'CSeq:1 INVITE',
        'SIP/2.0 603 Decline',
      );
    const { messages, source, unread } = readLog(log, { step });
    expect(messages).toMatchObject([
      {
        line: 1,
        time: '2026-03-01T10:15:42.417Z',
        from: '',
        to: '198.51.100.2:5060',
        inferred: 2,
        transport: 'unknown',
        startLine: INVITE,
        body: '',
        text: expect.stringContaining(
          '\r\nCall-ID: 1-77@192.0.2.1\r\nCSeq: 1 INVITE\r\n',
        ) as string,
      },
      {
        line: 2,
        time: '2026-03-01T10:15:43.000Z',
        from: '198.51.100.2:5060',
        inferred: 1,
        startLine: 'SIP/2.0 603 Decline',
      },
    ]);
    expect(messages).toHaveLength(2);
    expect(source.dialect).toBe('sipp-shortmsg');
    expect(unread).toEqual({ 'text-message-cut': 2 });
  });

  it('takes no other table for it', () => {
    const log =
      row(STAMP, 'Q', '1-77@192.0.2.1', 'CSeq:1 INVITE', INVITE) +
      row(STAMP, 'S', '1-77@192.0.2.1', 'CSeq:none', INVITE) +
      row(STAMP, 'S', '1-77@192.0.2.1', 'CSeq:1 INVITE', 'Unexpected message');
    expect(readLog(log).messages).toEqual([]);
  });
});
