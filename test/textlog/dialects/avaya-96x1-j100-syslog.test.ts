import { describe, expect, it } from 'vitest';
import { BODY, INVITE, INVITE_LINE, OK, OK_LINE, read } from './call.ts';

const head = (millis: number) =>
  `<167>Mar  4 10:00:00 192.0.2.7 SIPMESSAGE: +02:00 2026 ${millis} 1 .TEL | 0`;
const OUT = 'CSIPServer::SendToNetwork(): Outbound SIP message to 198.51.100.2:5061';
const IN =
  'CNetworkInputManager::ProcessInput(): Inbound SIP message from ip = 198.51.100.2 port: 5061';

describe('avaya-96x1-j100-syslog', () => {
  it('takes year, zone and milliseconds from the text', () => {
    const { messages, source } = read([
      `${head(7)} ${OUT}`,
      `TX ${INVITE_LINE}`,
      ...INVITE.slice(1),
      '<167>Mar  4 10:00:00 192.0.2.7 SESSION: +02:00 2026 10 1 .TEL | 0 CCallSession::ReserveMedia(): CALL[42]',
      `${head(987)} ${IN}`,
      `RX ${OK_LINE}`,
      ...OK.slice(1),
    ]);
    expect(messages).toMatchObject([
      {
        line: 2,
        time: '2026-03-04T08:00:00.007Z',
        from: '192.0.2.1:5060',
        to: '198.51.100.2:5061',
        inferred: 1,
        transport: 'udp',
        startLine: INVITE_LINE,
        body: BODY,
      },
      {
        time: '2026-03-04T08:00:00.987Z',
        from: '198.51.100.2:5061',
        inferred: 2,
        startLine: OK_LINE,
      },
    ]);
    expect(messages).toHaveLength(2);
    expect(source.dialect).toBe('avaya-96x1-j100-syslog');
  });

  it('joins the parts of a record', () => {
    const at = INVITE.indexOf('Contact: <sip:200@192.0.2.1:5060>');
    const { messages } = read([
      `${head(7)} [Part 01 of 02]`,
      OUT,
      `TX ${INVITE_LINE}`,
      ...INVITE.slice(1, at),
      `Contact: <sip:200@192.0.${head(7)} [Part 02 of 02]`,
      '2.1:5060>',
      ...INVITE.slice(at + 1),
    ]);
    expect(messages).toMatchObject([
      { time: '2026-03-04T08:00:00.007Z', to: '198.51.100.2:5061', body: BODY },
    ]);
    expect(messages[0]?.text).toContain('\r\nContact: <sip:200@192.0.2.1:5060>\r\nContent-Type:');
  });

  it('takes a row about a message for no envelope', () => {
    const { messages, source } = read([
      '<167>Mar  4 10:00:00 192.0.2.7 SIPEVENTS: +02:00 2026 10 1 .TEL | 1 CLineSet::SendRequest(): SIP INVITE message sent to 198.51.100.2, SIP/2.0',
    ]);
    expect(messages).toEqual([]);
    expect(source.dialect).toBeUndefined();
  });
});
