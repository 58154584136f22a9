/** English texts: the request is refused for what it says, who sends it, or whom it names. */
import { EN_SAY_WHY } from './say-why.ts';
import type { StatusCode } from '../status-codes.ts';
import type { CodeText } from '../types.ts';

export const codes400 = {
  400: {
    label: 'bad request',
    note: 'Request not understood, read the phrase',
    meaning:
      'The receiver could not parse the request, or a header that it needs is missing or contradicts another. Good stacks name the fault in the phrase or in a Warning header.',
    when: 'At once, from the first node whose parser is strict enough to notice. Nodes before it may have let the same request pass.',
    causes: [
      'SIP ALG or SBC rule that damaged a header or left Content-Length wrong',
      'Large UDP request that arrived cut off or with a fragment missing',
      'Mandatory header missing or doubled: Via, From, To, Call-ID, CSeq, Max-Forwards, Contact on INVITE',
      'Unescaped characters in the Request-URI: `#`, space, a display name inside the brackets',
      'CSeq method that differs from the request line, or a CSeq number out of range',
      'Broken SDP body, though many stacks answer 488 to that',
      'Asterisk: request with a To tag for which it has no channel',
    ],
    fix: {
      caller: [
        'Correct the header that the phrase names; compare with a request that the same peer accepted',
      ],
      operator: [
        'Look at the message as it arrived at the node that refused it, not as the phone sent it',
        'Switch off SIP ALG on routers, and check header manipulation on the SBC',
        'Move requests over 1300 bytes from UDP to TCP or TLS',
      ],
      callee: [
        'Name the fault in the phrase or in Warning; loosen the parser if the request is in fact legal',
      ],
    },
    neighbours: [
      { code: 415, difference: '415: well-formed, but the body type is not understood.' },
      { code: 420, difference: '420: well-formed, but demands an extension that is missing.' },
      { code: 488, difference: '488: well-formed, but the media offer does not suit.' },
      { code: 481, difference: '481: well-formed, but belongs to no call known here.' },
    ],
  },
  401: {
    label: 'authentication required',
    note: 'Challenge: send again with credentials',
    meaning:
      'The receiver wants digest credentials for the realm in WWW-Authenticate. The first 401 is a normal step: the sender repeats the request with an Authorization header. A 401 to a request that already had credentials is the one to worry about.',
    when: 'On the first REGISTER, and on INVITEs to PBXs and other B2BUAs that authenticate as an endpoint (Asterisk). Proxies use 407 instead.',
    causes: [
      'First request without credentials: normal',
      'Wrong password or authentication user (Asterisk and Kamailio then challenge again and again)',
      'Realm in the phone’s account does not match the realm of the challenge',
      'Nonce expired (`stale=true`): normal once, a fault if it goes on',
      'Cluster nodes that do not accept each other’s nonces',
      'Digest algorithm not supported: SHA-256 offered, client knows MD5 only',
      'Client never answers: no credentials configured for this peer, or a scanner',
    ],
    fix: {
      caller: [
        'Compare authentication user, realm and password with the account on the server',
        'Check that CSeq and nc go up and that realm, uri and algorithm in Authorization match the challenge',
      ],
      operator: [
        'Share the nonce secret between nodes and give nonces a sensible lifetime',
        'Offer MD5 beside SHA-256 as long as old clients are in use',
        'Endless wrong credentials from one address: rate-limit or ban it',
      ],
      callee: [],
    },
    neighbours: [
      {
        code: 407,
        difference: '407: the same question from a proxy; answered with Proxy-Authorization.',
      },
      { code: 403, difference: '403: credentials or policy refused, sending again is pointless.' },
      { code: 428, difference: '428: wants a signed caller identity, not a password.' },
    ],
  },
  402: {
    label: 'payment required',
    note: 'Reserved code; carriers use it for no credit',
    meaning:
      'The standard only reserves this code. Carriers use it to say that the account has no credit or no paid plan for this call.',
    when: 'From prepaid and wholesale carriers (DIDWW for one), at once after the INVITE and before anything rings.',
    causes: [
      'Prepaid balance used up or below the price of this destination',
      'Unpaid invoice, trunk suspended by billing',
      'Billing system out of reach, and the switch refuses calls when in doubt',
    ],
    fix: {
      caller: ['Top up or settle the account, then call again'],
      operator: [
        'Alert on low balance before calls fail',
        'Fail over to another carrier on 402 as on 503',
      ],
      callee: [],
    },
    neighbours: [
      {
        code: 403,
        difference: '403: refused by policy; some carriers use it for missing credit as well.',
      },
      { code: 503, difference: '503: no capacity; money does not help.' },
    ],
  },
  403: {
    label: 'forbidden',
    note: 'Understood and refused; do not just retry',
    meaning:
      'The server understood the request and refuses it on purpose. The same request will be refused again: something has to be changed first.',
    when: 'Mostly within a second, from a registrar, PBX or trunk near the caller. Phrase, Warning and Reason are usually the only hint at which rule struck.',
    causes: [
      'Source address not in the trunk’s access list (after an IP change, from a second WAN link, from another node)',
      'Caller ID not owned by the account or not in the expected format, such as E.164 with +',
      'Destination barred: international, premium rate, country switched off',
      'Limit on concurrent calls or calls per second, suspended account (Telnyx adds a code like D1 or D17 to the phrase)',
      'Wrong password on servers that do not challenge twice (FreeSWITCH)',
      'Proxy script refusing to route: Kamailio “Not relaying” or “Not Allowed”, a domain that is not its own',
      'Telephone network said no (Asterisk turns Q.850 21 into 403), or a STIR token out of date (“Stale Date”)',
    ],
    fix: {
      caller: [
        'Compare source address, From and P-Asserted-Identity with what the trunk contract allows',
        'If it came right after credentials, check user and password before anything else',
      ],
      operator: [
        'Look up the refusing rule by Call-ID in the log of the node that sent the 403',
        EN_SAY_WHY.inPhrase,
        'Do not retry the same trunk; another carrier may still take the call',
      ],
      callee: ['Allow the peer’s addresses and numbers, if the refusal was not meant for it'],
    },
    neighbours: [
      {
        code: 401,
        difference: '401 and 407: try again with credentials; 403: credentials will not help.',
      },
      {
        code: 603,
        difference:
          '603: refused on the callee’s side; 403: by a server’s policy, near the caller or at the trunk.',
      },
      { code: 404, difference: '404: the number is the problem, not the permission.' },
      { code: 488, difference: '488: the media offer is the problem.' },
    ],
  },
  404: {
    label: 'not found',
    note: 'User or number unknown at this server',
    meaning:
      'The server that answered is responsible for the domain and knows no such user or number. Another server may know it, so a carrier’s 404 can also mean that the carrier has no route.',
    when: 'Usually at once. After a second or two it tends to come from the telephone network (Q.850 1, 2 or 3) through a gateway.',
    causes: [
      'Digits in the wrong format: missing or surplus prefix, 0084 for +84, a leading 0 kept',
      'Extension or DID not provisioned, or not in the dial-plan context that the call came in by (Asterisk)',
      'Unallocated number in the telephone network (Q.850 1)',
      'Request-URI with a domain or IP address that the server does not regard as its own',
      'Kamailio’s sample script: 404 also for a user who exists but is not registered',
      'Kamailio “Not here” to a request inside a call: the number is fine, the Route headers got lost; repair Record-Route and loose routing',
    ],
    fix: {
      caller: ['Compare the digits of the Request-URI with the format that the peer documents'],
      operator: [
        'Compare the Request-URI that left you with the last successful call to the same peer',
        'Check number normalisation, inbound routes and the list of local domains',
      ],
      callee: ['Provision the number, or publish that it has moved'],
    },
    neighbours: [
      { code: 480, difference: '480: the user exists but cannot be reached now.' },
      { code: 484, difference: '484: more digits are wanted.' },
      { code: 604, difference: '604: unknown anywhere, and the search ends.' },
      { code: 410, difference: '410: existed once and has been removed.' },
    ],
  },
  405: {
    label: 'method not allowed',
    note: 'Method not allowed here, read Allow',
    meaning:
      'The server knows the method but does not permit it for this address. The Allow header lists what it does permit.',
    when: 'At once, on methods other than INVITE for the most part: REGISTER, SUBSCRIBE, PUBLISH, MESSAGE, INFO.',
    causes: [
      'REGISTER sent to a trunk or proxy that is no registrar',
      'SUBSCRIBE or PUBLISH for presence, BLF or MWI to a PBX that has the feature off',
      'MESSAGE or INFO to a carrier that carries calls only',
      'Kamailio or OpenSIPS script with a catch-all for methods that it does not route',
      'Scanner trying methods',
    ],
    fix: {
      caller: ['Switch the feature off, or send it to the server that offers it'],
      operator: [
        'Enable the module or route for the method, if the feature is wanted',
        'Set registrar and outbound proxy separately when they are different servers',
      ],
      callee: ['List the permitted methods in Allow'],
    },
    neighbours: [
      { code: 501, difference: '501: the server does not know the method at all.' },
      { code: 403, difference: '403: this sender may not; 405: nobody may, here.' },
      { code: 489, difference: '489: SUBSCRIBE is fine, this event package is not.' },
    ],
  },
  406: {
    label: 'no acceptable answer format',
    note: 'Cannot answer in a format you accept',
    meaning:
      'The callee could only answer with a body of a kind that the request’s Accept header rules out. It is not about codecs.',
    when: 'Rare. Seen on SUBSCRIBE and OPTIONS with a narrow Accept header, and from gateways as the translation of an ISDN cause.',
    causes: [
      'Accept header that leaves out `application/sdp`, or the body type of the event package',
      'AudioCodes gateway translating Q.850 6 (channel unacceptable)',
      'Stack that sends 406 where it means 488 or 606',
    ],
    fix: {
      caller: ['Widen Accept, or leave the header out'],
      operator: ['If a gateway sent it, decode the Reason header and correct the cause mapping'],
      callee: ['Use 488 for codecs and other media trouble'],
    },
    neighbours: [
      { code: 488, difference: '488: the session description does not suit, here.' },
      {
        code: 606,
        difference:
          '606: the session description does not suit on any device; the phrase is the same as for 406.',
      },
      {
        code: 415,
        difference:
          '415: the body that you sent is not understood; 406: the body that would come back.',
      },
    ],
  },
  407: {
    label: 'proxy authentication required',
    note: 'Proxy challenge: send again with credentials',
    meaning:
      'A proxy on the path wants digest credentials for the realm in Proxy-Authenticate before it routes the request. Once per call is normal; the sender repeats the request with Proxy-Authorization.',
    when: 'On the first INVITE of a phone or PBX to its provider: Kamailio, OpenSIPS, FreeSWITCH and most hosted platforms challenge every call.',
    causes: [
      'First request without credentials: normal',
      'Wrong password or authentication user: the challenge repeats with a new nonce',
      'Credentials sent for another realm, or Authorization where Proxy-Authorization is due',
      'Nonce expired or not known on this node of the cluster',
      'nc counter used again although qop=auth requires it to go up',
      'A 401 and a 407 in one call: two parties ask, and both answers have to be in the next request',
      'Trunk set to authenticate by address that now comes from another address',
    ],
    fix: {
      caller: [
        'Compare authentication user, realm and password with the provider’s data',
        'Raise CSeq and keep the Call-ID when repeating; send both headers if both parties asked',
      ],
      operator: [
        'Trunks by address: add the new source address to the access list, then no challenge is sent',
        'Do not challenge ACK or CANCEL: they cannot be repeated',
        'Share the nonce secret between cluster nodes',
      ],
      callee: [],
    },
    neighbours: [
      {
        code: 401,
        difference:
          '401: the same question from a registrar, PBX or endpoint; answered with Authorization.',
      },
      { code: 403, difference: '403: refused; repeating with credentials does not help.' },
    ],
  },
  408: {
    label: 'timed out waiting',
    note: 'A node waited for an answer and gave up',
    meaning:
      'Some node on the path forwarded the request, or looked for the callee, and got no answer in time. The node that sent the 408 is not the one that failed: the silence is behind it.',
    when: 'After a round timer: 30 to 32 s if nothing came back at all, about 120 s if ringing began and stopped. On requests other than INVITE a 408 must not be sent; there every node simply times out by itself.',
    causes: [
      'Next peer down, or its port closed without ICMP',
      'Firewall or expired NAT mapping swallows the INVITE towards a registered phone',
      'Callee’s app asleep and not woken in time by push',
      'Replies sent to a wrong Via address or port',
      'INVITE over UDP too large, and fragments dropped',
      'Nobody picked up, and the gateway reports Q.850 18 (FreeSWITCH maps it to 408)',
      'Local 408: many stacks show one in the log although none was ever on the wire',
    ],
    fix: {
      caller: ['Try again later, or let your PBX fail over to another trunk'],
      operator: [
        'Find the leg behind the node that sent the 408 and look for requests without any response',
        'Monitor peers with OPTIONS and take dead ones out of routing',
        'Lower the timer for “no reply at all” to 3 to 6 s where a second route exists',
      ],
      callee: [
        'Keep the NAT mapping open with short registration or keepalives',
        'Answer INVITE with 100 at once, even if routing takes time',
      ],
    },
    neighbours: [
      {
        code: 504,
        difference:
          '504: waited for a server it depends on (DNS, database, gateway), not for the callee.',
      },
      { code: 480, difference: '480: somebody answered, and said that the user is away.' },
      { code: 487, difference: '487: the INVITE was withdrawn, by CANCEL for example.' },
      { code: 503, difference: '503: the server says so itself and at once, without waiting.' },
    ],
  },
  410: {
    label: 'gone for good',
    note: 'Number no longer in service here',
    meaning:
      'The user or number was here once and has been removed, and the server does not know a new address.',
    when: 'On numbers that were ported, changed or given up; from gateways as the translation of Q.850 22.',
    causes: [
      'Number changed without a forwarding announcement (Q.850 22)',
      'Number ported away, and the routing database still names the old carrier',
      'Account deleted while others still have it in speed dials or forwards',
    ],
    fix: {
      caller: ['Remove or update the number in directories, speed dials and forwards'],
      operator: ['Refresh number-portability data and stop routing this number to that carrier'],
      callee: ['Set up a redirect (301) while people still dial the old number'],
    },
    neighbours: [
      { code: 404, difference: '404: unknown here; it may never have existed.' },
      { code: 301, difference: '301: moved, and the new address is given.' },
      { code: 604, difference: '604: exists nowhere, as far as an authority knows.' },
    ],
  },
  412: {
    label: 'condition failed',
    note: 'Published state unknown, publish it again',
    meaning:
      'The PUBLISH referred to state by an entity-tag that the server no longer has. The client has to publish its full state anew, without the tag.',
    when: 'On PUBLISH that refreshes, changes or removes presence or dialog state. It never concerns a call.',
    causes: [
      'Publication expired before it was refreshed',
      'Presence server restarted and lost its state',
      'Refresh reached another node that does not share the state',
      'Two clients using the same tag',
    ],
    fix: {
      caller: [
        'Publish the full state without SIP-If-Match, and use the new SIP-ETag from then on',
      ],
      operator: ['Share presence state between nodes, or keep publishers on one node'],
      callee: [],
    },
    neighbours: [
      {
        code: 204,
        difference: '204: the condition on a SUBSCRIBE was met, nothing new to report.',
      },
      { code: 481, difference: '481: the subscription or call itself is unknown.' },
      { code: 489, difference: '489: the event package is not supported at all.' },
    ],
  },
  413: {
    label: 'body too large',
    note: 'Body larger than the server will take',
    meaning: 'The body of the request is larger than this server is willing to process.',
    when: 'On INVITEs with bulky SDP or multipart bodies and on MESSAGE with pasted content.',
    causes: [
      'SDP with many codecs, ICE candidates and fingerprints (browsers)',
      'Multipart body with ISUP, location or a photograph beside the SDP',
      'MESSAGE used to carry files: its limit is about 1300 bytes',
      'Low body limit on an SBC or proxy',
    ],
    fix: {
      caller: ['Trim codecs and candidates; send large content by MSRP or a link'],
      operator: ['Raise the limit, or strip body parts that the next network does not need'],
      callee: ['Say with Retry-After if the limit is only temporary'],
    },
    neighbours: [
      { code: 513, difference: '513: the whole message is too large, headers included.' },
      { code: 414, difference: '414: only the Request-URI is too long.' },
      { code: 415, difference: '415: size is fine, type is not.' },
    ],
  },
  414: {
    label: 'Request-URI too long',
    note: 'Request-URI longer than the server takes',
    meaning: 'The Request-URI is longer than this server is willing to interpret.',
    when: 'Rare. On URIs that carry routing data or whole headers as parameters.',
    causes: [
      'Routing or billing data encoded into URI parameters or the user part',
      'Parameters added again at each pass through a loop',
      'Contact with very long tokens (push parameters, encoded addresses) used as Request-URI',
      'Fuzzing or attack traffic',
    ],
    fix: {
      caller: [],
      operator: [
        'Move routing data from the URI to headers of your own',
        'Check whether the URI grows from hop to hop: that is a loop',
      ],
      callee: ['Shorten the Contact that you register, or accept longer URIs'],
    },
    neighbours: [
      { code: 413, difference: '413: the body is too large.' },
      { code: 513, difference: '513: the message as a whole is too large.' },
      { code: 416, difference: '416: the scheme of the URI, not its length.' },
    ],
  },
  415: {
    label: 'body type unsupported',
    note: 'Body type not understood, read Accept',
    meaning:
      'The receiver does not understand the type, encoding or language of the body. It says what it takes in Accept, Accept-Encoding or Accept-Language.',
    when: 'On INVITEs with more than plain SDP, on INFO and on MESSAGE.',
    causes: [
      '`multipart/mixed` with ISUP, QSIG, location or recording data sent to a peer that knows only SDP',
      'DTMF or fax signalling in INFO (`application/dtmf-relay`) to a peer without it',
      'Content-Type missing or mistyped, or a body without one',
      'MESSAGE with HTML or IMDN content to a phone that takes plain text',
      'Compressed or encrypted body',
    ],
    fix: {
      caller: ['Send the body as `application/sdp` alone, or DTMF by RFC 4733 instead of INFO'],
      operator: [
        'Let the SBC strip the parts that the peer does not take (SIP-I to SIP, multipart to SDP)',
        'Mark optional parts with `handling=optional` in Content-Disposition',
      ],
      callee: ['Name the accepted types in Accept'],
    },
    neighbours: [
      { code: 488, difference: '488: the SDP was understood, and its media refused.' },
      { code: 406, difference: '406: about the answer’s format, not the request’s.' },
      { code: 400, difference: '400: the body or headers are broken, not of a foreign type.' },
    ],
  },
  416: {
    label: 'URI scheme unsupported',
    note: 'Request-URI scheme not supported here',
    meaning: 'The server cannot process URIs of the scheme used, such as tel: or sips:.',
    when: 'At once, on the first request with such a URI.',
    causes: [
      'tel: URI sent to a peer that takes only sip:',
      'sips: URI to a server without TLS',
      'Asterisk: anything but a SIP scheme in Request-URI, From, To or Contact',
      'urn: for emergency or service numbers to a plain PBX',
      'Mistyped scheme, or a bare number without one',
    ],
    fix: {
      caller: ['Write the number as `sip:+84…@domain;user=phone` instead of tel:'],
      operator: ['Convert tel: to sip: at the border; map service URNs to routes'],
      callee: [],
    },
    neighbours: [
      { code: 404, difference: '404: scheme fine, user unknown.' },
      { code: 400, difference: '400: the URI cannot be parsed at all.' },
    ],
  },
  417: {
    label: 'priority namespace unknown',
    note: 'Resource-Priority value not known here',
    meaning:
      'The request insists on call priority (Resource-Priority together with Require) and names a namespace or level that the server does not know. Ordinary telephony never needs it.',
    when: 'In military and emergency-services networks and on Cisco gateways in strict mode.',
    causes: [
      'Namespace such as dsn, drsn, q735, ets or wps not configured on this hop',
      'Priority call that leaves its own network for an ordinary carrier',
      'Gateway in strict mode where loose would ignore unknown values (Cisco)',
    ],
    fix: {
      caller: [
        'Use a namespace that Accept-Resource-Priority lists, or do not put it into Require',
      ],
      operator: [
        'Configure the namespace on every hop of the priority network; strip the header at its border',
      ],
      callee: [],
    },
    neighbours: [
      {
        code: 420,
        difference: '420: the extension as such is unknown; 417: known, but not this value.',
      },
      { code: 403, difference: '403: value known, but this caller may not use it.' },
    ],
  },
} satisfies Partial<Record<StatusCode, CodeText>>;
