/** English texts: the callee is away, busy or unwilling; dialogs, loops and media that do not fit. */
import { EN_SAY_WHY } from './say-why.ts';
import type { StatusCode } from '../status-codes.ts';
import type { CodeText } from '../types.ts';

export const codes480 = {
  480: {
    label: 'temporarily unavailable',
    note: 'User known, nobody reachable right now',
    meaning:
      'The number or user is valid, but nobody can be reached on it now: no device is registered, the device is off, or it rang until somebody’s timer ran out. Timing decides which: at once means offline or do-not-disturb, after ringing means no answer.',
    when: 'Within a second from a registrar or PBX, or after 20 to 60 s of ringing from a PBX or gateway.',
    causes: [
      'No registered contact at that moment: phone off, registration expired, app asleep',
      'Rang unanswered until the PBX or gateway gave up (Q.850 19)',
      'Mobile switched off or out of coverage (Q.850 18 or 20)',
      'Do-not-disturb on phones and PBXs that signal it with 480',
      'Push wake-up too slow: the app registers after the server has given up',
      'FreeSWITCH’s fallback for every hangup cause that it cannot map',
      'A gateway’s translation of Q.850 31, which explains nothing',
    ],
    fix: {
      caller: [
        'Try again later, honouring Retry-After if there is one',
        'Offer voicemail or another number of the same person',
      ],
      operator: [
        'Check whether the user was registered at that second, not whether they are now',
        EN_SAY_WHY.readReason,
        'Let push wake-up and ring timers overlap with some reserve',
      ],
      callee: ['Check registration, do-not-disturb and battery-saving settings of the device'],
    },
    neighbours: [
      {
        code: 404,
        difference:
          '404: this server does not know the user at all (Kamailio’s sample script also uses it for “not registered”).',
      },
      { code: 486, difference: '486: the device was reached and is in use.' },
      { code: 408, difference: '408: nothing answered; 480: somebody answered for the user.' },
      { code: 603, difference: '603: a deliberate no, and other branches stop ringing.' },
    ],
  },
  481: {
    label: 'no such call',
    note: 'Receiver knows no such dialog',
    meaning:
      'The request arrived inside a call or transaction that the receiver has no memory of. Either the call is already over there, or the request reached a node that never had it.',
    when: 'As the answer to BYE, re-INVITE, UPDATE, PRACK, CANCEL or NOTIFY; never to a fresh call. A single 481 after two crossing BYEs is harmless.',
    causes: [
      'Both sides hung up at the same moment and the BYEs crossed',
      'The node was restarted or failed over and lost its calls (many 481 at once)',
      'In-dialog request routed to another cluster node: missing Record-Route, wrong Contact, DNS that alternates',
      'A B2BUA or ALG changed tags or Call-ID on one side only',
      'CANCEL so late that the INVITE transaction is already forgotten',
      'PRACK or UPDATE for an early dialog that a fork has already given up',
      'NOTIFY after the subscription has expired',
    ],
    fix: {
      caller: ['On 481 to a re-INVITE or UPDATE drop the call: the other side no longer has it'],
      operator: [
        'Compare Call-ID and both tags with the 200 that set the call up',
        'Check that the in-dialog request took the recorded route and reached the same node',
        'Many within one minute from one peer: look for a restart or failover there',
      ],
      callee: ['Share dialog state across the cluster, or pin calls to one node'],
    },
    neighbours: [
      {
        code: 408,
        difference: '408 inside a call: no reply at all; 481: reply, but no memory of it.',
      },
      {
        code: 404,
        difference:
          '404 on an in-dialog request points to a lost Route set rather than a lost call.',
      },
      { code: 491, difference: '491: the call exists, another request is in progress on it.' },
    ],
  },
  482: {
    label: 'loop or merged request',
    note: 'Same request arrived a second time',
    meaning:
      'The server has seen this very request before. Either it went round in a circle, or two copies of it reached the same phone over two paths (a merged request).',
    when: 'On INVITE through several proxies, forwarding users or parallel routes. If the call works in spite of it, it was the merged kind.',
    causes: [
      'A route that points back to the proxy itself (own domain not recognised as local)',
      'A forwards to B, B forwards to A',
      'Two SRV or fork targets that both lead to the same phone',
      'The same device registered twice under one user',
      'Two PBXs that each believe the other one owns the number',
    ],
    fix: {
      caller: [],
      operator: [
        'List every node that the Call-ID passed; the first one that appears twice with the same Request-URI closes the circle',
        'Add all own names and addresses to the proxy’s list of local domains',
        'Merged kind: ignore it if another branch answered, or remove the duplicate registration or route',
      ],
      callee: ['Remove forwarding that leads back to the caller’s group'],
    },
    neighbours: [
      { code: 483, difference: '483: nobody noticed the circle, the hop counter ended it.' },
      { code: 440, difference: '440: too many parallel branches.' },
      { code: 408, difference: '408: no loop was detected, the branches simply timed out.' },
    ],
  },
  483: {
    label: 'too many hops',
    note: 'Max-Forwards reached zero',
    meaning:
      'The request passed more nodes than Max-Forwards allowed and was stopped. Nearly always the sign of a loop that no node recognised.',
    when: 'After a burst of INVITEs with falling Max-Forwards, often from 70 down to 0 within a few hundred milliseconds.',
    causes: [
      'Two switches route the number to each other, each through a B2BUA that hides the loop',
      'Call forwarding in a ring over several systems',
      'A default route that sends unknown numbers back to where they came from',
      'Max-Forwards set too low by the first device (below 10)',
      'Q.850 25 from the telephone network, which some gateways translate to 483',
    ],
    fix: {
      caller: ['Send Max-Forwards 70 on new requests'],
      operator: [
        'Follow Max-Forwards down the trace: the pair of addresses that repeats is the loop',
        'Let the default route reject unknown numbers with 404 instead of passing them back',
        'B2BUAs should hand the decremented Max-Forwards on to the next leg',
      ],
      callee: [],
    },
    neighbours: [
      { code: 482, difference: '482: a node recognised the loop; 483: only the counter did.' },
      { code: 440, difference: '440 counts parallel branches, 483 counts hops in a row.' },
    ],
  },
  484: {
    label: 'incomplete number',
    note: 'Number too short or not in dial plan',
    meaning:
      'The number in the Request-URI could be the beginning of a valid one, but it is not enough to route on. The server asks for more digits.',
    when: 'Within milliseconds, from a dial plan or a gateway. In overlap dialling it is routine: every INVITE but the last gets one.',
    causes: [
      'Overlap dialling: the phone sends digits as they are keyed',
      'Area or country code missing, or a prefix stripped once too often',
      'Empty user part in the Request-URI (`sip:@host`)',
      'The phone’s inter-digit timer ended the number too early',
      'Asterisk: the digits match the start of a longer extension',
      'FreeSWITCH: gateway name or dial URL not valid (INVALID_GATEWAY, INVALID_URL)',
      'Q.850 28 from the telephone network',
    ],
    fix: {
      caller: [
        'Send the complete number; raise the inter-digit timer or fix the phone’s dial plan',
      ],
      operator: [
        'Compare the digits in the Request-URI with the numbering plan, hop by hop, to find who cut them',
        'If overlap dialling is not wanted, collect digits before the first INVITE',
      ],
      callee: [],
    },
    neighbours: [
      { code: 404, difference: '404: complete number, no such user.' },
      { code: 416, difference: '416: the URI scheme is the problem, not the digits.' },
      { code: 400, difference: '400: the URI cannot even be parsed.' },
    ],
  },
  485: {
    label: 'ambiguous address',
    note: 'Several users match this address',
    meaning:
      'The address matches more than one user and the server will not guess. It may list the candidates in Contact.',
    when: 'On calls by name or by a shortened number. Very rare; servers with directory dialling send it.',
    causes: [
      'Two users with the same name or alias',
      'A short extension that exists at several sites',
      'Reused by a vendor for a routing failure: FreeSWITCH reads 485 as no route to destination',
    ],
    fix: {
      caller: ['Use the full address, or pick one from Contact'],
      operator: ['Make aliases unique per domain'],
      callee: [],
    },
    neighbours: [
      { code: 300, difference: '300 also offers a choice, and expects the caller to take one.' },
      { code: 484, difference: '484: too few digits; 485: enough, but for several users.' },
    ],
  },
  486: {
    label: 'busy',
    note: 'This line or device is busy',
    meaning:
      'The device or line was reached and will not take another call. Other devices of the same user, and voicemail, may still be tried. Some phones send 486 for a press on Reject or for do-not-disturb as well.',
    when: '0.2 to 3 s after the INVITE from a phone; from a gateway when the telephone network signals busy (Q.850 17).',
    causes: [
      'Person on another call, call waiting off',
      'Line, account or channel limit of the phone or PBX reached',
      'Reject button on phones that send 486 for it',
      'Do-not-disturb on phones that send 486 for it',
      'A hung call that the PBX still counts as active',
      'Q.850 17 behind a gateway',
    ],
    fix: {
      caller: ['Call again later, or use call-back on busy'],
      operator: [
        'Check concurrent-call limits of the user and search for hung calls',
        'Route busy to voicemail or a hunt group',
      ],
      callee: ['Enable call waiting, and check do-not-disturb'],
    },
    neighbours: [
      { code: 600, difference: '600: busy everywhere, no other device will be tried.' },
      { code: 603, difference: '603: refused, not busy.' },
      { code: 480, difference: '480: not reachable; 486: reachable, in use.' },
      {
        code: 503,
        difference: '503: the network has no circuits (fast busy), the person may be free.',
      },
    ],
  },
  487: {
    label: 'request withdrawn',
    note: 'INVITE withdrawn before an answer',
    meaning:
      'The INVITE was ended before anybody answered, mostly because a CANCEL followed it. The code closes the transaction; who withdrew the call, and why, is in the CANCEL.',
    when: 'Right after CANCEL, or when the Expires time of the INVITE is over. Most missed calls end with it.',
    causes: [
      'Caller hung up while it was ringing',
      'Ring timer of the caller’s PBX or carrier ran out (look for a round number of seconds)',
      'Another device of the callee answered: CANCEL carries `SIP;cause=200` “Call completed elsewhere”',
      'Proxy Timer C (over 3 minutes) or a Kamailio/OpenSIPS branch timer',
      'INVITE with an Expires header that ran out, no CANCEL needed',
      'BYE sent on the early dialog',
      'Caller gave up in silence: no ring-back tone, or long post-dial delay',
    ],
    fix: {
      caller: ['Nothing, if a person gave up; otherwise raise the ring timer'],
      operator: [
        'Find the CANCEL and read its Reason; measure the time from 180 to CANCEL',
        'Always the same round time: a timer. Scattered times: people',
        'Many before any 180: check post-dial delay and ring-back tone',
      ],
      callee: [],
    },
    neighbours: [
      { code: 480, difference: '480: the callee’s side gave up; 487: the calling side did.' },
      { code: 408, difference: '408: the time ran out in the network, no CANCEL from the caller.' },
      { code: 603, difference: '603: the callee’s side said no.' },
    ],
  },
  488: {
    label: 'media not acceptable here',
    note: 'Offered media (SDP) refused here',
    meaning:
      'The request is understood, but the session in its SDP cannot be set up with this device or server: codecs, encryption, address family or media type do not fit. On a re-INVITE the call goes on with the old media.',
    when: 'Immediately after INVITE or re-INVITE; on re-INVITE typical for T.38, hold, and codec changes.',
    causes: [
      'No codec in common',
      'SRTP demanded and not offered, or offered and not supported',
      'WebRTC (DTLS-SRTP, ICE) against a plain RTP endpoint',
      'T.38 re-INVITE refused: fax will fall back to G.711, or fail',
      'IPv6-only connection address towards an IPv4 endpoint',
      'Video-only or unknown m-lines in the offer',
      'Transcoding not licensed or out of DSP resources',
    ],
    fix: {
      caller: [
        'Offer at least one codec of the other side (G.711 as the last resort) and the encryption that it expects',
      ],
      operator: [
        'Put the offer next to what the peer accepts in other calls; read Warning 300 to 399',
        'Enable transcoding or SRTP interworking on the SBC',
      ],
      callee: ['Widen the allowed codecs, or relax the SRTP policy from mandatory to optional'],
    },
    neighbours: [
      { code: 606, difference: '606: the same, and no device of the user could do it.' },
      { code: 415, difference: '415: the body type is unknown, the SDP was not even read.' },
      { code: 580, difference: '580: SDP acceptable, but its QoS preconditions failed.' },
      { code: 406, difference: '406 is about what the response may contain, not about SDP.' },
    ],
  },
  489: {
    label: 'event package not supported',
    note: 'Event package not supported',
    meaning:
      'The Event header of SUBSCRIBE, NOTIFY or PUBLISH names a package that this server does not do. Allow-Events says which ones it does. Calls are not affected.',
    when: 'On phones that subscribe to presence, BLF, voicemail lamp or vendor features by default.',
    causes: [
      'Phone subscribes to `presence`, `dialog`, `message-summary` or `as-feature-event`, and the PBX has the module off',
      'Subscription sent to a trunk or SBC instead of the PBX',
      'Unsolicited NOTIFY keep-alives (`Event: keep-alive`)',
      'Event header missing or misspelled',
    ],
    fix: {
      caller: [
        'Switch off the subscription in the phone’s provisioning, or use a package from Allow-Events',
      ],
      operator: [
        'Load the presence, MWI or BLF module, or route SUBSCRIBE to the server that has it',
      ],
      callee: [],
    },
    neighbours: [
      { code: 469, difference: '469 is the same for INFO packages.' },
      { code: 405, difference: '405: SUBSCRIBE as such is not allowed.' },
      { code: 481, difference: '481 to NOTIFY: package fine, subscription unknown.' },
    ],
  },
  491: {
    label: 'request pending (glare)',
    note: 'Glare: both sides changed the call at once',
    meaning:
      'Both sides tried to modify the call at the same moment. Each refuses the other’s request, waits a random while, and tries again. Once in a while this is normal.',
    when: 'On re-INVITE or UPDATE: just after answer, on hold, on transfer, and on session refresh.',
    causes: [
      'Both ends send a re-INVITE right after the answer (media release, codec lock-down)',
      'Two B2BUAs in a row refresh or re-anchor media at the same time',
      'Both sides configured as session-timer refresher',
      'Wait times not randomised, so that the requests collide again and again',
    ],
    fix: {
      caller: ['Wait 2.1 to 4 s (own Call-ID) or 0 to 2 s (the other side’s), then retry once'],
      operator: [
        'Three or more in one call: stop one of the two re-INVITE sources (early media lock, direct media, refresher)',
      ],
      callee: [],
    },
    neighbours: [
      {
        code: 500,
        difference:
          '500 with Retry-After 0 to 10: second INVITE while the first one of the same side is open.',
      },
      { code: 481, difference: '481: the call is gone; 491: it is there, try again.' },
      { code: 488, difference: '488: the new media was refused, waiting does not help.' },
    ],
  },
  493: {
    label: 'cannot decrypt the body',
    note: 'S/MIME body cannot be decrypted',
    meaning: 'The body is encrypted with S/MIME for a key that the receiver does not hold.',
    when: 'Practically never: S/MIME in SIP is hardly deployed.',
    causes: [
      'Encrypted for an old certificate of the callee',
      'Request reached another device than the one that owns the key',
    ],
    fix: {
      caller: ['Encrypt with the certificate from the response, or use TLS and SRTP instead'],
      operator: [],
      callee: ['Install the same key pair on all devices of the user'],
    },
    neighbours: [
      { code: 415, difference: '415: body type not supported; 493: supported, key missing.' },
      { code: 488, difference: '488: the body could be read, its media was refused.' },
    ],
  },
  494: {
    label: 'security agreement required',
    note: 'Security agreement needed (IMS)',
    meaning:
      'The server wants to agree on a security mechanism first and offers its list in Security-Server. The client picks one and repeats the request. It is a handshake, not a refusal.',
    when: 'IMS registration (VoLTE, VoWiFi) at the P-CSCF, before IPsec is up. Seen once it is routine; seen again and again it is a failure.',
    causes: [
      'First step of a normal IMS registration',
      'Repeated: Security-Verify differs from Security-Server, since a middlebox changed one of them',
      'Repeated: handset and P-CSCF have no IPsec algorithm in common',
      'A plain SIP phone pointed at a P-CSCF',
    ],
    fix: {
      caller: ['Support sec-agree and echo the server’s list unchanged in Security-Verify'],
      operator: [
        'Compare the algorithm lists of P-CSCF and handset; keep SIP-aware middleboxes off this path',
      ],
      callee: [],
    },
    neighbours: [
      { code: 401, difference: '401 asks who you are, 494 asks how to protect the link.' },
      { code: 421, difference: '421: an extension is missing from Supported.' },
    ],
  },
} satisfies Partial<Record<StatusCode, CodeText>>;
