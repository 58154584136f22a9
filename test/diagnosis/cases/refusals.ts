/** Final responses that say where a call could not go: numbers, rules, routes, capacity. */
import { fires, type RuleCase, spares } from './case.ts';

const GATEWAY = '203.0.113.9:5060';
const PROXY = '198.51.100.1:5060';
const BOB = '192.0.2.20:5060';
const CALLED = 'sip:+84901234567@203.0.113.9';

/** `alice -> gw`, refused 30 ms later; header lines below the final. */
const refused = (final: string, headers = '', uri = CALLED): string => `
  alice -> gw INVITE ${uri} with sdp
  +30ms gw -> alice ${final}
    ${headers}
  +2ms alice -> gw ACK
  +40s capture ends
`;
/** The same through the proxy, which passes the refusal on. */
const relayed = (final: string, headers = ''): string => `
  alice -> proxy INVITE sip:+84901234567@example.com with sdp
  +2ms proxy -> alice 100
  +3ms proxy -> gw INVITE ${CALLED}
  +30ms gw -> proxy ${final}
    ${headers}
  +1ms proxy -> gw ACK
  +1ms proxy -> alice ${final}
  +2ms alice -> proxy ACK
  +40s capture ends
`;
const answered = `
  alice -> gw INVITE ${CALLED} with sdp
  +30ms gw -> alice 180
  +2s gw -> alice 200 with sdp
  +2ms alice -> gw ACK
  +10s alice -> gw BYE
  +2ms gw -> alice 200
  +40s capture ends
`;
/** Three INVITEs, each with more digits than the one before. */
const OVERLAP = `
  alice -> gw INVITE sip:8490@203.0.113.9 with sdp
  +9ms gw -> alice 484
  +2ms alice -> gw ACK
  +2s alice -> gw INVITE sip:84901234@203.0.113.9 with sdp
  +9ms gw -> alice 484
  +2ms alice -> gw ACK
  +2s alice -> gw INVITE sip:84901234567@203.0.113.9 with sdp
  +90ms gw -> alice 180
  +2s gw -> alice 200 with sdp
  +2ms alice -> gw ACK
  +40s capture ends
`;
/** A busy trunk, then one that answers. */
const FAILOVER = `
  alice -> proxy INVITE sip:+84901234567@example.com with sdp
  +2ms proxy -> alice 100
  +3ms proxy -> gw INVITE ${CALLED}
  +30ms gw -> proxy 503
  +1ms proxy -> gw ACK
  +1ms proxy -> pbx INVITE sip:+84901234567@198.51.100.20
  +30ms pbx -> proxy 180
  +1ms proxy -> alice 180
  +2s pbx -> proxy 200 with sdp
  +1ms proxy -> alice 200
  +2ms alice -> proxy ACK
  +1ms proxy -> pbx ACK
  +40s capture ends
`;
const ERROR = { severity: 'error', confidence: 'proven' } as const;
const INFO = { severity: 'info', confidence: 'proven' } as const;

