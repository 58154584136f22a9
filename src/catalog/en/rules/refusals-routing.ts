import type { ResponseArgs } from '../../../model/response-args.ts';
import { networkCauseOf } from '../../q850.ts';
import { refusalTexts, said } from '../../refusal-text.ts';
import type { RoutingRefusalTexts } from '../../rule-families.ts';
import { saysClock } from '../clocks.ts';

const refusal = refusalTexts('en');

const way = (path: readonly string[]): string => path.join(' → ');

const SECOND_PASS: Readonly<
  Record<
    ResponseArgs['resp-482-loop']['how'],
    (a: Pick<ResponseArgs['resp-482-loop'], 'path' | 'node'>) => string
  >
> = {
  loop: ({ path }) =>
    `The request came by the same node twice with the same Request-URI: ${way(path)}.`,
  spiral: ({ path }) =>
    `The request came by the same node twice, with another Request-URI each time: ${way(path)}. That is a spiral and no loop by itself; a node that does not compare the Request-URI takes it for one.`,
  merged: ({ node }) =>
    `${node} got the same request over two branches (same Call-ID, From tag and CSeq) and refused the second one.`,
  unseen: ({ path }) =>
    `On the way that was seen (${way(path)}) no node comes twice, so it turns in a circle further on, or a copy came from elsewhere.`,
};

const OVERLOAD: Readonly<
  Record<
    ResponseArgs['resp-503-overload']['topic'],
    { readonly title: string; readonly why: string; readonly fix: readonly string[] }
  >
> = {
  capacity: {
    title: 'has no capacity left',
    why: 'The wording speaks of a limit or of congestion: there are more calls than it may or can take.',
    fix: [
      'Compare the calls at that moment with its limits: channels, calls per second, licences.',
    ],
  },
  route: {
    title: 'has no route that works',
    why: 'The wording speaks of routes, gateways or peers: the node itself is well, everything behind it for this number is not.',
    fix: [
      'Look at the gateways and trunks behind it: which are down, and which serve this number?',
    ],
  },
  maintenance: {
    title: 'is out of service for now',
    why: 'The wording speaks of starting, stopping or maintenance.',
    fix: [
      'Ask its operator about maintenance at that time, and take it out of the route meanwhile.',
    ],
  },
  unknown: { title: 'cannot take the call now', why: '', fix: [] },
};

