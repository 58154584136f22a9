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
