/** Devices behind a NAT, and Contacts that nobody reaches. */
import { fires, type RuleCase, spares } from './case.ts';

const PROXY = '198.51.100.1:5060';

/** `home` knows itself as 10.0.0.5 and is seen at a public address. */
const HOME = `
  home = 10.0.0.5:5060 behind 203.0.113.77:62011 "Grandstream HT801 1.0.43" user=1007`;
const ringing = `${HOME}
  alice -> home INVITE sip:1007@203.0.113.77:62011 with sdp(PCMA)
  +50ms home -> alice 180
  +2s home -> alice 200 with sdp(PCMA)`;
const calling = `${HOME}
  home -> gw INVITE sip:+84901234567@203.0.113.9 with sdp(PCMA)
  +50ms gw -> home 180
  +2s gw -> home 200 with sdp(PCMA)
  +10ms home -> gw ACK`;

const contacts: RuleCase[] = [
  fires(
    'nat-private-contact',
    'an ACK to the private Contact (golden 5)',
    `inside = 10.0.0.5:5060
    ${ringing}
    retransmit x10 G
    +10ms alice -> inside ACK
    @34.05s home -> alice BYE
    +5ms alice -> home 200
    +40s capture ends`,
    {
      severity: 'error',
      confidence: 'likely',
      args: {
        contact: '1007@10.0.0.5:5060',
        source: '203.0.113.77:62011',
        side: 'callee',
        method: 'ACK',
        dropped: true,
      },
      frames: [3, 4, 15],
    },
  ),
  fires(
    'nat-private-contact',
    'a hang-up that does not reach the caller',
    `inside = 10.0.0.5:5060
    inside -> gw OPTIONS
    +2ms gw -> inside 200
    ${calling}
    +20s gw -> inside BYE
    retransmit x10 E
    +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'likely',
      args: {
        side: 'caller',
        method: 'BYE',
        code: 0,
        contact: '1007@10.0.0.5:5060',
        dropped: false,
      },
      frames: [3, 7],
    },
  ),
  fires(
    'nat-private-contact',
    'a hang-up to where nobody is ever heard, seen from outside',
    `inside = 10.0.0.5:5060
    ${calling}
    +20s gw -> inside BYE
    retransmit x10 E
    +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'likely',
      args: { side: 'caller', method: 'BYE', code: 0, contact: '1007@10.0.0.5:5060' },
      frames: [1, 5],
    },
  ),
  spares(
    'nat-private-contact',
    'a hang-up that is not repeated to the end: it may have been answered unseen',
    `inside = 10.0.0.5:5060
    ${calling}
    +20s gw -> inside BYE
    retransmit x3 E
    +60s capture ends`,
  ),
  fires(
    'nat-private-contact',
    'a proxy that cannot send there',
    `${HOME}
    home -> proxy INVITE sip:+84901234567@example.com with sdp(PCMA)
    +2ms proxy -> gw INVITE sip:+84901234567@203.0.113.9
    +50ms gw -> proxy 200 with sdp(PCMA)
    proxy -> home 200
    +10ms home -> proxy ACK
    proxy -> gw ACK
    +20s gw -> proxy BYE
    +5ms proxy -> gw 478 "Unresolvable destination"
    +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'likely',
      args: { side: 'caller', method: 'BYE', code: 478, source: '203.0.113.77:62011' },
      frames: [1, 7, 8],
    },
  ),
  spares(
    'nat-private-contact',
    'a peer that answers to where packets come from',
    `${calling}
    +20s gw -> home BYE
    +5ms home -> gw 200
    +40s capture ends`,
  ),
  spares(
    'nat-private-contact',
    'a pinhole that is gone, which is no fault of the Contact',
    `${calling}
    +600s gw -> home BYE
    retransmit x10 E
    +40s capture ends`,
  ),
  spares(
    'nat-private-contact',
    'a private address that can be reached, as over a VPN',
    `inside = 10.0.0.5:5060
    ${calling}
    +20s gw -> inside INFO
    +5ms inside -> gw 415
    +20s gw -> inside BYE
    +5ms inside -> gw 200
    +40s capture ends`,
  ),
  spares(
    'nat-private-contact',
    'two addresses of one private network',
    `lan = 10.0.0.9:5060 behind 10.0.0.5:5060
    other = 10.0.0.9:5060
    gate = 10.0.0.1:5060
    other -> gate OPTIONS
    +2ms gate -> other 200
    lan -> gate INVITE sip:100@10.0.0.1 with sdp(PCMA)
    +50ms gate -> lan 180
    +2s gate -> lan 200 with sdp(PCMA)
    +10ms lan -> gate ACK
    +20s gate -> other BYE
    retransmit x10 E
    +40s capture ends`,
  ),
  spares(
    'nat-private-contact',
    'a capture inside the network, where the address is right',
    `lan = 10.0.0.5:5060
    gate = 10.0.0.1:5060
    lan -> gate INVITE sip:100@10.0.0.1 with sdp(PCMA)
    +50ms gate -> lan 180
    +2s gate -> lan 200 with sdp(PCMA)
    +10ms lan -> gate ACK
    +20s gate -> lan BYE
    retransmit x10 E
    +40s capture ends`,
  ),
  fires(
    'contact-unroutable',
    'no address at all',
    `alice -> proxy INVITE sip:+84901234567@example.com with sdp(PCMA)
      Contact: <sip:1001@0.0.0.0:5060>
    +2ms proxy -> gw INVITE sip:+84901234567@203.0.113.9
    +50ms gw -> proxy 200 with sdp(PCMA)
    proxy -> alice 200
    +10ms alice -> proxy ACK
    proxy -> gw ACK
    +20s gw -> proxy BYE sip:1001@0.0.0.0:5060
    +5ms proxy -> gw 478 "Unresolvable destination"
    +40s capture ends`,
    {
      severity: 'warning',
      confidence: 'proven',
      args: {
        why: 'unspecified',
        contact: '1001@0.0.0.0:5060',
        method: 'BYE',
        code: 478,
        side: 'caller',
      },
      frames: [1, 7, 8],
    },
  ),
  spares(
    'contact-unroutable',
    'no address, and nobody needs one',
    `alice -> gw INVITE sip:+84901234567@203.0.113.9 with sdp(PCMA)
      Contact: <sip:1001@0.0.0.0:5060>
    +50ms gw -> alice 180
    +2s gw -> alice 200 with sdp(PCMA)
    +10ms alice -> gw ACK
    +20s gw -> alice BYE sip:1001@0.0.0.0:5060
    +5ms alice -> gw 200
    +40s capture ends`,
  ),
];

/** A response past the port that the request came from, as a server sends it that goes by the Via. */
const strayed = `
    +5ms proxy -> router raw
      | SIP/2.0 100 Trying
      | Via: SIP/2.0/UDP 10.0.0.5:5060;branch=z9hG4bKnr1
      | From: <sip:1007@example.com>;tag=x
      | To: <sip:1002@example.com>
      | Call-ID: nr@10.0.0.5
      | CSeq: 1 INVITE
      | Content-Length: 0
      |`;
const withoutRport = `${HOME}
    router = 203.0.113.77:5060
    home -> proxy INVITE sip:1002@example.com branch=z9hG4bKnr1 with sdp
      Via: SIP/2.0/UDP 10.0.0.5:5060;branch=z9hG4bKnr1
      From: <sip:1007@example.com>;tag=x
      Call-ID: nr@10.0.0.5`;

/** The device is seen at another port from the INFO on. */
const rebound = (info: string): string => `${HOME}
    moved = 203.0.113.77:62044
    home -> gw INVITE sip:+84901234567@203.0.113.9 with sdp(PCMA)
      From: <sip:1007@example.com>;tag=x
      Call-ID: nr@10.0.0.5
    +2s gw -> home 200 tag=b1 with sdp(PCMA)
    +10ms home -> gw ACK
      Call-ID: nr@10.0.0.5
    ${info}
    +200s gw -> home BYE
      Call-ID: nr@10.0.0.5
    retransmit x10 E
    +40s capture ends`;

const ports: RuleCase[] = [
  fires(
    'nat-missing-rport',
    'answers to port 5060 of a router',
    `${withoutRport}
    retransmit x6 A
    ${strayed}
    @60s capture ends`,
    {
      severity: 'warning',
      confidence: 'likely',
      args: {
        client: '203.0.113.77:62011',
        node: PROXY,
        via: '10.0.0.5:5060',
        sentTo: '203.0.113.77:5060',
        method: 'INVITE',
        code: 100,
        copies: 6,
      },
      frames: [1, 2],
    },
  ),
  spares(
    'nat-missing-rport',
    'answers to where the request came from',
    `${withoutRport}
    retransmit x6 A
    +5ms proxy -> home 100
    @60s capture ends`,
  ),
  spares(
    'nat-missing-rport',
    'a device that listens at another port than it sends from',
    `${withoutRport}
    retransmit x1 A
    +600ms gw -> alice OPTIONS
    ${strayed}
    @60s capture ends`,
  ),
  fires(
    'nat-port-rebinding',
    'another port after a pause',
    rebound(`
    +300s moved -> gw raw
      | INFO sip:203.0.113.9:5060 SIP/2.0
      | Via: SIP/2.0/UDP 10.0.0.5:5060;branch=z9hG4bKmoved;rport
      | From: <sip:1007@example.com>;tag=x
      | To: <sip:+84901234567@203.0.113.9>;tag=b1
      | Call-ID: nr@10.0.0.5
      | CSeq: 2 INFO
      | Content-Length: 0
      |`),
    {
      severity: 'warning',
      confidence: 'likely',
      args: {
        device: '10.0.0.5:5060',
        before: '203.0.113.77:62011',
        after: '203.0.113.77:62044',
        method: 'BYE',
        code: 0,
      },
      frames: [1, 4, 5],
    },
  ),
  spares('nat-port-rebinding', 'the same port, and no reply', rebound('')),
];

/** Registered behind a NAT, called after a while, registered again. */
const woken = (second: string, called = 600, second_at = 1800, secondId = 'r1'): string => `
    home = 10.0.0.5:5060 behind 203.0.113.77:62011 "Grandstream HT801 1.0.43" user=1007
    moved = 10.0.0.5:5060 behind 203.0.113.77:62044 "Grandstream HT801 1.0.43" user=1007
    call reg @1s {
      home -> proxy REGISTER
        Call-ID: r1@10.0.0.5
      +3ms proxy -> home 200
    }
    call in @${called}s {
      proxy -> home INVITE sip:1007@203.0.113.77:62011 with sdp(PCMA)
      retransmit x6 A
    }
    call reg2 @${second_at}s {
      ${second} -> proxy REGISTER
        Call-ID: ${secondId}@10.0.0.5
      +3ms proxy -> ${second} 200
    }
    @1900s capture ends`;

const mappings: RuleCase[] = [
  fires(
    'nat-keepalive-missing',
    'a call ten minutes after the registration, and another port at the next one',
    woken('moved'),
    {
      severity: 'error',
      confidence: 'likely',
      args: {
        before: '203.0.113.77:62011',
        after: '203.0.113.77:62044',
        grantedS: 3600,
        idleUs: 598_997_000,
      },
      frames: [3],
    },
  ),
  fires(
    'nat-keepalive-missing',
    'a device that came back under another Call-ID',
    woken('moved', 600, 1800, 'r2'),
    {
      severity: 'error',
      confidence: 'likely',
      args: { before: '203.0.113.77:62011', after: '203.0.113.77:62044' },
      frames: [3],
    },
  ),
  spares('nat-keepalive-missing', 'a device that comes back from the same port', woken('home')),
  spares(
    'nat-keepalive-missing',
    'a call a few seconds after the registration',
    woken('moved', 20),
  ),
];

export const natCases: readonly RuleCase[] = [...contacts, ...ports, ...mappings];
