/** English texts: the server, or the one behind it, could not do it. */
import type { StatusCode } from '../status-codes.ts';
import type { CodeText } from '../types.ts';

export const codes5xx = {
  500: {
    label: 'server error',
    note: 'Fault inside the server, cause not stated',
    meaning:
      'Something in the server broke while it handled the request. The code does not say what; the phrase, the Reason header and the server’s own log do. A proxy also turns a 503 from behind it into 500.',
    when: 'At once on script or database errors; also as the answer to a second INVITE inside one call, then with Retry-After between 0 and 10.',
    causes: [
      'Error in a routing script, database or API behind the server',
      'Kamailio “I’m terribly sorry, server error occurred”: internal error or no usable outgoing socket',
      'A 503 of a server further on, converted on the way back',
      're-INVITE or UPDATE while an earlier one is still open (Retry-After 0 to 10)',
      'CSeq lower than the last one seen in this call',
      'Q.850 111 or 127, or 38 from Asterisk, behind a gateway',
      'Crash or failed restart of a module',
    ],
    fix: {
      caller: [
        'With Retry-After 0 to 10: repeat the request after that time',
        'Try the next server of the SRV list',
      ],
      operator: [
        'Read the server’s log at the exact timestamp of the 500',
        'Look one hop further: if a 503 came in from there, the fault is there',
      ],
      callee: [],
    },
    neighbours: [
      { code: 503, difference: '503: working, but out of capacity or routes; Retry-After counts.' },
      { code: 502, difference: '502 and 504 blame the next node, 500 the server itself.' },
      {
        code: 491,
        difference: '491: collision of requests from both sides; 500: two from the same side.',
      },
      { code: 400, difference: '400 blames the request, 500 the server.' },
    ],
  },
  501: {
    label: 'not implemented',
    note: 'Method or service not implemented',
    meaning:
      'The server does not know the request method at all, or the service that was asked for does not exist beyond the gateway.',
    when: 'On unusual methods (PUBLISH, MESSAGE, vendor methods), or from gateways for Q.850 29, 69 and 79.',
    causes: [
      'MESSAGE, PUBLISH or SUBSCRIBE sent to a pure voice gateway',
      'Misspelled or vendor method, scanner traffic',
      'Supplementary service refused by the telephone network (Q.850 29, 69, 79)',
    ],
    fix: {
      caller: ['Do not use the method with this server; OPTIONS tells in Allow what works'],
      operator: [
        'Filter such requests at the edge, or route them to the server that can handle them',
      ],
      callee: [],
    },
    neighbours: [
      { code: 405, difference: '405: method known, not allowed for this address.' },
      { code: 420, difference: '420: a required extension is unknown, the method is fine.' },
    ],
  },
  502: {
    label: 'bad gateway',
    note: 'Next node broken or out of order',
    meaning:
      'The server passed the request on and got something unusable back, or found the node behind it out of order. The fault is one step further on.',
    when: 'From gateways and B2BUAs. Soon after the INVITE if the line or trunk behind it is down.',
    causes: [
      'Line, trunk or gateway out of order (Q.850 27)',
      'Next node answered with a malformed or unexpected response',
      'DNS failure for the next hop in PJSIP-based servers such as Asterisk',
      'FreeSWITCH: wrong SIP profile name (INVALID_PROFILE) or DESTINATION_OUT_OF_ORDER',
      'TLS or certificate trouble towards the next hop',
    ],
    fix: {
      caller: ['Try another route'],
      operator: [
        'Capture behind the node that sent the 502 and read what it received',
        'Check DNS, certificate and state of the outgoing trunk',
      ],
      callee: ['Check the line or terminal behind the gateway (Q.850 27)'],
    },
    neighbours: [
      { code: 504, difference: '504: the next node did not answer at all.' },
      { code: 503, difference: '503: the server speaks about its own capacity or routes.' },
      { code: 500, difference: '500: fault in the server itself.' },
    ],
  },
  503: {
    label: 'service unavailable',
    note: 'No capacity or no route left now',
    meaning:
      'The server cannot take this request now: overloaded, in maintenance, or out of trunks or routes. With Retry-After the caller has to stay away that long and use another server; without it treat the answer like a 500.',
    when: 'In bursts during overload; at once when all gateways are marked down; exactly at N calls when a channel limit is hit.',
    causes: [
      'Trunk channels or licences used up (Q.850 34), congestion (42)',
      'Call-rate limit of the carrier exceeded',
      'All gateways or dispatcher targets marked dead after failed OPTIONS pings',
      'No route left after failover through all carriers',
      'Temporary failure in the telephone network (Q.850 38, 41)',
      'Asterisk overloaded: 503 on TCP and TLS, while UDP requests are dropped without a word',
      'Maintenance or shutdown in progress',
    ],
    fix: {
      caller: ['Obey Retry-After, and fail over to the next SRV target or trunk'],
      operator: [
        'Plot 503 against concurrent calls and calls per second: a sharp ceiling is a limit, not a fault',
        'Check the state of gateways and their OPTIONS pings at that moment',
        'Add channels, or spread the load; do not pass 503 upstream while another route is alive',
      ],
      callee: [],
    },
    neighbours: [
      { code: 486, difference: '486: the person is busy; 503: the network is.' },
      { code: 500, difference: '500: a fault without statement about capacity.' },
      { code: 480, difference: '480: the user is away, the network is fine.' },
      { code: 603, difference: '603: refused on purpose, no retry elsewhere.' },
    ],
  },
  504: {
    label: 'server time-out',
    note: 'A server behind it did not answer',
    meaning:
      'The server waited for another server that it needs (DNS, subscriber database, gateway, API) and gave up. The callee’s device is not the one that was silent.',
    when: 'After a fixed wait, typically 4 to 32 s, in IMS, carrier and API-driven platforms.',
    causes: [
      'DNS or ENUM server slow or unreachable',
      'HSS, LDAP, number portability or LCR query timed out',
      'HTTP routing API too slow',
      'Far switch silent (Q.850 102)',
      'Next-hop registrar or application server down',
    ],
    fix: {
      caller: ['Try again, or use another route'],
      operator: [
        'Find out which lookup took that long: the gap between request and 504 is its timeout',
        'Shorten lookup timeouts and add a fallback answer',
      ],
      callee: [],
    },
    neighbours: [
      {
        code: 408,
        difference: '408: no answer from the user’s side; 504: none from a helper server.',
      },
      { code: 502, difference: '502: an answer came, and was bad.' },
      { code: 503, difference: '503: the server itself is out of capacity.' },
    ],
  },
  505: {
    label: 'SIP version not supported',
    note: 'SIP version other than 2.0',
    meaning:
      'The request line names a SIP version that the server does not speak. Everything today is SIP/2.0.',
    when: 'On hand-made, damaged or fuzzed requests.',
    causes: [
      'Bytes damaged or cut on the way',
      'HTTP or another protocol sent to the SIP port',
      'Fuzzers and test suites',
      'A faulty message rewriting rule on an SBC',
    ],
    fix: {
      caller: ['Send SIP/2.0; check the request line as it left the device'],
      operator: ['Compare the request line before and after every node that edits messages'],
      callee: [],
    },
    neighbours: [{ code: 400, difference: '400: any other syntax fault.' }],
  },
  513: {
    label: 'message too large',
    note: 'SIP message exceeds the size limit',
    meaning: 'The whole message, headers included, is bigger than the server accepts.',
    when: 'On INVITE with many codecs, ICE candidates or Identity headers, after a long chain of proxies, or on MESSAGE with a picture.',
    causes: [
      'WebRTC offers with dozens of codecs and candidates',
      'Several Identity or History-Info headers',
      'Long Via and Record-Route lists, or a loop that keeps adding to them',
      'Multipart bodies (ISUP, QSIG, location)',
      'A limit in the routing script: many Kamailio and OpenSIPS configurations check the size first',
    ],
    fix: {
      caller: ['Offer fewer codecs, candidates and m-lines; use TCP or TLS'],
      operator: [
        'Raise the size limit of server and script',
        'Strip headers that nobody behind you needs',
      ],
      callee: [],
    },
    neighbours: [
      { code: 413, difference: '413: the body alone is too large.' },
      { code: 414, difference: '414: the Request-URI is too long.' },
      {
        code: 408,
        difference: 'Large UDP messages often give no answer at all: the fragments are lost.',
      },
    ],
  },
  555: {
    label: 'push service not supported',
    note: 'Push provider not supported by the proxy',
    meaning:
      'The app registered with push parameters of a provider (`pn-provider`) that no proxy on the path can wake it through.',
    when: 'On REGISTER from mobile softphones.',
    causes: [
      'Provider name not configured on the push proxy (`apns`, `fcm`, or an old `gcm`)',
      'App registered around the push proxy, directly at the registrar',
      'Provider credentials on the proxy expired or revoked',
    ],
    fix: {
      caller: [
        'Register through the edge that offers push; check `pn-provider` in the Contact of the REGISTER',
      ],
      operator: [
        'Configure the provider on the proxy and announce it with `+sip.pns` in Feature-Caps',
      ],
      callee: [],
    },
    neighbours: [
      { code: 420, difference: '420: an extension is unknown; 555: push known, provider not.' },
      { code: 480, difference: '480 is what callers get when the app could not be woken.' },
    ],
  },
  580: {
    label: 'precondition failure',
    note: 'QoS preconditions not met',
    meaning:
      'The call was to wait until resources, mostly a radio bearer, were reserved on both sides, and that failed. The body repeats the SDP with the part that could not be met.',
    when: 'VoLTE and IMS calls, a few seconds after 183, before the phone rings.',
    causes: [
      'Dedicated bearer refused or lost: weak cell, congestion, handover',
      'Policy server (PCRF/PCF) rejected the codec or bandwidth',
      'One side never reports its reservation as met (UPDATE missing or lost)',
      'Interworking node with wrong precondition handling towards a non-IMS side',
    ],
    fix: {
      caller: ['Try again, or let the phone fall back to circuit-switched or 3G voice'],
      operator: [
        'Correlate with bearer events at PCRF/PCF and radio; check the UPDATE exchange in SDP (`a=curr`, `a=des`)',
        'Remove `precondition` towards networks that do not support it',
      ],
      callee: [],
    },
    neighbours: [
      { code: 488, difference: '488: the media itself is refused, not its reservation.' },
      { code: 503, difference: '503: no capacity for calls in general.' },
      { code: 420, difference: '420: the word `precondition` in Require is not understood.' },
    ],
  },
} satisfies Partial<Record<StatusCode, CodeText>>;