export const routingRefusals: RoutingRefusalTexts = {
  'redirect-loop': {
    summary: 'Redirections sent a call in a circle.',
    title: (a, f) =>
      a.repeated
        ? `The call was redirected in a circle: ${f.integer(a.redirects)} redirections, and an address comes back.`
        : `The call was redirected ${f.integer(a.redirects)} times and never arrived.`,
    explanation: (a) =>
      `Each 3xx names the next address to try: ${way(a.targets)}. A client must not try an address twice, so the call ends here (RFC 3261 §8.1.3.4).`,
    fix: (a) => [
      `Look at the forwards and routes behind ${a.node}: two of them point at each other.`,
      'If a load balancer redirects: let it send the call to a server, and not to another balancer.',
    ],
  },
  'redirect-not-followed': {
    summary: 'A call was redirected, and no call to the new address was seen.',
    title: (a) =>
      a.contact === ''
        ? `${a.node} redirected the call (${a.code}) without saying where.`
        : `${a.node} redirected the call to ${a.contact} (${a.code}); no INVITE to it was seen.`,
    explanation: (a) =>
      a.contact === ''
        ? 'A redirection without a Contact leads nowhere: the caller can only give up.'
        : `A 3xx asks ${a.client} to call the new address itself. Some trunks and PBXs refuse that on purpose, because a redirection can lead to expensive numbers; a call over another way would be outside this capture.`,
    fix: (a) => [
      `Allow ${a.client} to follow redirections of this server, or let a proxy before it do so.`,
      `Or let ${a.node} forward the call itself (as a proxy or B2BUA) instead of redirecting.`,
    ],
  },
  'resp-408-timeout': refusal({
    summary: 'A node waited in vain and gave up with 408.',
    title: (a, f) =>
      a.rang
        ? `It rang, and ${a.node} gave up after ${f.duration(a.waitedUs)}: ${said(a)}.`
        : `${a.node} gave up after ${f.duration(a.waitedUs)}: ${said(a)}.`,
    why: (a, f) => saysClock(a.clock, f).trim(),
    fix: (a) => [`Look one hop beyond ${a.node}: who had the INVITE and did not answer it?`],
  }),
  'resp-482-loop': refusal({
    summary: 'A request came to a node a second time (482).',
    title: (a) =>
      a.how === 'merged'
        ? `${a.node} got the same call over two ways and refused one: ${said(a)}.`
        : a.how === 'spiral'
          ? `The call came back to a node with another address, and ${a.node} took that for a loop: ${said(a)}.`
          : a.how === 'unseen'
            ? `${a.node} says that it has seen the call before: ${said(a)}.`
            : `The call runs in a loop: ${a.node} saw it a second time, ${said(a)}.`,
    why: (a) => SECOND_PASS[a.how](a),
    fix: (a) =>
      a.how === 'merged'
        ? ['Let one way only lead to this node: two SRV targets or two forks reach the same one.']
        : a.how === 'spiral'
          ? [
              'Find the rule that sends the call back (often a forwarding to a user of the same domain) and route it there at once.',
              `Let the loop detection of ${a.node} compare the Request-URI too.`,
            ]
          : ['Find the rule that sends the unchanged number back, and break the circle there.'],
  }),
  'resp-483-hops': refusal({
    summary: 'Max-Forwards was used up on the way (483).',
    title: (a, f) =>
      a.how === 'loop' || a.how === 'spiral'
        ? `The call ran in a circle until its hops were used up: ${said(a)} from ${a.node}.`
        : a.how === 'low'
          ? `The call began with ${f.integer(a.first)} hops and used them up: ${said(a)} from ${a.node}.`
          : `The call used up its hops before it arrived: ${said(a)} from ${a.node}.`,
    why: (a, f) => {
      const first =
        a.first < 0 ? '' : ` It was first seen with Max-Forwards ${f.integer(a.first)}.`;
      return a.how === 'low'
        ? `Each proxy takes one off, and 70 is customary; the sender began low.${first}`
        : a.how === 'loop'
          ? `The request came by the same node again, and no node noticed the loop: ${way(a.path)}.${first}`
          : a.how === 'spiral'
            ? `The request came by the same node again with another Request-URI, which loop detection does not notice: ${way(a.path)}.${first}`
            : `On the way that was seen (${way(a.path)}) no node comes twice: the circle is further on.${first}`;
    },
    fix: (a) =>
      a.how === 'low'
        ? [
            'Let the sender begin with Max-Forwards 70; a B2BUA must not copy it from its other leg.',
          ]
        : [
            'Find the two nodes that send the call to each other, and switch on their loop detection.',
          ],
  }),
  'max-forwards-low': {
    summary: 'A call begins with few hops (Max-Forwards).',
    title: (a, f) => `${a.sender} gives its INVITE only ${f.integer(a.value)} hops (Max-Forwards).`,
    explanation: () =>
      'Each proxy takes one off and refuses with 483 when none is left. 70 is customary; a low value fails as soon as the way grows by a few hops.',
    fix: (a) => [`Set Max-Forwards to 70 at ${a.sender}, unless its low value is on purpose.`],
  },
  'resp-500-server': refusal({
    summary: 'A node failed (500).',
    title: (a) =>
      a.passedOn === ''
        ? `${a.node} failed: ${said(a)}.`
        : `${a.passedOn} answered 503, and ${a.node} turned it into ${said(a)}.`,
    why: (a) =>
      a.passedOn === ''
        ? ''
        : `A proxy may not pass on the 503 of one of its servers, because the caller would then avoid the proxy. The fault is at ${a.passedOn}.`,
    fix: (a) => {
      if (a.passedOn !== '') return [`Look at ${a.passedOn}: why does it refuse with 503?`];
      const cause = networkCauseOf(a.reason);
      if (cause === null) return [];
      return [
        `Ask whoever runs the network behind ${a.node}, with the time of the call, both numbers and Q.850 cause ${cause}: the fault is there.`,
        `Look at the trunks of ${a.node} into that network: alarms, signalling links, free channels at that moment.`,
        'Give such calls another route until it is repaired.',
      ];
    },
    alone: (a) => a.passedOn === '' && networkCauseOf(a.reason) !== null,
  }),
  'resp-502-504-gateway': refusal({
    summary: 'What lies behind a node answered badly (502) or not in time (504).',
    title: (a) =>
      a.next === ''
        ? `The fault lies behind ${a.node}: ${said(a)}.`
        : `The fault lies behind ${a.node}, at ${a.next} or beyond: ${said(a)}.`,
    why: (a, f) => saysClock(a.clock, f).trim(),
    fix: (a) =>
      a.next === ''
        ? [`Find out which next hop ${a.node} chose for this call: it is not in this capture.`]
        : [`Look at ${a.next}: is it up, and does it know this route?`],
  }),
  'resp-503-overload': refusal({
    summary: 'A node cannot serve now (503).',
    title: (a) => `${a.node} ${OVERLOAD[a.topic].title}: ${said(a)}.`,
    why: (a, f) => {
      const { why } = OVERLOAD[a.topic];
      const wait =
        a.retryAfter < 0
          ? ''
          : `It asks to stay away for ${f.duration(a.retryAfter * 1_000_000)} (Retry-After).`;
      // Without words of its own, what the code means in general says more.
      return why === '' ? '' : [why, wait].filter((part) => part !== '').join(' ');
    },
    fix: (a) => [...OVERLOAD[a.topic].fix],
  }),
  'retry-after-ignored': {
    summary: 'A server asked for time (Retry-After), and new requests came all the same.',
    title: (a, f) =>
      `${a.client} went on after ${f.duration(a.afterUs)}, although ${a.server} had asked for ${f.duration(a.retryAfter * 1_000_000)} (Retry-After).`,
    explanation: (a, f) =>
      `${f.integer(a.requests)} new ${a.requests === 1 ? 'request' : 'requests'} came within the time that the 503 asked for, and the server refused again. Each of them keeps an overloaded server busy.`,
    fix: (a) => [
      `Let ${a.client} honour Retry-After: use another server for that time, or reject at once.`,
      'Have a second server or route for this destination.',
    ],
  },
  'overload-burst': {
    summary: 'A node refused many requests within a minute (503, 500).',
    title: (a, f) =>
      `${a.node} is saturated: ${f.integer(a.failures)} requests refused within a minute (${a.codes}).`,
    explanation: (a, f) =>
      `Altogether it refused ${f.integer(a.total)} requests. So many at once are no matter of single calls: the node, or all that it can route to, had no capacity.`,
    fix: (a) => [
      `Compare the load on ${a.node} at that time with what it is built for: CPU, channels, calls per second, licences.`,
      'Spread the calls over more servers, and limit the rate before it (RFC 7339 lets servers say how much they take).',
      'Check whether failing calls are retried at once and make the load themselves.',
    ],
  },
  'vendor-routing-code': refusal({
    summary: 'A proxy could do nothing with its next hop (473 to 479 of Kamailio and OpenSIPS).',
    title: (a) => `The proxy ${a.node} could not send the call on: ${said(a)}.`,
  }),
};
