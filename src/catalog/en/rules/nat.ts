import type { NatArgs } from '../../../model/nat-args.ts';
import type { NatTexts } from '../../rule-families.ts';

const lost = (a: NatArgs['nat-private-contact']): string =>
  a.code === 0
    ? a.method === 'ACK'
      ? `The ACK that ${a.sender} had to send there did not arrive: the 2xx was repeated.`
      : `The ${a.method} that ${a.sender} had to send there got no reply.`
    : `The ${a.method} that ${a.sender} had to send there ended in ${a.code}.`;

const UNROUTABLE: Readonly<Record<NatArgs['contact-unroutable']['why'], string>> = {
  unspecified: 'is no address at all',
  loopback: 'is the loopback address, which means every host itself',
  'no-port': 'names port 0',
  invalid: 'is a name under .invalid, which only a WebSocket client may give',
};

const ALG_FIX = [
  'Switch the SIP ALG (“SIP helper”, “SIP fixup”) of the router off.',
  'Where that is not possible: use TLS or another port than 5060, which such helpers leave alone.',
];

export const natRules: NatTexts = {
  'nat-missing-rport': {
    summary: 'Responses went to the port in the Via and not to where the request came from.',
    title: (a) =>
      `${a.node} answered ${a.client} at port ${portOf(a.sentTo)}, where nobody heard the ${a.code}.`,
    explanation: (a) =>
      `The ${a.method} came from ${a.client}, and its Via says ${a.via} without rport. The response was sent to ${a.sentTo}, as RFC 3261 asks for, and ${a.copies} more ${a.copies === 1 ? 'copy' : 'copies'} of the request followed it: behind the NAT it did not arrive.`,
    fix: (a) => [
      'Switch rport (RFC 3581, “symmetric response routing”) on in the device.',
      `Or let ${a.node} answer to the source port by itself: force_rport on Kamailio and OpenSIPS, nat=force_rport or force_rport=yes on Asterisk.`,
    ],
  },
  'nat-keepalive-missing': {
    summary:
      'A call did not reach a device because its NAT had closed the port it registered from.',
    title: (a) =>
      `The call to ${a.aor} was lost: its NAT had closed ${a.before}, where it had registered from.`,
    explanation: (a, f) =>
      `The registration was ${f.duration(a.idleUs)} old and granted for ${f.duration(a.grantedS * 1_000_000)}, so it still counted; the port that the NAT had opened for it did not. When the device registered next, it came from ${a.after}: the same address, another port. Routers forget a UDP port after half a minute to a few minutes without traffic. A reboot of the device looks alike.`,
    fix: () => [
      'Let the device keep its way open: CRLF, STUN or an OPTIONS every 20 to 25 seconds (RFC 5626).',
      'Let the registrar or SBC ping devices behind NAT (qualify, nathelper), or grant them a minute or two instead of an hour.',
      'Or use TCP or TLS, whose mappings live for hours.',
    ],
  },
  'nat-private-contact': {
    summary: 'A request of the call was lost because a Contact holds a private address.',
    title: (a) => `The ${a.side}’s Contact ${a.contact} is private, and the ${a.method} was lost.`,
    explanation: (a) =>
      `${a.source} is a public address; the device behind it named ${a.contact}, which nobody outside can reach. ${lost(a)}${a.dropped ? ' The call ended for it.' : ''}`,
    fix: (a) => [
      `Tell the device behind ${a.source} its public address (external address, STUN), or put an SBC in front of it.`,
      `Have the first server outside replace or supplement the Contact (fix_nated_contact, add_contact_alias, rewrite_contact) and stay on the way with Record-Route.`,
      'Switch a SIP ALG on the router off: it may have rewritten one message and left another.',
    ],
  },
  'contact-unroutable': {
    summary: 'A request of the call was lost because a Contact is no place to send to.',
    title: (a) => `The ${a.side}’s Contact ${a.contact} ${UNROUTABLE[a.why]}.`,
    explanation: (a) =>
      `${a.source} gave it as the place for all later requests. ${lost(a)}${a.dropped ? ' The call ended for it.' : ''}`,
    fix: (a) => [
      `Correct the address that ${a.source} gives of itself: its network settings, its external address, or the SBC rule that writes the Contact.`,
    ],
  },
  'nat-port-rebinding': {
    summary: 'A NAT gave a device another public port during a call.',
    title: (a) => `${a.device} moved from ${a.before} to ${a.after} during the call.`,
    explanation: (a) =>
      `The device names itself as before, and its packets come from another public address or port: its NAT made a new mapping, or it changed networks. The ${a.method} still went to the old one${a.code === 0 ? ' and got no reply.' : ` and ended in ${a.code}.`}`,
    fix: () => [
      'Have the device keep its mapping open: CRLF, STUN or OPTIONS every 20 to 25 s over UDP.',
      'Raise the UDP timeout of the router, or use TCP or TLS with keep-alives.',
      'On mobile networks: register again when the network changes (RFC 5626).',
    ],
  },
  'sip-alg-suspected': {
    summary: 'A router seems to rewrite SIP on its way through the NAT (SIP ALG).',
    title: (a, f) =>
      a.how === 'on-the-way'
        ? `A router between ${a.inside} and ${a.outside} rewrote ${f.list(a.changed)}.`
        : `The body of the ${a.method} is cut short as if a router had replaced ${a.inside} by ${a.outside}.`,
    explanation: (a, f) =>
      a.how === 'on-the-way'
        ? `The same ${a.method} was captured on both sides, with one branch and different ${f.list(a.changed)}. A proxy or an SBC would have a branch of its own; what rewrites fields and keeps the branch is a helper in a router.${a.harmed ? ' The call failed.' : ' This call was none the worse for it; others may be.'}`
        : `${f.list(a.changed)}: the difference is just that between the private address that the device left in its header fields and the public one that now stands in the SDP. Receivers take the body for incomplete.`,
    fix: () => ALG_FIX,
  },
  'ice-failed': {
    summary: 'The descriptions of the call show that ICE cannot connect the two sides.',
    title: (a) =>
      ({
        mismatch: `${a.node} gave ICE up: the SDP was changed on the way.`,
        'one-sided': `${a.node} answered without ICE, and there is no other way to the offerer.`,
        'private-only': `All ICE candidates of ${a.node} are private.`,
      })[a.how],
    explanation: (a) =>
      ({
        mismatch:
          'a=ice-mismatch in the answer says that the address in c= and m= is none of the candidates: something on the way rewrote one and not the other.',
        'one-sided':
          'The offer leaves its addresses to ICE (port 9 or 0.0.0.0). Who answers without ICE has nowhere to send media to.',
        'private-only': `It offered ${a.candidates} candidate${a.candidates === 1 ? '' : 's'}, none of which can be reached from outside its network, and is seen at a public address. The call was short; whether media got through is not in the signalling.`,
      })[a.how],
    fix: (a) =>
      a.how === 'private-only'
        ? [
            'Configure STUN and TURN servers for that side, and let UDP to them through its firewall.',
          ]
        : a.how === 'mismatch'
          ? [
              'Look for the SBC, proxy or SIP ALG that rewrites c= and m= and leaves a=candidate alone.',
              'Let the media relay add its own candidates (rtpengine: ICE=force), or take all of them out.',
            ]
          : [
              `Put a media gateway between the WebRTC side and ${a.node} (rtpengine, Janus, FreeSWITCH, an SBC).`,
            ],
  },
};

function portOf(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}
