/** Attacks on one call, and what looks like them. */
import { fires, type RuleCase, spares } from './case.ts';

const ALICE = '192.0.2.10:5060';
const GATEWAY = '203.0.113.9:5060';
const PROXY = '198.51.100.1:5060';
const END = '+60s capture ends';

/** A call whose tags are known. */
const up = `
  evil = 203.0.113.66:5060
  alice -> gw INVITE sip:+84901234567@203.0.113.9 with sdp(PCMA)
    From: <sip:1001@example.com>;tag=x
    Call-ID: up@192.0.2.10
  +100ms gw -> alice 180 tag=b1
  +2s gw -> alice 200 tag=b1 with sdp(PCMA)
  +10ms alice -> gw ACK
    Call-ID: up@192.0.2.10`;
const bye = (from: string, to: string, sentBy: string, branch: string, cseq: number): string => `
  +20s ${from} -> ${to} raw
    | BYE sip:+84901234567@203.0.113.9 SIP/2.0
    | Via: SIP/2.0/UDP ${sentBy};branch=z9hG4bK${branch};rport
    | Max-Forwards: 70
    | From: <sip:1001@example.com>;tag=x
    | To: <sip:+84901234567@203.0.113.9>;tag=b1
    | Call-ID: up@192.0.2.10
    | CSeq: ${cseq} BYE
    | Content-Length: 0
    |`;
const answer = (to: string, sentBy: string, branch: string, cseq: number, code: string): string => `
  +5ms gw -> ${to} raw
    | SIP/2.0 ${code}
    | Via: SIP/2.0/UDP ${sentBy};branch=z9hG4bK${branch};rport
    | From: <sip:1001@example.com>;tag=x
    | To: <sip:+84901234567@203.0.113.9>;tag=b1
    | Call-ID: up@192.0.2.10
    | CSeq: ${cseq} BYE
    | Content-Length: 0
    |`;
const EVIL = '203.0.113.66:5060';
const spoofed = (from: string, sentBy: string, code = '200 OK'): string =>
  `${up}${bye(from, 'gw', sentBy, 'spoof', 7)}${answer(from, sentBy, 'spoof', 7, code)}`;
const own = `${bye('alice', 'gw', ALICE, 'own', 8)}${answer('alice', ALICE, 'own', 8, '481 Call Does Not Exist')}`;

const spoofs: readonly RuleCase[] = [
  fires(
    'bye-or-cancel-spoof',
    'a stranger whose BYE is accepted, and the caller hangs up later',
    `${spoofed('evil', EVIL)}${own}${END}`,
    {
      severity: 'error',
      confidence: 'likely',
      args: {
        address: '203.0.113.66',
        victim: ALICE,
        server: GATEWAY,
        method: 'BYE',
        afterUs: 20_000_000,
      },
      frames: [5, 6, 7, 8],
    },
  ),
  spares(
    'bye-or-cancel-spoof',
    'a device that hangs up from another network',
    `${spoofed('evil', EVIL)}${END}`,
  ),
  spares(
    'bye-or-cancel-spoof',
    'a stranger whose BYE is refused',
    `${spoofed('evil', EVIL, '481 Call Does Not Exist')}${own}${END}`,
  ),
  spares(
    'bye-or-cancel-spoof',
    'a host that the caller had named for its Contact',
    `${spoofed('evil', EVIL)}${own}${END}`.replace(
      'Call-ID: up@192.0.2.10',
      'Contact: <sip:1001@203.0.113.66>\n    Call-ID: up@192.0.2.10',
    ),
  ),
  spares(
    'bye-or-cancel-spoof',
    'a caller that hangs up twice',
    `${spoofed('alice', ALICE)}${own}${END}`,
  ),
];

/** Alice is called directly, hangs up, and is asked for her password. */
const asked = (caller: string, credentials = 'with auth'): string => `
  call leak @10s {
    ${caller} -> alice INVITE sip:1001@192.0.2.10 with sdp(PCMA)
    +50ms alice -> ${caller} 180
    +2s alice -> ${caller} 200 with sdp(PCMA)
    +10ms ${caller} -> alice ACK
    +9s alice -> ${caller} BYE
    +5ms ${caller} -> alice 407
    ${
      credentials === ''
        ? ''
        : `+5ms alice -> ${caller} BYE ${credentials}
    +5ms ${caller} -> alice 200`
    }
  }
  @90s capture ends`;
const stranger = '\n  evil = 203.0.113.66:5060 "Grandstream" user=100';
const tool = '\n  evil = 203.0.113.66:5060 "friendly-scanner" user=100';
const registered = (at: string): string => `
  call reg @1s {
    alice -> ${at} REGISTER
    +3ms ${at} -> alice 200
  }`;

const leaks: readonly RuleCase[] = [
  fires(
    'digest-leak',
    'a stranger, while the telephone is registered with the proxy',
    `${stranger}${registered('proxy')}${asked('evil')}`,
    {
      severity: 'warning',
      confidence: 'likely',
      args: {
        address: '203.0.113.66',
        device: ALICE,
        method: 'BYE',
        code: 407,
        registrar: PROXY,
      },
      frames: [3, 7, 8, 9],
    },
  ),
  fires('digest-leak', 'a scanning tool', `${tool}${asked('evil')}`, {
    severity: 'warning',
    confidence: 'likely',
    args: { address: '203.0.113.66', registrar: '' },
    frames: [1, 5, 6, 7],
  }),
  spares(
    'digest-leak',
    'a PBX that challenges its own telephone',
    `${registered('pbx')}${asked('pbx')}`,
  ),
  spares('digest-leak', 'a server of which nothing is known', `${stranger}${asked('evil')}`),
  spares(
    'digest-leak',
    'a telephone that gives nothing away',
    `${stranger}${registered('proxy')}${asked('evil', '')}`,
  ),
];

export const securityCases: readonly RuleCase[] = [...spoofs, ...leaks];
