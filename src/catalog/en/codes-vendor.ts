/** English texts: codes that are met in practice and registered nowhere, or left over from old drafts. */
import type { CodeText } from '../types.ts';
import type { VendorCode } from '../vendor-codes.ts';

export const codesVendor = {
  409: {
    label: 'conflict (obsolete)',
    note: 'Obsolete: conflict, treat as 400',
    meaning:
      'A leftover of the first SIP standard (RFC 2543), where it meant a clash of registrations. Treat it as 400.',
    when: 'From AudioCodes gateways for Q.850 96 and 98, and from very old registrars.',
    causes: [
      'ISDN side misses a mandatory element, or a message does not fit the call state (Q.850 96, 98)',
      'Old registrar: two registrations for one contact disagree',
    ],
    fix: {
      caller: [],
      operator: ['Read the Q.850 cause in Reason and trace the ISDN side of the gateway'],
      callee: [],
    },
    neighbours: [
      { code: 400, difference: '400 is what current equipment sends for a faulty request.' },
    ],
  },
  411: {
    label: 'length required (obsolete)',
    note: 'Obsolete: Content-Length missing',
    meaning: 'A leftover of RFC 2543: the server wants a Content-Length header. Treat it as 400.',
    when: 'On TCP or TLS, where a message without Content-Length cannot be delimited; from old or home-made stacks.',
    causes: [
      'Client leaves out Content-Length on a stream transport',
      'A middlebox removed the header',
    ],
    fix: {
      caller: ['Always send Content-Length, also 0'],
      operator: ['Check what edits headers between client and server'],
      callee: [],
    },
    neighbours: [
      { code: 400, difference: '400 is the current way to report a missing header.' },
      { code: 413, difference: '413: the length is given, and too large.' },
    ],
  },
  473: {
    label: 'destination blocked (OpenSIPS)',
    note: 'OpenSIPS: next hop on its blocklist',
    meaning:
      'OpenSIPS did not send the request, since the address of the next hop is on one of its blocklists.',
    when: 'Immediately, from OpenSIPS. Often in series after a gateway was marked as failed by DNS failover.',
    causes: [
      'Temporary DNS-failover blocklist after a time-out or 503 of that gateway',
      'Static blocklist (`dst_blacklist`) covers the address',
      'Name resolves to a private or forbidden address',
    ],
    fix: {
      caller: [],
      operator: [
        'List the active blocklists over the OpenSIPS management interface and find the entry',
        'Fix the gateway that got listed, or shorten how long it stays listed',
      ],
      callee: [],
    },
    neighbours: [
      { code: 476, difference: '476: no address was found; 473: found, and not allowed.' },
      { code: 477, difference: '477: sending was tried and failed.' },
    ],
  },
  474: {
    label: 'unusable protocol (OpenSIPS)',
    note: 'OpenSIPS: transport of next hop not usable',
    meaning: 'OpenSIPS has no listener for the transport protocol that the next hop asks for.',
    when: 'Immediately, from OpenSIPS.',
    causes: [
      '`transport=tls`, `ws` or `sctp` in the URI, module or listener not loaded',
      'DNS NAPTR/SRV prefers a transport that the proxy does not offer',
      'Misspelled transport parameter in a Contact or route',
    ],
    fix: {
      caller: ['Check the transport parameter in the Contact of the registration'],
      operator: [
        'Load the protocol module and add a socket for it, or route over another transport',
      ],
      callee: [],
    },
    neighbours: [
      { code: 475, difference: '475: the URI as a whole is bad.' },
      { code: 477, difference: '477: transport exists, sending failed.' },
    ],
  },
  475: {
    label: 'bad URI (OpenSIPS)',
    note: 'OpenSIPS: next-hop URI not usable',
    meaning:
      'OpenSIPS cannot make sense of the URI that it should route to. Kamailio says 479 for the same fault.',
    when: 'Immediately, from OpenSIPS, mostly after the script rewrote the Request-URI.',
    causes: [
      'Script builds the Request-URI from an empty variable or database field',
      'Spaces, `#` or unescaped characters in the user part',
      'Broken Contact of a registration used as target',
    ],
    fix: {
      caller: ['Escape special characters in the dialled URI'],
      operator: [
        'Log the Request-URI just before relaying, and check the value that the script put in',
      ],
      callee: ['Re-register with a correct Contact'],
    },
    neighbours: [
      { code: 479, difference: '479 is Kamailio’s number for it.' },
      { code: 476, difference: '476: URI fine, its host does not resolve.' },
    ],
  },
  476: {
    label: 'host not resolved (OpenSIPS)',
    note: 'OpenSIPS: DNS gave no next-hop address',
    meaning:
      'OpenSIPS found no address for the host of the next hop. Kamailio says 478 for the same fault.',
    when: 'From OpenSIPS: at once if the name does not exist, after a DNS timeout if the resolver is silent.',
    causes: [
      'Domain misspelled, or its SRV/A records missing',
      'DNS server of the proxy down or slow',
      'Internal name of a Contact that only resolves at the customer',
      'IPv6-only record, proxy without IPv6',
    ],
    fix: {
      caller: ['Check the domain in the dialled address'],
      operator: ['Resolve NAPTR, SRV and A/AAAA on the proxy host itself; add a second resolver'],
      callee: ['Put an address in Contact that others can resolve'],
    },
    neighbours: [
      { code: 478, difference: '478 is Kamailio’s number for it.' },
      { code: 477, difference: '477: address known, sending failed.' },
    ],
  },
  477: {
    label: 'sending failed',
    note: 'Kamailio/OpenSIPS: send to next hop failed',
    meaning:
      'The proxy knew where to send the request and could not: the operating system or the TCP/TLS connection reported an error.',
    when: 'From Kamailio (“Unfortunately error on sending to next hop occurred”) or OpenSIPS (“Send failed”). At once, or after the TCP connect timeout.',
    causes: [
      'TCP or TLS connection refused or timed out: phone gone, NAT binding closed',
      'TLS handshake failed: certificate or version',
      'UDP packet too large, or no network route (ICMP unreachable)',
      'Registration over a TCP connection that is closed by now',
      'Wrong local socket forced by the script',
    ],
    fix: {
      caller: [],
      operator: [
        'Look for TCP RST, failed handshakes or ICMP towards the next hop at that time',
        'Drop registrations whose connection has closed; enable keep-alives',
      ],
      callee: ['Keep the connection open (CRLF or TCP keep-alive) and re-register when it breaks'],
    },
    neighbours: [
      { code: 430, difference: '430 is the standard code for a dead registration connection.' },
      { code: 478, difference: '478 and 476: no address at all.' },
      { code: 408, difference: '408: sent all right, never answered.' },
    ],
  },
  478: {
    label: 'host not resolved (Kamailio)',
    note: 'Kamailio: DNS gave no next-hop address',
    meaning:
      'Kamailio found no address for the host of the next hop. OpenSIPS says 476 for the same fault.',
    when: 'From Kamailio (“Unresolvable destination”): at once if the name does not exist, after a DNS timeout otherwise.',
    causes: [
      'Domain misspelled, or its SRV/A records missing',
      'DNS server of the proxy down or slow',
      'Internal name of a Contact that only resolves at the customer',
      'Next hop left empty or half-built by the routing script',
    ],
    fix: {
      caller: ['Check the domain in the dialled address'],
      operator: [
        'Resolve NAPTR, SRV and A/AAAA on the proxy host itself; check `$du` and `$rd` in the script',
      ],
      callee: ['Put an address in Contact that others can resolve'],
    },
    neighbours: [
      { code: 476, difference: '476 is OpenSIPS’s number for it.' },
      { code: 477, difference: '477: address known, sending failed.' },
      { code: 479, difference: '479: the URI itself is unusable.' },
    ],
  },
  479: {
    label: 'bad URI (Kamailio)',
    note: 'Kamailio: next-hop URI not usable',
    meaning:
      'Kamailio cannot make sense of the URI that it should route to. OpenSIPS says 475 for the same fault.',
    when: 'From Kamailio (“Regretfully, we were not able to process the URI”), mostly after the script rewrote the Request-URI.',
    causes: [
      'Script builds the Request-URI from an empty variable or database field',
      'Spaces, `#` or unescaped characters in the user part',
      'Broken Contact or Route in the request',
      'Scanner traffic with invalid URIs',
    ],
    fix: {
      caller: ['Escape special characters in the dialled URI'],
      operator: [
        'Log the Request-URI just before relaying; let the sanity module reject bad URIs at the edge',
      ],
      callee: ['Re-register with a correct Contact'],
    },
    neighbours: [
      { code: 475, difference: '475 is OpenSIPS’s number for it.' },
      { code: 478, difference: '478: URI fine, its host does not resolve.' },
      { code: 416, difference: '416: URI fine, its scheme not supported.' },
    ],
  },
  490: {
    label: 'request updated (draft)',
    note: 'Expired draft, practically never seen',
    meaning:
      'A code of an expired draft that still exists as a constant in PJSIP and Sofia-SIP. No meaning to rely on; handle it as a general 4xx.',
    when: 'Practically never on the wire.',
    causes: ['Test software or a home-made application that picked the number'],
    fix: {
      caller: [],
      operator: ['Ask the owner of the sending system what it stands for there'],
      callee: [],
    },
    neighbours: [
      { code: 491, difference: '491 is registered, and means a collision of requests.' },
    ],
  },
  599: {
    label: 'unmapped local error',
    note: 'Local fallback of PJSIP, not from the wire',
    meaning:
      'PJSIP reports 599 to its own application when an internal error fits no SIP code. The far end never sent it.',
    when: 'In logs and call records of PJSIP-based software.',
    causes: [
      'Sound device, codec or socket error in the local application',
      'Home-made server that uses the number on its own account',
    ],
    fix: {
      caller: ['Read the local log just before the 599; the real error is there'],
      operator: [],
      callee: [],
    },
    neighbours: [{ code: 500, difference: '500 is a fault that a server really reported.' }],
  },
  687: {
    label: 'dialog terminated (draft)',
    note: 'Draft code: early dialog ended',
    meaning:
      'A code of an expired draft for “this early dialog is over”; 199 took its place. It exists as a constant in PJSIP and Sofia-SIP, and Avaya systems have been seen sending it. Being a 6xx, it may stop other branches where it should not.',
    when: 'Rare. On forked or redirected calls in Avaya Communication Manager environments.',
    causes: [
      'Avaya Communication Manager ends one branch after the call went elsewhere',
      'Software built against the old draft',
    ],
    fix: {
      caller: ['Treat it as the end of this branch, and look for the branch that goes on'],
      operator: ['Translate it to 487 at the SBC'],
      callee: [],
    },
    neighbours: [
      { code: 199, difference: '199 is the standard successor, and provisional.' },
      { code: 487, difference: '487: the whole INVITE was withdrawn.' },
    ],
  },
  900: {
    label: 'internal error (Sofia-SIP)',
    note: 'Sofia-SIP internal, only in logs',
    meaning:
      'Sofia-SIP, the stack inside FreeSWITCH, gives its own failures numbers from 900 up; 900 is the general one and the text beside it is what counts. Nothing like it was on the wire.',
    when: 'In FreeSWITCH and Sofia-SIP logs only.',
    causes: [
      '“Cannot add credentials”: challenged, and no user name and password that fit',
      '“Session is terminating”: hold, transfer or re-INVITE asked for after hang-up had begun',
      '“Internal media error”: no SDP could be produced for the call',
      '“No response to ACK”: the application wanted to send ACK with no answer to acknowledge',
      'Operation called on a handle that cannot do it',
    ],
    fix: {
      caller: [],
      operator: [
        'Read the text, not the number, then the lines before it with `sofia loglevel all 9`',
        'Credentials: set user name, password and realm of the gateway',
      ],
      callee: [],
    },
    neighbours: [
      { code: 500, difference: '500 is a fault that a server really reported.' },
      { code: 904, difference: '904: credentials at hand, but none for the challenge received.' },
    ],
  },
  901: {
    label: 'stack shutting down (Sofia-SIP)',
    note: 'Sofia-SIP is shutting down, only in logs',
    meaning:
      'The SIP stack of FreeSWITCH is being stopped and takes no more work. Local; the wire shows nothing of it.',
    when: 'In FreeSWITCH logs during shutdown, restart of a profile, or module unload.',
    causes: [
      'FreeSWITCH is being stopped',
      'A profile restart (`sofia profile … restart`) while calls are being set up',
    ],
    fix: {
      caller: [],
      operator: ['Drain calls before restarting a profile; otherwise nothing'],
      callee: [],
    },
    neighbours: [
      { code: 503, difference: '503 is what callers get from a server that shuts down properly.' },
    ],
  },
  902: {
    label: 'internal status (Sofia-SIP)',
    note: 'Sofia-SIP internal, only in logs',
    meaning:
      'A number out of the range that Sofia-SIP keeps for itself. It carries no fixed meaning; read the text beside it.',
    when: 'In FreeSWITCH and Sofia-SIP logs, rarely.',
    causes: ['A local failure of the stack that the text beside the number names'],
    fix: {
      caller: [],
      operator: ['Read the log lines before it with `sofia loglevel all 9`'],
      callee: [],
    },
    neighbours: [
      { code: 900, difference: '900 is the number that Sofia-SIP uses for most local failures.' },
    ],
  },
  903: {
    label: 'internal status (Sofia-SIP)',
    note: 'Sofia-SIP internal, only in logs',
    meaning:
      'A number out of the range that Sofia-SIP keeps for itself. It carries no fixed meaning; read the text beside it.',
    when: 'In FreeSWITCH and Sofia-SIP logs, rarely.',
    causes: ['A local failure of the stack that the text beside the number names'],
    fix: {
      caller: [],
      operator: ['Read the log lines before it with `sofia loglevel all 9`'],
      callee: [],
    },
    neighbours: [
      { code: 900, difference: '900 is the number that Sofia-SIP uses for most local failures.' },
    ],
  },
  904: {
    label: 'no matching challenge (Sofia-SIP)',
    note: 'Sofia-SIP: no matching challenge',
    meaning:
      'Sofia-SIP holds credentials, but none of the challenges received can be answered with them. Local; the wire shows the 401 or 407 before it.',
    when: 'In FreeSWITCH logs after 401 or 407, on gateways and outgoing calls.',
    causes: [
      'Realm differs between challenge and configuration',
      'Only algorithms offered that the stack does not support',
      'Challenge header missing or malformed in the 401/407',
    ],
    fix: {
      caller: ['Compare realm and algorithm in the challenge with the gateway configuration'],
      operator: ['Look into the 401/407 on the wire: it must carry a well-formed challenge'],
      callee: [],
    },
    neighbours: [
      { code: 900, difference: '900 “Cannot add credentials”: nothing at hand to answer with.' },
      { code: 401, difference: '401 and 407 are the challenges as seen on the wire.' },
    ],
  },
} satisfies Record<VendorCode, CodeText>;
