/** English texts: redirection. The caller is asked to try another address itself. */
import type { StatusCode } from '../status-codes.ts';
import type { CodeText } from '../types.ts';

export const codes3xx = {
  300: {
    label: 'several choices',
    note: 'Caller may pick one of several contacts',
    meaning:
      'The callee can be reached at several addresses, and the caller or a proxy on the way shall pick. The Contact headers list them, best first by q value.',
    when: 'From redirect servers, ENUM and least-cost routing engines that return a list of routes.',
    causes: [
      'LCR or number-portability server handing out ranked carrier routes',
      'User with several addresses on a server that redirects instead of forking',
      'Caller’s PBX uses only the first Contact, or only its user part (Asterisk’s default `redirect_method=user`)',
    ],
    fix: {
      caller: ['Try the contacts in order of q until one works'],
      operator: [
        'Verify that a new INVITE to one of the contacts follows, and restrict which hosts may be targets',
        'Resolve the list on your own proxy if customers’ devices cannot',
      ],
      callee: [],
    },
    neighbours: [
      { code: 302, difference: '302: one temporary address, no choice offered.' },
      {
        code: 485,
        difference:
          '485: the name dialled fits several users; somebody has to say which one is meant.',
      },
    ],
  },
  301: {
    label: 'moved permanently',
    note: 'New address for good, see Contact',
    meaning:
      'The address dialled is no longer valid and Contact names the new one. The caller should call there now and may remember it for the future.',
    when: 'From redirect servers after a number or domain has moved.',
    causes: [
      'Number or user moved to another domain or server',
      'Registrar or trunk platform pointing clients to another node: check that they persist it',
      'Contact with a private or unreachable address, so that the second attempt dies',
      'Two entries pointing at each other: redirect loop',
    ],
    fix: {
      caller: ['Call the Contact address, and update the address book or trunk setting'],
      operator: [
        'Check that a new INVITE to the Contact address follows and is answered',
        'Restrict redirect targets to known hosts: an open redirect is a way to commit toll fraud',
      ],
      callee: ['Publish the new address, and put a reachable host into Contact'],
    },
    neighbours: [
      { code: 302, difference: '302: only for this time; do not store the new address.' },
      { code: 410, difference: '410: gone, and no new address is known.' },
      { code: 181, difference: '181: a server forwards the call; the caller does nothing.' },
    ],
  },
  302: {
    label: 'moved temporarily',
    note: 'Call the Contact address instead, this time',
    meaning:
      'For now the callee is at the address in Contact, and the caller or a proxy shall send the INVITE there. Without an Expires value it holds for this one call only.',
    when: 'From phones with call forwarding set on the device, and from routing engines that answer every INVITE with the route to take.',
    causes: [
      'Forwarding set on the phone itself (Cisco, Yealink, Snom and most others redirect with 302)',
      'Routing engine, load balancer or number-portability lookup built as a redirect server',
      'Asterisk translating hangup cause 23',
      'Caller does not follow: carriers and Twilio refuse redirects, many trunks ignore them',
      'Contact is private, unresolvable, or leads back to the phone that redirected (loop)',
    ],
    fix: {
      caller: ['Follow the Contact, or have your proxy follow it'],
      operator: [
        'Check that a new INVITE to the Contact address follows; if not, handle redirects on the proxy or turn the forward into a server-side one',
        'Allow redirects only to known targets and charge them to the forwarding user',
      ],
      callee: [
        'Prefer forwarding on the PBX over forwarding on the phone when callers’ networks refuse 302',
      ],
    },
    neighbours: [
      { code: 301, difference: '301: the move is for good.' },
      { code: 181, difference: '181: the server forwards; 302 makes the caller do it.' },
      { code: 300, difference: '300: several addresses to choose from.' },
      { code: 305, difference: '305: same callee, but only through the proxy named.' },
    ],
  },
  305: {
    label: 'use this proxy',
    note: 'Reachable only through the proxy in Contact',
    meaning:
      'The callee accepts this request only through the proxy named in Contact. Hardly any system uses it, so an unexpected 305 deserves suspicion.',
    when: 'Practically never. Only the callee’s own device may send it.',
    causes: [
      'Private or test set-up that enforces a particular proxy',
      'Somebody on the path trying to pull calls through a machine of their own: interception or toll fraud',
    ],
    fix: {
      caller: ['Do not follow it automatically to a proxy that you do not know'],
      operator: ['Find out who sent it, and block it at the border if no customer needs it'],
      callee: ['Use DNS SRV records or an outbound proxy setting instead'],
    },
    neighbours: [
      {
        code: 302,
        difference: '302: names another address of the callee, not a proxy to pass through.',
      },
      { code: 407, difference: '407: the proxy already on the path wants credentials.' },
    ],
  },
  380: {
    label: 'alternative service',
    note: 'Not like this; the body says how else',
    meaning:
      'The call cannot be set up this way, but another service can carry it, and the body describes which. In practice it is the IMS telling a handset that this is an emergency call.',
    when: 'From a P-CSCF when a handset dials an emergency number as if it were an ordinary call; the body is `application/3gpp-ims+xml`.',
    causes: [
      'Emergency number that the handset did not recognise, for example while roaming',
      'IMS cannot serve emergency calls here and sends the handset to the circuit-switched network',
      'SBC or PBX on an IMS trunk that cannot read the body: the call dies although it is an emergency',
    ],
    fix: {
      caller: [
        'Repeat the call as an emergency registration and call, or over the circuit-switched network, as the body says',
      ],
      operator: [
        'Treat it first: an emergency call is involved',
        'Provision the local emergency numbers in handsets and PBXs, so that the detour is not needed',
      ],
      callee: [],
    },
    neighbours: [
      { code: 302, difference: '302: gives another URI; 380 describes another kind of service.' },
      { code: 503, difference: '503: no service at this server; no alternative is described.' },
    ],
  },
} satisfies Partial<Record<StatusCode, CodeText>>;