const forbidden: RuleCase[] = [
  ...(
    [
      ['Forbidden', 'unknown'],
      ['Source IP not in ACL', 'address'],
      ['Invalid Caller ID', 'caller'],
      ['Country not enabled', 'destination'],
      ['Channel limit exceeded', 'limit'],
      ['Insufficient balance', 'balance'],
      ['Not relaying', 'relay'],
      ['Account suspended', 'account'],
      ['Wrong password', 'credentials'],
      ['Dialed number not allowed D35', 'caller'],
    ] as const
  ).map(([phrase, topic]) =>
    fires('resp-403-policy', `"${phrase}"`, refused(`403 "${phrase}"`), {
      ...ERROR,
      args: { node: GATEWAY, topic, caller: '1001@example.com', called: '+84901234567' },
      frames: [1, 2],
    }),
  ),
  fires('resp-403-policy', 'a 402', refused('402'), {
    ...ERROR,
    args: { code: 402, topic: 'balance' },
    frames: [1, 2],
  }),
  fires(
    'resp-403-policy',
    'cause 21 of a gateway before anything rang',
    refused('403', 'Reason: Q.850;cause=21'),
    { ...ERROR, args: { topic: 'unknown', outcome: 'failed-policy' }, frames: [1, 2] },
  ),
  fires(
    'resp-403-policy',
    'cause 21 of a gateway after it rang: one story with the outcome',
    `alice -> gw INVITE ${CALLED} with sdp
    +90ms gw -> alice 180
    +4s gw -> alice 403
      Reason: Q.850;cause=21
    +2ms alice -> gw ACK
    +40s capture ends`,
    {
      ...ERROR,
      severity: 'info',
      args: { topic: 'rejected', outcome: 'declined-user' },
      frames: [1, 3],
    },
  ),
  fires(
    'resp-403-policy',
    'words in a Reason',
    refused('403', 'Reason: SIP;cause=403;text="CPS limit"'),
    {
      ...ERROR,
      args: { topic: 'limit' },
      frames: [1, 2],
    },
  ),
  fires('resp-403-policy', 'a refusal that a proxy passed on', relayed('403'), {
    ...ERROR,
    args: { node: GATEWAY },
    frames: [3, 4, 6],
  }),
  spares('resp-403-policy', 'a call that was answered', answered),
  spares('resp-403-policy', 'another code', refused('404')),
];

const numbers: RuleCase[] = [
  ...(
    [
      ['sip:+84901234567@203.0.113.9', '+84901234567', 'ordinary'],
      ['sip:0901234567@203.0.113.9', '0901234567', 'ordinary'],
      ['sip:00441632960000@203.0.113.9', '00441632960000', 'ordinary'],
      ['sip:alice@203.0.113.9', 'alice', 'name'],
      ['sip:203.0.113.9', '203.0.113.9', 'empty'],
      ['urn:service:sos', 'urn:service:sos', 'service'],
      ['sip:+0901234567@203.0.113.9', '+0901234567', 'plus-national'],
      ['sip:+0084901234567@203.0.113.9', '+0084901234567', 'plus-international'],
      ['sip:+840901234567@203.0.113.9', '+840901234567', 'trunk-zero'],
      ['sip:+390612345678@203.0.113.9', '+390612345678', 'ordinary'],
      ['sip:+8484841234567890@203.0.113.9', '+8484841234567890', 'too-long'],
    ] as const
  ).map(([uri, called, form]) =>
    fires('resp-404-number', `${called}: ${form}`, refused('404', '', uri), {
      ...ERROR,
      args: { called, form, code: 404 },
      frames: [1, 2],
    }),
  ),
  spares(
    'resp-404-number',
    'a 404 whose Reason says that the trunk is full',
    refused('404', 'Reason: Q.850;cause=34'),
  ),
  fires(
    'resp-other',
    'a 404 whose Reason says that the trunk is full',
    refused('404', 'Reason: Q.850;cause=34'),
    { ...ERROR, args: { code: 404, outcome: 'failed-capacity' }, frames: [1, 2] },
  ),
  fires(
    'resp-484-digits',
    'a number with too few digits',
    refused('484', '', 'sip:8490@203.0.113.9'),
    {
      ...ERROR,
      args: { called: '8490', digits: 4 },
      frames: [1, 2],
    },
  ),
  spares('resp-484-digits', 'digits that came in the next INVITE', OVERLAP),
  fires('overlap-dialling', 'digit by digit', OVERLAP, {
    ...INFO,
    args: { node: GATEWAY, attempts: 3, first: '8490', last: '84901234567' },
    frames: [1, 2, 4, 5, 7],
  }),
  spares('pdd-slow', 'digits that were still being dialled', OVERLAP),
  spares(
    'overlap-dialling',
    'another number after a 484',
    `alice -> gw INVITE sip:8490@203.0.113.9 with sdp
    +9ms gw -> alice 484
    +2ms alice -> gw ACK
    +2s alice -> gw INVITE sip:+442079460000@203.0.113.9 with sdp
    +9ms gw -> alice 404
    +2ms alice -> gw ACK
    +40s capture ends`,
  ),
  fires('resp-410-301-moved', 'a number that is gone', refused('410'), {
    ...ERROR,
    args: { contact: '', code: 410 },
    frames: [1, 2],
  }),
  fires(
    'resp-410-301-moved',
    'a new number',
    refused('301', 'Contact: <sip:2002@203.0.113.9;user=phone>'),
    {
      ...INFO,
      args: { contact: 'sip:2002@203.0.113.9' },
      frames: [1, 2],
    },
  ),
  spares('resp-410-301-moved', 'a move for now', refused('302', 'Contact: <sip:2002@203.0.113.9>')),
];

