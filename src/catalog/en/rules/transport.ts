import type { TransportArgs, Unreachable } from '../../../model/rule-args.ts';
import type { Formatter } from '../../format.ts';
import type { TransportTexts } from '../../rule-families.ts';

interface Why {
  readonly what: string;
  readonly fix: (target: string) => string;
}

const route = (target: string): string => `Check that ${target} is up, and the routes to it.`;

const UNREACHABLE: Readonly<Record<Unreachable, Why>> = {
  port: {
    what: 'nothing listens on this port',
    fix: (target) =>
      `Check at ${target} that the SIP service runs and listens on this address, port and transport.`,
  },
  host: { what: 'the host is not reachable', fix: route },
  network: { what: 'no route leads to its network', fix: route },
  protocol: {
    what: 'the host does not speak this transport protocol',
    fix: (target) => `Choose a transport that ${target} supports.`,
  },
  prohibited: {
    what: 'a firewall or an access list refuses it',
    fix: (target) => `Allow SIP to ${target} in the firewall or access list that refuses it.`,
  },
  'too-big': {
    what: 'the packet is too large for a link on the way and must not be fragmented',
    fix: () => 'Use TCP or TLS for large messages, or make them smaller; check the MTU of tunnels.',
  },
  parameter: {
    what: 'a field of its IP header was not understood',
    fix: () => 'Look for a device on the way that writes wrong IP options.',
  },
  other: { what: 'it could not be delivered', fix: route },
};

const message = (lost: string): string =>
  lost === '' ? 'A SIP packet' : /^\d/.test(lost) ? `The ${lost} response` : `The ${lost}`;

const ranges = (missing: TransportArgs['ip-fragment-loss']['missing']): string =>
  missing.map(([from, to]) => (to === null ? `${from}–end` : `${from}–${to - 1}`)).join(', ');

type Storm = TransportArgs['retransmission-storm'];

interface StormText {
  title(a: Storm, f: Formatter): string;
  why(a: Storm, f: Formatter): string;
  fix(a: Storm): string;
}

const STORM: Readonly<Record<Storm['deaf'], StormText>> = {
  slow: {
    title: (a, f) =>
      a.calls > 1
        ? `In ${f.integer(a.calls)} calls ${a.sender} had to repeat its ${a.what} before an answer of ${a.receiver} was seen.`
        : `${a.sender} sent ${a.what} ${f.integer(a.copies)} times before an answer of ${a.receiver} was seen.`,
    why: (a, f) =>
      a.calls > 1
        ? `At worst ${f.integer(a.copies)} copies were sent in ${f.duration(a.elapsedUs)}. One call may lose a packet or two; so many say that packets are lost on the way, or that ${a.receiver} cannot keep up.`
        : `It came after ${f.duration(a.elapsedUs)}: earlier copies were lost on the way, or ${a.receiver} was busy.`,
    fix: (a) => `Check the loss on the way to ${a.receiver}, and its load.`,
  },
  answered: {
    title: (a, f) =>
      `${a.sender} went on repeating ${a.what} (${f.integer(a.copies)} copies) after its answer was seen.`,
    why: (a, f) =>
      `For ${f.duration(a.elapsedUs)} the answer passed this point of capture and did not reach ${a.sender}, or was not understood there: NAT, a wrong port in Via, a firewall.`,
    fix: (a) =>
      `Compare the Via of the request (sent-by, rport, received) with where the answer went; capture at ${a.sender}.`,
  },
  unacknowledged: {
    title: (a, f) => `${a.sender} sent ${a.what} ${f.integer(a.copies)} times and no ACK was seen.`,
    why: (a, f) =>
      `For ${f.duration(a.elapsedUs)} ${a.sender} waited for the confirmation of its final response. Either the response did not reach ${a.receiver}, or the ACK went elsewhere.`,
    fix: (a) =>
      `Look at ${a.receiver} whether the response arrived, and at the Contact and Record-Route by which the ACK is routed.`,
  },
};

