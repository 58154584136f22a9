import { describe, expect, it } from 'vitest';
import { BODY, INVITE, OK, OK_LINE, read } from './call.ts';

const head = (length: number, clock: string, serial: number) =>
  `${length} 03042026 ${clock}:1.01.00.${serial}.MAJOR .SIPSG:FILTER=all GCID=0x00000DDB: `;
const IN =
  'EXTRA INFO: Ingress: received msg for CallId:e1@192.0.2.1 gcid:0xDDB from IP/port:192.0.2.1/5070, Local IP/port:198.51.100.2/5061';
const OUT =
  'EXTRA INFO: Ingress: sent msg for CallId:e1@192.0.2.1 gcid:0xDDB to IP/port:192.0.2.1/5070, Local IP/port:198.51.100.2/5061';

describe('ribbon-sonus-trc', () => {
  it('reads both ends and a full stamp', () => {
    const { messages, source } = read([
      `${head(800, '100000.123456', 7)}${IN}`,
      'RAW PDU:',
      ...INVITE,
      '',
      `${head(500, '100000.456789', 8)}${OUT}, SMM:1 RAW PDU:`,
      ...OK,
    ]);
    expect(messages).toMatchObject([
      {
        line: 3,
        time: '2026-03-04T10:00:00.123Z',
        from: '192.0.2.1:5070',
        to: '198.51.100.2:5061',
        inferred: 0,
        transport: 'udp',
        body: BODY,
      },
      {
        time: '2026-03-04T10:00:00.456Z',
        from: '198.51.100.2:5061',
        to: '192.0.2.1:5070',
        inferred: 0,
      },
    ]);
    expect(messages).toHaveLength(2);
    expect(source.dialect).toBe('ribbon-sonus-trc');
  });

  it('joins the record that goes on with the same stamp and number', () => {
    const text = INVITE.join('\n');
    const cut = text.indexOf('branch') + 3;
    const { messages, unread } = read([
      `${head(1800, '100000.123456', 7)}${IN}`,
      'RAW PDU:',
      text.slice(0, cut),
      `${head(600, '100000.123456', 7)}${text.slice(cut)}`,
      `${head(80, '100000.200000', 8)}14443. TraceCallLogger invoked`,
    ]);
    expect(messages).toMatchObject([{ line: 3, body: BODY }]);
    expect(messages[0]?.text).toContain('\r\nVia: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKe1\r\n');
    expect(unread['text-message-cut']).toBeUndefined();
  });

  it('ends a message that another record cuts off', () => {
    const { messages, unread } = read([
      `${head(1800, '100000.123456', 7)}${IN}`,
      'RAW PDU:',
      ...INVITE.slice(0, -2),
      `${head(80, '100000.200000', 8)}14443. TraceCallLogger invoked`,
      ...OK,
    ]);
    expect(messages).toHaveLength(2);
    expect(messages[1]).toMatchObject({ startLine: OK_LINE });
    expect(unread['text-message-cut']).toBe(1);
  });

  it('takes a row about a message for no envelope', () => {
    const { messages, source } = read([
      `${head(80, '100000.2', 8)}no msg for CallId:e1 was sent, SIP/2.0`,
    ]);
    expect(messages).toEqual([]);
    expect(source.dialect).toBeUndefined();
  });
});