const hops: RuleCase[] = [
  fires('resp-483-hops', 'two proxies that send it to each other', 'loop-483', {
    ...ERROR,
    args: { how: 'loop', first: 4 },
    frames: [9, 10, 18],
  }),
  fires(
    'resp-483-hops',
    'a sender that began low',
    `alice -> proxy INVITE sip:+84901234567@example.com with sdp
      Max-Forwards: 1
    +2ms proxy -> alice 100
    +3ms proxy -> gw INVITE ${CALLED}
    +30ms gw -> proxy 483
    +1ms proxy -> gw ACK
    +1ms proxy -> alice 483
    +2ms alice -> proxy ACK
    +40s capture ends`,
    { ...ERROR, args: { how: 'low', first: 1, node: GATEWAY }, frames: [3, 4, 6] },
  ),
  fires('resp-483-hops', 'a loop further on', refused('483'), {
    ...ERROR,
    args: { how: 'unseen', first: 70, path: ['192.0.2.10:5060', GATEWAY] },
    frames: [1, 2],
  }),
  spares('resp-483-hops', 'a spiral', 'spiral'),
  fires(
    'resp-482-loop',
    'a number that a proxy sends back',
    `p1 = 198.51.100.11 server "kamailio (5.8.1)"
    alice -> proxy INVITE sip:1099@example.com with sdp
    +1ms proxy -> alice 100
    +1ms proxy -> p1 INVITE sip:1099@example.com
    +1ms p1 -> proxy 100
    +1ms p1 -> proxy INVITE sip:1099@example.com
    +1ms proxy -> p1 482
    +1ms p1 -> proxy ACK
    +1ms p1 -> proxy 482
    +1ms proxy -> p1 ACK
    +1ms proxy -> alice 482
    +1ms alice -> proxy ACK
    +40s capture ends`,
    { ...ERROR, args: { how: 'loop', node: PROXY }, frames: [5, 6, 10] },
  ),
  fires(
    'resp-482-loop',
    'a spiral that is taken for a loop',
    `p1 = 198.51.100.11 server "kamailio (5.8.1)"
    alice -> proxy INVITE sip:1099@example.com with sdp
    +1ms proxy -> alice 100
    +1ms proxy -> p1 INVITE sip:1099@example.com
    +1ms p1 -> proxy 100
    +1ms p1 -> proxy INVITE sip:2000@example.com
    +1ms proxy -> p1 482
    +1ms p1 -> proxy ACK
    +1ms p1 -> proxy 482
    +1ms proxy -> p1 ACK
    +1ms proxy -> alice 482
    +1ms alice -> proxy ACK
    +40s capture ends`,
    { ...ERROR, args: { how: 'spiral', node: PROXY }, frames: [5, 6, 10] },
  ),
  fires(
    'resp-482-loop',
    'two ways to one phone, both refused',
    `p1 = 198.51.100.11 server "kamailio (5.8.1)"
    p2 = 198.51.100.12 server "kamailio (5.8.1)"
    alice -> proxy INVITE sip:1002@example.com with sdp
    proxy -> alice 100
    proxy -> p1 INVITE
    proxy -> p2 INVITE
    p1 -> bob INVITE sip:1002@192.0.2.20
    p2 -> bob INVITE sip:1002@192.0.2.20
    bob -> p2 482 "Merged Request"
    p2 -> bob ACK
    p2 -> proxy 482
    proxy -> p2 ACK
    +1s bob -> p1 486
    p1 -> bob ACK
    p1 -> proxy 486
    proxy -> p1 ACK
    proxy -> alice 482
    alice -> proxy ACK
    +40s capture ends`,
    { ...ERROR, args: { how: 'merged', node: BOB }, frames: [6, 7, 15] },
  ),
  fires(
    'resp-482-loop',
    'a second try after the first was over',
    `alice -> proxy INVITE sip:+84901234567@example.com with sdp
    +2ms proxy -> alice 100
    +3ms proxy -> gw INVITE ${CALLED}
    +30ms gw -> proxy 503
    +1ms proxy -> gw ACK
    +3ms proxy -> gw INVITE ${CALLED}
    +30ms gw -> proxy 482
    +1ms proxy -> gw ACK
    +1ms proxy -> alice 482
    +2ms alice -> proxy ACK
    +40s capture ends`,
    { ...ERROR, args: { how: 'unseen', node: GATEWAY }, frames: [6, 7, 9] },
  ),
  spares('resp-482-loop', 'a merged request beside an answer', 'merged-482'),
  spares('resp-482-loop', 'a spiral', 'spiral'),
  fires(
    'max-forwards-low',
    'few hops for a call over a proxy',
    `alice -> proxy INVITE sip:+84901234567@example.com with sdp
      Max-Forwards: 5
    +2ms proxy -> alice 100
    +3ms proxy -> gw INVITE ${CALLED}
    +30ms gw -> proxy 486
    +1ms proxy -> gw ACK
    +1ms proxy -> alice 486
    +2ms alice -> proxy ACK
    +40s capture ends`,
    { ...INFO, args: { sender: '192.0.2.10:5060', value: 5 }, frames: [1] },
  ),
  spares('max-forwards-low', 'a loop that says so itself', 'loop-483'),
  spares('max-forwards-low', 'the usual 70', relayed('486')),
  spares(
    'max-forwards-low',
    'what is left of it further on',
    `proxy -> gw INVITE ${CALLED} with sdp
      Max-Forwards: 5
      +Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK77
    +30ms gw -> proxy 404
    +2ms proxy -> gw ACK
    +40s capture ends`,
  ),
];

