import { describe, expect, it } from 'vitest';
import { BODY, HEADER, INVITE_LINE, OK, OK_LINE, read, SDP } from './call.ts';

const head = (time: string) =>
  `TL_INFO(TF_PROTOCOL) [0]06E4.0EB4::03/04/2026-${time}.00005386 (SIPStack,SIPAdminLog::TraceProtocolRecord:SIPAdminLog.cpp(125))$$begin_record`;

describe('microsoft-lync', () => {
  it('undoes the pseudo fields and wrapped rows of a record', () => {
    const { messages, source, unread } = read([
      head('10:00:00.123'),
      'Trace-Correlation-Id: 2003888399',
      'Instance-Id: 0000C23F',
      'Direction: incoming;source="internal edge";destination="external edge"',
      'Peer: 192.0.2.1:51000',
      'Message-Type: request',
      `Start-Line: ${INVITE_LINE}`,
      ...HEADER.slice(1, 2),
      // Wrapped over an empty row.
      'From: <sip:200@192.0.2.1',
      '',
      '>;tag=f1',
      ...HEADER.slice(3),
      `Message-Body: ${SDP[0]}`,
      ...SDP.slice(1),
      '$$end_record',
      '',
      head('10:00:00.456'),
      'Direction: outgoing;source="local"',
      'Peer: 192.0.2.1:51000',
      'Message-Type: response',
      `Start-Line: ${OK_LINE}`,
      ...OK.slice(1, -1),
      'Message-Body: -',
      '$$end_record',
    ]);
    expect(messages).toMatchObject([
      {
        line: 7,
        time: '2026-03-04T10:00:00.123Z',
        from: '192.0.2.1:51000',
        to: '198.51.100.2:5060',
        inferred: 2,
        transport: 'udp',
        startLine: INVITE_LINE,
        body: BODY,
      },
      {
        time: '2026-03-04T10:00:00.456Z',
        from: '198.51.100.2:5060',
        to: '192.0.2.1:51000',
        startLine: OK_LINE,
        body: '',
      },
    ]);
    expect(messages[0]?.text).toContain('\r\nFrom: <sip:200@192.0.2.1>;tag=f1\r\n');
    expect(messages).toHaveLength(2);
    expect(source.dialect).toBe('microsoft-lync');
    expect(unread['text-message-cut']).toBeUndefined();
  });

  it('takes a record without a start line for nothing', () => {
    const { messages } = read([
      head('10:00:00.123'),
      'Direction: incoming',
      'Instance-Id: SIP/2.0',
      '$$end_record',
      ...OK,
    ]);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({ line: 5, time: '' });
  });
});
