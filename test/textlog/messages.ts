/** A request of 192.0.2.1:5080 with a body and the answer of 198.51.100.2 without one, as text with LF, without a log around them. */
export const REQUEST = `OPTIONS sip:gw@198.51.100.2 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5080;branch=z9hG4bKa1
Max-Forwards: 70
From: <sip:pbx@192.0.2.1>;tag=1
To: <sip:gw@198.51.100.2>
Call-ID: a1@192.0.2.1
CSeq: 1 OPTIONS
Content-Type: application/sdp
Content-Length: 15

v=0
s=x
a=b
`;

export const RESPONSE = `SIP/2.0 200 OK
Via: SIP/2.0/UDP 192.0.2.1:5080;branch=z9hG4bKa1
From: <sip:pbx@192.0.2.1>;tag=1
To: <sip:gw@198.51.100.2>;tag=2
Call-ID: a1@192.0.2.1
CSeq: 1 OPTIONS
Content-Length: 0

`;

/** A request of 198.51.100.2 to a name: only the direction tells that 192.0.2.1 got it, once that host has sent something. */
export const ASKED = `OPTIONS sip:pbx@example.com SIP/2.0
Via: SIP/2.0/UDP 198.51.100.2:5070;branch=z9hG4bKb1
From: <sip:gw@198.51.100.2>;tag=3
To: <sip:pbx@example.com>
Call-ID: b1@198.51.100.2
CSeq: 1 OPTIONS
Content-Length: 0

`;
/** The ends of REQUEST, sent, and ASKED, received, in a log that names no address. */
export const BOTH_WAYS = [
  { from: '192.0.2.1:5080', to: '198.51.100.2:5060' },
  { from: '198.51.100.2:5070', to: '192.0.2.1:5080' },
];

export const BODY = 'v=0\r\ns=x\r\na=b\r\n';

/** What every log of the two messages must give, whatever it tells besides. */
export const REQUEST_READ = { startLine: 'OPTIONS sip:gw@198.51.100.2 SIP/2.0', body: BODY };
export const RESPONSE_READ = { startLine: 'SIP/2.0 200 OK', body: '' };

/** The rows of a message with something in front of each. */
export const prefixed = (message: string, prefix: string): string =>
  message
    .split('\n')
    .slice(0, -1)
    .map((row) => `${prefix}${row}\n`)
    .join('');