export const transportRules: TransportTexts = {
  'noninvite-no-response': {
    summary: 'A request other than INVITE was repeated and no response was seen.',
    title: (a, f) =>
      a.copies === 1
        ? `${a.method} to ${a.target}: no response was seen.`
        : `${f.integer(a.copies)} copies of ${a.method} went to ${a.target} and no response was seen.`,
    explanation: (a, f) => {
      const said =
        a.copies === 1
          ? `${a.sender} waited ${f.duration(a.elapsedUs)} in vain.`
          : `${a.sender} kept trying for ${f.duration(a.elapsedUs)}.`;
      if (a.method === 'BYE') {
        return `${said} The other end may have gone, or the BYE went to an address that it cannot be reached at; it may go on charging the call.`;
      }
      if (a.method === 'REGISTER') {
        return `${said} Without a registration no call reaches this device.`;
      }
      if (a.method === 'OPTIONS') {
        return `${said} Who supervises a peer by OPTIONS takes it for down now.`;
      }
      return `${said} The request was lost on the way, ignored, or its answer took another path.`;
    },
    fix: (a) => [
      `Check that ${a.target} is up and listens on this port and transport.`,
      'Check firewalls, NAT bindings and ban lists (fail2ban, pike) on the way.',
      ...(a.method === 'BYE'
        ? [
            'Compare the address that the BYE goes to with the Contact and Record-Route of the call.',
          ]
        : []),
    ],
  },
  'icmp-unreachable': {
    summary: 'An ICMP error says that a SIP packet could not be delivered.',
    title: (a) =>
      `${message(a.lost)} to ${a.target} could not be delivered: ${UNREACHABLE[a.why].what}.`,
    explanation: (a, f) => {
      const own = a.target.startsWith(`${a.reporter}:`) || a.target.startsWith(`[${a.reporter}]`);
      const who = own
        ? 'The addressed host says so itself'
        : `${a.reporter} reports it on the way; it is not necessarily at fault`;
      const often = a.count > 1 ? `, ${f.integer(a.count)} times` : '';
      const end = a.recovered ? ' A later copy got through.' : '';
      return `${who} (${a.code}${often}). ${/^\d/.test(a.lost) ? 'Who asked waits for an answer in vain.' : 'The sender should treat this as a failure at once instead of waiting for a timer.'}${end}`;
    },
    fix: (a) =>
      /^\d/.test(a.lost)
        ? [
            'The response went where the Via says: compare its sent-by, rport and received with the port that the request came from.',
          ]
        : [
            UNREACHABLE[a.why].fix(a.target),
            `If ${a.target} is the wrong address: look where ${a.sender} has it from (DNS, Route, Contact, dial plan).`,
          ],
  },
  'udp-over-mtu': {
    summary: 'A request too large for UDP got no response.',
    title: (a, f) =>
      `The ${a.method} to ${a.target} has ${f.integer(a.bytes)} bytes over UDP and got no response, while others did.`,
    explanation: (a) =>
      a.fragmented
        ? `It travels in several IP fragments, and many NATs and firewalls drop those. Above 1300 bytes a request should go over TCP (RFC 3261 §18.1.1).`
        : `Above 1300 bytes a request should go over TCP (RFC 3261 §18.1.1), because a tunnel or a DSL line on the way may have to fragment it.`,
    fix: (a) => [
      `Send to ${a.target} over TCP or TLS, or let the sender change to TCP for large requests.`,
      `Make it smaller. The largest parts: ${a.largest.join(', ')}.`,
    ],
  },
  'ip-fragment-loss': {
    summary: 'Fragments of a SIP packet are missing.',
    title: (a, f) => {
      const what = a.startLine === '' ? 'a packet' : a.startLine.split(' ').slice(0, 2).join(' ');
      if (a.filtered) {
        return `The capture filter drops later IP fragments: ${f.integer(a.count)} large SIP ${a.count === 1 ? 'packet is' : 'packets are'} incomplete, such as ${what}.`;
      }
      return `Fragments of ${what} from ${a.from} to ${a.to} are missing.`;
    },
    explanation: (a, f) =>
      a.filtered
        ? 'Later fragments carry no ports, so a capture filter on port 5060 drops them; this says nothing about the network. Large messages are missing from this report.'
        : `${f.integer(a.fragments)} ${a.fragments === 1 ? 'fragment was' : 'fragments were'} seen, bytes ${ranges(a.missing)} were not. ${a.arrived ? 'It was answered all the same, so only the capture lacks them.' : 'One lost fragment loses the whole message, and every copy of it loses the same part.'}${a.nearby === '' ? '' : ` Possibly it is the message that one call between the two lacks at that time, Call-ID ${a.nearby}.`}`,
    fix: (a) =>
      a.filtered
        ? ['Capture with "port 5060 or (ip[6:2] & 0x1fff != 0)", or without a filter.']
        : [
            'Look for the NAT, firewall or tunnel between the two that drops fragments.',
            'Use TCP or TLS for large messages, or make them smaller: fewer codecs, compact forms, no unneeded header fields.',
          ],
  },
  'retransmission-storm': {
    summary: 'A message was repeated: answered late, answered in vain, or without its ACK.',
    title: (a, f) => STORM[a.deaf].title(a, f),
    explanation: (a, f) => STORM[a.deaf].why(a, f),
    fix: (a) => [STORM[a.deaf].fix(a)],
  },
  'transport-failover': {
    summary: 'The same request was tried at several targets in turn.',
    title: (a, f) =>
      a.code === 0
        ? `${a.sender} waited ${f.duration(a.waitedUs)} for ${a.failed} before it tried ${a.next}.`
        : `${a.sender} tried ${a.next} ${f.duration(a.waitedUs)} after ${a.failed}, which answered ${a.code}.`,
    explanation: (a) =>
      `${a.code === 0 ? `No response from ${a.failed} was seen.` : `${a.failed} answered ${a.code}.`} ${
        a.worked ? 'The next target took the request.' : 'The next target did not help either.'
      }`,
    fix: (a) => [
      `Take ${a.failed} out of the DNS records or the dispatcher list while it is down; probe targets with OPTIONS.`,
      a.code === 0
        ? 'Shorten the time-out for each target so that the caller does not notice.'
        : `Find out why ${a.failed} refuses with ${a.code}: the calls that another target takes hide it.`,
    ],
  },
  'dns-failure': {
    summary: 'A node says that it could not resolve the next hop in DNS.',
    title: (a) => `${a.node} could not resolve the next hop: ${a.code} ${a.phrase}.`,
    explanation: () =>
      'The request had a destination name for which DNS gave no usable address (NAPTR, SRV, A, AAAA).',
    fix: (a) => [
      `Resolve the domain of the Request-URI and Route on ${a.node} itself (dig NAPTR, SRV, A).`,
      'Check the resolver that it uses, and names that only the internal DNS knows.',
    ],
  },
  'request-to-wrong-transport': {
    summary: 'A secure URI was contacted over an unprotected transport, and refused.',
    title: (a) =>
      `${a.uri} was contacted over ${a.transport.toUpperCase()}, and ${a.target} refused it with ${a.code}.`,
    explanation: (a) =>
      `${a.warning === 0 ? '' : `The refusal carries Warning ${a.warning}. `}A sips URI demands TLS on every hop (RFC 5630).`,
    fix: (a) => [
      `Send to ${a.target} over TLS, or call the sip form of the URI if protection is not required.`,
    ],
  },
};
