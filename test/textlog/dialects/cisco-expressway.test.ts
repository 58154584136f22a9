import { describe, expect, it } from 'vitest';
import { BODY, INVITE, INVITE_LINE, OK, read } from './call.ts';

const row = (time: string, level: string, pairs: string) =>
  `2026-03-04T11:00:00.130+01:00 vcs1 tvcs: UTCTime="2026-03-04 ${time}" Module="network.sip" Level="${level}":  ${pairs}`;

const barred = (rows: readonly string[]): string[] => [
  ' SIPMSG:',
  ...rows.map((one, index) => ` ${index === 0 ? '|' : ''}${one}`),
  ' |',
];

describe('cisco-expressway', () => {
  it('reads both ends and UTC, and counts a repeated event once', () => {
    const ends = 'Local-ip="198.51.100.2"  Local-port="5061"';
    const { messages, source, unread } = read([
      row(
        '10:00:00,123',
        'INFO',
        `Action="Received"  ${ends}  Src-ip="192.0.2.1"  Src-port="5070"  Detail="Receive Request Method=INVITE"`,
      ),
      row(
        '10:00:00,123',
        'DEBUG',
        `Action="Received"  ${ends}  Src-ip="192.0.2.1"  Src-port="5070"  Msg-Hash="1"`,
      ),
      ...barred(INVITE),
      '',
      row(
        '10:00:00,456',
        'DEBUG',
        `Action="Sent"  ${ends}  Dst-ip="2001:db8::1"  Dst-port="5070"  Msg-Hash="2"`,
      ),
      ...barred(OK),
    ]);
    expect(messages).toMatchObject([
      {
        line: 4,
        time: '2026-03-04T10:00:00.123Z',
        from: '192.0.2.1:5070',
        to: '198.51.100.2:5061',
        inferred: 0,
        transport: 'udp',
        startLine: INVITE_LINE,
        body: BODY,
      },
      {
        time: '2026-03-04T10:00:00.456Z',
        from: '198.51.100.2:5061',
        to: '2001:db8::1:5070',
        inferred: 0,
      },
    ]);
    expect(messages).toHaveLength(2);
    expect(source).toEqual({ dialect: 'cisco-expressway' });
    expect(unread['text-message-cut']).toBeUndefined();
  });

  it('takes the row of another module for no envelope', () => {
    const { messages, source } = read([
      row('10:00:00,123', 'INFO', 'Action="Sent" Detail="Sending Response Code=408, SIP/2.0"'),
    ]);
    expect(messages).toEqual([]);
    expect(source.dialect).toBeUndefined();
  });
});