const servers: RuleCase[] = [
  fires('resp-500-server', 'a fault of its own', refused('500'), {
    ...ERROR,
    args: { passedOn: '', node: GATEWAY },
    frames: [1, 2],
  }),
  fires(
    'resp-500-server',
    'a 503 from behind it',
    `alice -> proxy INVITE sip:+84901234567@example.com with sdp
    +2ms proxy -> alice 100
    +3ms proxy -> gw INVITE ${CALLED}
    +30ms gw -> proxy 503
    +1ms proxy -> gw ACK
    +1ms proxy -> alice 500
    +2ms alice -> proxy ACK
    +40s capture ends`,
    { ...ERROR, args: { passedOn: GATEWAY, node: PROXY }, frames: [1, 6] },
  ),
  spares('resp-500-server', 'a 503', refused('503')),
  fires('resp-502-504-gateway', 'a 502', refused('502'), {
    ...ERROR,
    args: { next: '' },
    frames: [1, 2],
  }),
  fires(
    'resp-502-504-gateway',
    'a 504 of a proxy whose next hop was busy answering others',
    `alice -> proxy INVITE sip:+84901234567@example.com with sdp
    +2ms proxy -> alice 100
    +3ms proxy -> gw INVITE ${CALLED}
    +30ms gw -> proxy 183
    +1ms proxy -> alice 183
    +9s proxy -> alice 504 local
    +2ms alice -> proxy ACK
    +40s capture ends`,
    { ...ERROR, args: { next: GATEWAY, node: PROXY }, frames: [1, 6] },
  ),
  spares('resp-502-504-gateway', 'a 500', refused('500')),
  ...(
    [
      ['Service Unavailable', 'unknown'],
      ['Maximum calls in progress', 'capacity'],
      ['No route to destination', 'route'],
      ['Down for maintenance', 'maintenance'],
    ] as const
  ).map(([phrase, topic]) =>
    fires('resp-503-overload', `"${phrase}"`, refused(`503 "${phrase}"`, 'Retry-After: 30'), {
      ...ERROR,
      args: { topic, retryAfter: 30 },
      frames: [1, 2],
    }),
  ),
  fires('resp-503-overload', 'no Retry-After', refused('503'), {
    ...ERROR,
    args: { retryAfter: -1 },
    frames: [1, 2],
  }),
  spares('resp-503-overload', 'a server that another one made good for', FAILOVER),
  fires(
    'resp-408-timeout',
    'a time-out without a 100',
    `
    alice -> gw INVITE ${CALLED} with sdp
    +400ms gw -> alice 408
    +2ms alice -> gw ACK
    +40s capture ends`,
    {
      ...ERROR,
      args: { waitedUs: 400_000, rang: false, clock: null },
      frames: [1, 2],
    },
  ),
  fires(
    'resp-408-timeout',
    'a time-out after progress, at the clock of a proxy',
    `
    alice -> proxy INVITE sip:+84901234567@example.com with sdp
    +2ms proxy -> alice 100
    +3ms proxy -> gw INVITE ${CALLED}
    +9ms gw -> proxy 183
    +1ms proxy -> alice 183
    +120s proxy -> alice 408 local
    +2ms alice -> proxy ACK
    +40s capture ends`,
    {
      ...ERROR,
      args: {
        rang: false,
        node: PROXY,
        clock: {
          clock: 'provisional-then-stall',
          gapUs: 120_015_000,
          from: 115,
          to: 125,
          holder: PROXY,
        },
      },
      frames: [1, 6],
    },
  ),
  spares('resp-408-timeout', 'one after nothing but 100', 'trying-then-408-32s'),
  ...(['473', '474', '475', '476', '477', '478', '479'] as const).map((code) =>
    fires('vendor-routing-code', `a ${code}`, refused(`${code} "Not sent"`), {
      ...ERROR,
      args: { code: Number(code) },
      frames: [1, 2],
    }),
  ),
  spares('vendor-routing-code', 'a 480', refused('480')),
];

