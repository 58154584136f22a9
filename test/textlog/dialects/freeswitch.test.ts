import { describe, expect, it } from 'vitest';
import { readLog } from '../read-log.ts';

const DASHES = '-'.repeat(72);
const OPTIONS = `OPTIONS sip:gw@198.51.100.2 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5080;branch=z9hG4bKa1
From: <sip:pbx@192.0.2.1>;tag=1
To: <sip:gw@198.51.100.2>
Call-ID: a1@192.0.2.1
CSeq: 1 OPTIONS
Content-Type: application/sdp
Content-Length: 13

v=0
s=x
a=b`;
const OK = `SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5080;branch=z9hG4bKa1
From: <sip:pbx@192.0.2.1>;tag=1
To: <sip:gw@198.51.100.2>;tag=2
Call-ID: a1@192.0.2.1
CSeq: 1 OPTIONS
Content-Length: 0

`;

describe('freeswitch', () => {
  it.each([1, 7, 1 << 20])('reads records glued to the body before, %d bytes at a time', (step) => {
    // The generation of 2019: the last row of the body has no line end.
    const log = `send 300 bytes to udp/[198.51.100.2]:5070 at 23:59:59.900000:
${DASHES}
${OPTIONS}recv 250 bytes from udp/[198.51.100.2]:5070 at 00:00:00.100000:
${DASHES}
${OK}`;
    const { messages, source, unread } = readLog(log, { step });
    expect(messages).toMatchObject([
      {
        line: 3,
        time: '1970-01-01T23:59:59.900Z',
        from: '192.0.2.1:5080',
        to: '198.51.100.2:5070',
        inferred: 1,
        transport: 'udp',
        startLine: 'OPTIONS sip:gw@198.51.100.2 SIP/2.0',
        body: 'v=0\r\ns=x\r\na=b',
      },
      {
        time: '1970-01-02T00:00:00.100Z',
        from: '198.51.100.2:5070',
        to: '192.0.2.1:5080',
        inferred: 2,
        startLine: 'SIP/2.0 200 OK',
      },
    ]);
    expect(source).toMatchObject({ dialect: 'freeswitch' });
    expect(source.assumed).toEqual(expect.arrayContaining(['no-date', 'no-zone', 'midnight']));
    expect(unread['text-message-cut']).toBeUndefined();
  });

  it('takes no debug row for a message or an envelope', () => {
    const log = `tport_vsend(0x7f49cc0040a0): 436 bytes of 436 to udp/198.51.100.2:5060
nta: received OPTIONS sip:192.0.2.1;transport=udp SIP/2.0 (CSeq 85602840)
Via: nothing
From: nobody
`;
    expect(readLog(log).messages).toEqual([]);
  });
});
