/** One firing trace and one near miss for each syntax rule; their details are tested beside the syntax room. */
import { fires, type RuleCase, spares } from './case.ts';

const invite = (words: string, edits = ''): string => `
  alice -> proxy INVITE sip:1002@example.com with sdp ${words}
    ${edits}
  +5ms proxy -> alice 400
  +1ms alice -> proxy ACK
  +40s capture ends
`;
const RAW = (cseq: string): string => `
  alice -> proxy raw "OPTIONS sip:example.com SIP/2.0\\r\\nVia: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK1\\r\\nMax-Forwards: 70\\r\\nFrom: <sip:1001@example.com>;tag=a\\r\\nTo: <sip:example.com>\\r\\nCall-ID: c1@192.0.2.10\\r\\nCSeq: ${cseq}\\r\\nContent-Length: 0\\r\\n\\r\\n"
  +40s capture ends
`;

export const syntaxCases: readonly RuleCase[] = [
  fires(
    'malformed-message',
    'a display name whose quotes never close',
    invite('', 'From: "1001 <sip:1001@example.com>;tag=a1'),
    {
      severity: 'error',
      confidence: 'proven',
      args: { header: 'From' },
      frames: [1, 2, 3],
    },
  ),
  spares('malformed-message', 'a well-formed INVITE', invite('')),
  fires('missing-mandatory-header', 'an INVITE without Max-Forwards', invite('', '-Max-Forwards'), {
    severity: 'warning',
    confidence: 'proven',
    args: { headers: ['Max-Forwards'] },
    frames: [1],
  }),
  fires(
    'missing-mandatory-header',
    'an INVITE without Max-Forwards that may still be taken',
    'alice -> proxy INVITE sip:1002@example.com with sdp\n  -Max-Forwards\n +2s capture ends',
    { severity: 'info', confidence: 'proven', args: { headers: ['Max-Forwards'] }, frames: [1] },
  ),
  fires(
    'missing-mandatory-header',
    'an INVITE without Max-Forwards that nobody answers',
    'alice -> proxy INVITE sip:1002@example.com with sdp\n  -Max-Forwards\n +40s capture ends',
    { severity: 'warning', confidence: 'proven', args: { headers: ['Max-Forwards'] }, frames: [1] },
  ),
  fires(
    'missing-mandatory-header',
    'the answer to a keep-alive: nobody acts on it',
    `alice -> bob OPTIONS sip:192.0.2.20
    +5ms bob -> alice 405
      -Allow
    +40s capture ends`,
    { severity: 'info', confidence: 'proven', args: { headers: ['Allow'] }, frames: [2] },
  ),
  spares('missing-mandatory-header', 'compact names', invite('compact')),
  fires('content-length-mismatch', 'a body shorter than it says', invite('length=999'), {
    severity: 'error',
    confidence: 'proven',
    args: { declared: 999 },
    frames: [1],
  }),
  spares('content-length-mismatch', 'a datagram without Content-Length', invite('length=none')),
  fires('cseq-method-mismatch', 'an OPTIONS that says INVITE', RAW('1 INVITE'), {
    severity: 'error',
    confidence: 'proven',
    args: { cseqMethod: 'INVITE', method: 'OPTIONS' },
    frames: [1],
  }),
  spares('cseq-method-mismatch', 'an OPTIONS that says OPTIONS', RAW('1 OPTIONS')),
  fires(
    'uri-param-outside-brackets',
    'a Contact without brackets',
    invite('', 'Contact: sip:1001@192.0.2.10;transport=tcp'),
    {
      severity: 'warning',
      confidence: 'proven',
      args: { header: 'Contact' },
      frames: [1],
    },
  ),
  spares(
    'uri-param-outside-brackets',
    'a Contact with brackets',
    invite('', 'Contact: <sip:1001@192.0.2.10;transport=tcp>'),
  ),
  fires('branch-no-cookie', 'a branch of 1999', invite('branch=1'), {
    severity: 'warning',
    confidence: 'proven',
    args: { branch: '1' },
    frames: [1, 3],
  }),
  spares('branch-no-cookie', 'a branch with its cookie', invite('')),
];