const callees: RuleCase[] = [
  fires('resp-480-unavailable', 'a server', refused('480'), {
    ...INFO,
    args: { how: 'server', afterUs: 30_000 },
    frames: [1, 2],
  }),
  fires(
    'resp-480-unavailable',
    'a phone at once',
    `alice -> bob INVITE sip:1002@192.0.2.20 with sdp
    +30ms bob -> alice 480
    +2ms alice -> bob ACK
    +40s capture ends`,
    { ...INFO, args: { how: 'device' }, frames: [1, 2] },
  ),
  fires(
    'resp-480-unavailable',
    'after some ringing',
    `alice -> bob INVITE sip:1002@192.0.2.20 with sdp
    +30ms bob -> alice 180
    +4s bob -> alice 480
    +2ms alice -> bob ACK
    +40s capture ends`,
    { ...INFO, args: { how: 'rang', afterUs: 4_000_000 }, frames: [1, 3] },
  ),
  spares(
    'resp-480-unavailable',
    'a phone that rang until nobody had picked up',
    `alice -> bob INVITE sip:1002@192.0.2.20 with sdp
    +30ms bob -> alice 180
    +30s bob -> alice 480
    +2ms alice -> bob ACK
    +40s capture ends`,
  ),
  fires(
    'resp-486-busy',
    'the Reject button',
    `alice -> bob INVITE sip:1002@192.0.2.20 with sdp
    +30ms bob -> alice 180
    +4s bob -> alice 486
    +2ms alice -> bob ACK
    +40s capture ends`,
    { severity: 'info', confidence: 'likely', args: { rangUs: 4_000_000 }, frames: [1, 3] },
  ),
  spares('resp-486-busy', 'a busy line', refused('486')),
  spares(
    'resp-486-busy',
    'a phone that says so after a short ring',
    `alice -> bob INVITE sip:1002@192.0.2.20 with sdp
    +30ms bob -> alice 180
    +400ms bob -> alice 486
    +2ms alice -> bob ACK
    +40s capture ends`,
  ),
  fires(
    'resp-487-terminated',
    'an Expires that ran out',
    `alice -> bob INVITE sip:1002@192.0.2.20 with sdp
      Expires: 10
    +30ms bob -> alice 180
    +10s bob -> alice 487
    +2ms alice -> bob ACK
    +40s capture ends`,
    { severity: 'info', confidence: 'likely', args: { how: 'expires' }, frames: [1, 3] },
  ),
  fires(
    'resp-487-terminated',
    'a CANCEL that was not captured',
    `alice -> bob INVITE sip:1002@192.0.2.20 with sdp
    +30ms bob -> alice 180
    +10s bob -> alice 487
    +2ms alice -> bob ACK
    +40s capture ends`,
    { severity: 'info', confidence: 'possible', args: { how: 'unseen' }, frames: [1, 3] },
  ),
  fires(
    'resp-487-terminated',
    'a BYE on the early dialog',
    `alice -> bob INVITE sip:1002@192.0.2.20 with sdp
    +30ms bob -> alice 180
    +10s alice -> bob BYE
    +2ms bob -> alice 200
    +2ms bob -> alice 487 for INVITE
    +2ms alice -> bob ACK
    +40s capture ends`,
    { ...INFO, args: { how: 'bye' }, frames: [1, 3, 5] },
  ),
  spares(
    'resp-487-terminated',
    'a CANCEL',
    `alice -> bob INVITE sip:1002@192.0.2.20 with sdp
    +30ms bob -> alice 180
    +10s alice -> bob CANCEL
    +2ms bob -> alice 200
    +2ms bob -> alice 487
    +2ms alice -> bob ACK
    +40s capture ends`,
  ),
  fires('resp-600-604', 'busy everywhere', refused('600 "Busy Everywhere"'), {
    ...INFO,
    args: { branches: 1 },
    frames: [1, 2],
  }),
  fires('resp-600-604', 'nobody anywhere', refused('604 "Does Not Exist Anywhere"'), {
    ...ERROR,
    args: { code: 604 },
    frames: [1, 2],
  }),
  spares('resp-600-604', 'busy here', refused('486')),
  fires(
    'resp-other',
    'a code that the catalog has no rule for',
    refused('439 "First Hop Lacks Outbound Support"'),
    {
      ...ERROR,
      args: { code: 439 },
      frames: [1, 2],
    },
  ),
  fires('resp-other', 'a code that nobody knows', refused('499 "Strange"'), {
    ...ERROR,
    args: { code: 499 },
    frames: [1, 2],
  }),
  spares('resp-other', 'a decline', 'decline-human'),
  spares('resp-other', 'a block by analytics', '603plus-sip'),
  spares('resp-other', 'a 481, which has a rule of its own', refused('481')),
  spares('resp-other', 'a 603 of which nothing tells who refused', refused('603')),
];

export const refusalCases: readonly RuleCase[] = [
  ...forbidden,
  ...numbers,
  ...hops,
  ...servers,
  ...callees,
];
