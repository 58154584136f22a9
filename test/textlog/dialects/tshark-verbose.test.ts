import { describe, expect, it } from 'vitest';
import { BODY, HEADER, INVITE, INVITE_LINE, OK, OK_LINE, read, SDP } from './call.ts';
import { ethernet, hexRows, ipv4, TSHARK } from './hex.ts';

const LABELS: Readonly<Record<string, string>> = {
  v: 'Session Description Protocol Version',
  o: 'Owner/Creator, Session Id',
  s: 'Session Name',
  c: 'Connection Information',
  t: 'Time Description, active time',
  m: 'Media Description, name and address',
  a: 'Media Attribute',
};
const indented = (blanks: number, rows: readonly string[]): string[] =>
  rows.map((row) => `${' '.repeat(blanks)}${row}`);
/** What Wireshark shows of a header field below it. */
const explained = (row: string): string[] => [row, `    ${row.split(':')[0]} Host Part: 192.0.2.1`];
const sip = (line: string, fields: readonly string[]): string[] => [
  `Session Initiation Protocol (${line.startsWith('SIP') ? '200' : 'INVITE'})`,
  ...indented(4, [
    line.startsWith('SIP') ? `Status-Line: ${line}` : `Request-Line: ${line}`,
    '    Method: INVITE',
    '    [Resent Packet: False]',
    'Message Header',
    ...indented(4, fields.flatMap(explained)),
    '    [Generated Call-ID: e1@192.0.2.1]',
  ]),
];
const sdp = (rows: readonly string[]): string[] => [
  'Session Description Protocol',
  ...rows.flatMap((row) => [
    `    ${LABELS[row[0] as string]} (${row[0]}): ${row.slice(2)}`,
    `        Part: ${row.slice(2)}`,
  ]),
];
const FRAME = [
  'Frame 1: 520 bytes on wire (4160 bits), 520 bytes captured (4160 bits) on interface eth0, id 0',
  '    Arrival Time: Mar  1, 2026 12:00:00.123456000 CEST',
  '    Epoch Time: 1772359200.123456000 seconds',
  '    Frame Number: 1',
  'Ethernet II, Src: 02:00:00_00:00:01 (02:00:00:00:00:01), Dst: 02:00:00_00:00:02 (02:00:00:00:00:02)',
  'Internet Protocol Version 4, Src: 203.0.113.1, Dst: 203.0.113.2',
  'User Datagram Protocol, Src Port: 4789, Dst Port: 4789',
  'Internet Protocol Version 4, Src: 192.0.2.1, Dst: 198.51.100.2',
  'User Datagram Protocol, Src Port: 5070, Dst Port: 5060',
  '    Source Port: 5070',
];
const FIRST = [
  ...FRAME,
  ...sip(INVITE_LINE, HEADER.slice(1)),
  '    Message Body',
  ...indented(8, sdp(SDP)),
];
const OLD = [
  'Frame 2 (461 on wire, 461 captured)',
  '    Arrival Time: Mar  1, 2026 10:00:00.456789000',
  'Internet Protocol, Src Addr: proxy.example.com (198.51.100.2), Dst Addr: 192.0.2.1 (192.0.2.1)',
  'Transmission Control Protocol, Src Port: sip (5060), Dst Port: 5070 (5070), Seq: 1, Ack: 1, Len: 300',
  ...sip(OK_LINE, OK.slice(1, -1)),
];
const EXPECTED = [
  {
    line: 1,
    time: '2026-03-01T10:00:00.123Z',
    from: '192.0.2.1:5070',
    to: '198.51.100.2:5060',
    inferred: 0,
    transport: 'udp',
    body: BODY,
    text: `${INVITE.join('\r\n')}\r\n`,
  },
  {
    time: '2026-03-01T10:00:00.456Z',
    from: '198.51.100.2:5060',
    to: '192.0.2.1:5070',
    inferred: 0,
    transport: 'tcp',
    text: `${OK.join('\r\n')}\r\n`,
  },
];

describe('tshark-verbose', () => {
  it('reads trees of every age, the inner ends of a tunnel', () => {
    const { messages, source, unread } = read([...FIRST, '', ...OLD, '']);
    expect(messages).toMatchObject(EXPECTED);
    expect(messages).toHaveLength(2);
    expect(source).toMatchObject({ dialect: 'tshark-verbose', assumed: ['no-zone'] });
    expect(unread['text-message-cut']).toBeUndefined();
  });

  it('reads the same behind a prefix, and with the bytes below', () => {
    const rows = [...FIRST, '', ...hexRows(ethernet(ipv4(INVITE)), TSHARK), '', ...OLD, ''];
    expect(read(rows).messages).toMatchObject(EXPECTED);
    const prefix = '<134>Mar  1 10:00:07 tap1 capture[812]: ';
    expect(read(rows.map((row) => `${prefix}${row}`)).messages).toMatchObject(EXPECTED);
  });

  it('reads the raw text, and not again where the tree is there too', () => {
    const raw = [
      'Session Initiation Protocol (SIP as raw text)',
      ...indented(
        4,
        INVITE.map((row) => `${row}\\r\\n`),
      ),
    ];
    const alone = read([...FRAME, ...raw, '']);
    expect(alone.messages).toMatchObject([EXPECTED[0]]);
    expect(read([...FIRST, ...raw, '', ...OLD, '']).messages).toHaveLength(2);
  });

  it('says that a value, or a body of another kind, is not shown in full', () => {
    const fields = OK.slice(1, -1).map((row) => row.replace('Via:', ' [truncated]Via:'));
    const cut = read([...OLD.slice(0, 4), ...sip(OK_LINE, fields), '']);
    expect(cut.messages[0]?.text).toBe(EXPECTED[1]?.text);
    expect(cut.unread['text-message-cut']).toBe(1);
    const xml = read([
      ...FRAME,
      ...sip(INVITE_LINE, HEADER.slice(1)),
      '    Message Body',
      '        eXtensible Markup Language',
      '',
    ]);
    expect(xml.messages).toMatchObject([{ body: '' }]);
    expect(xml.unread['text-message-cut']).toBe(1);
  });

  it('takes a packet without SIP, and prose, for no message', () => {
    const { messages } = read([...FRAME, 'Data (12 bytes)', `    Text: ${OK_LINE}`, '']);
    expect(messages).toEqual([]);
    const { source } = read(['The Session Initiation Protocol is a protocol.', ...OK]);
    expect(source.dialect).toBe('plain-concatenated');
  });
});
