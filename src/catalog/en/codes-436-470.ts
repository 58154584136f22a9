/** English texts: STIR verification (436–438), outbound, forking limits, INFO packages and consent. */
import type { StatusCode } from '../status-codes.ts';
import type { CodeText } from '../types.ts';

export const codes436 = {
  436: {
    label: 'identity certificate not fetched',
    note: 'STIR certificate could not be fetched',
    meaning:
      'The server that checks the caller’s signature could not download the certificate that the Identity header points to. The signature was never checked, so this says nothing about whether the caller is genuine.',
    when: 'On an INVITE with an Identity header, at a network that runs STIR/SHAKEN verification and refuses what it cannot verify. Usually within a second or two, about the length of an HTTP timeout.',
    causes: [
      'The certificate repository behind `info`/`x5u` is down, slow, or answers with an error page',
      'A firewall stops the verification server from making outgoing HTTPS requests',
      'The URL is on a private host name or an address that the verifier refuses to contact',
      'TLS to the repository fails: expired web certificate, missing intermediate',
      'The certificate was rotated and the old URL removed while calls signed with it were still in flight',
    ],
    fix: {
      caller: [
        'Open the `info` URL of the Identity header from the public Internet; it has to return the PEM chain over HTTPS',
        'Keep retired certificates online until the last call signed with them is over',
      ],
      operator: [
        'Test the download from the verification server itself, with its proxy and firewall in the path',
        'Cache certificates, keep the fetch timeout short, and prefer to deliver the call unverified',
      ],
      callee: [],
    },
    neighbours: [
      { code: 437, difference: '437: the certificate was fetched, and then not accepted.' },
      {
        code: 438,
        difference: '438: certificate fine, but signature or claims do not fit the call.',
      },
      { code: 428, difference: '428: there was no Identity header at all.' },
    ],
  },
  437: {
    label: 'identity certificate not accepted',
    note: 'STIR certificate fetched but not trusted',
    meaning:
      'The verifier has the certificate of the signer and will not trust it: wrong authority, expired, or not of the kind that call signing demands.',
    when: 'Right after an INVITE with an Identity header. Typical when a provider begins to sign with a test certificate or lets a production one lapse.',
    causes: [
      'Signed with a self-signed or staging certificate',
      'Issued by an authority that is not on the country’s list (in the US the STI-PA list)',
      'Certificate expired or revoked',
      'Wrong key type: SHAKEN wants ES256 on P-256, not RSA',
      'The verifier’s own trust list is out of date',
    ],
    fix: {
      caller: [
        'Check issuer, validity dates and key type of the certificate behind `info`/`x5u`',
        'Sign with a certificate issued for telephone numbers, not a web server certificate',
      ],
      operator: ['Refresh the list of trusted authorities and the revocation data on the verifier'],
      callee: [],
    },
    neighbours: [
      { code: 436, difference: '436: the certificate could not even be downloaded.' },
      {
        code: 438,
        difference: '438: the certificate is trusted, what it signed does not check out.',
      },
    ],
  },
  438: {
    label: 'invalid identity signature',
    note: 'STIR signature does not match the call',
    meaning:
      'The Identity header was checked and failed: the signature does not verify, or the numbers and time inside the token do not belong to this INVITE. Something changed after signing, or the token was copied from another call.',
    when: 'Right after an INVITE with an Identity header, on networks that enforce the result instead of only labelling the call.',
    causes: [
      'Caller or called number was rewritten after signing (prefix added, + dropped, forwarding without a `div` token)',
      'Signer and verifier normalise numbers differently',
      'The token was cut or re-wrapped by an SBC that limits header length',
      'From and P-Asserted-Identity hold different numbers and only one of them was signed',
      'A token reused for a second call attempt',
    ],
    fix: {
      caller: [
        'Decode the token and compare `orig.tn` and `dest.tn` with From/P-Asserted-Identity and To, digit by digit',
        'Sign as the very last step, after all number manipulation',
      ],
      operator: [
        'Do not touch caller or called number behind the signer; add a `div` token when you forward',
        'Lift header length limits on SBCs for Identity, and move such calls to TCP',
      ],
      callee: [],
    },
    neighbours: [
      { code: 437, difference: '437 complains about the certificate, 438 about what was signed.' },
      { code: 436, difference: '436: no check took place, the certificate was not available.' },
      {
        code: 403,
        difference: '403 “Stale Date”: signature may be fine, but the token is too old.',
      },
    ],
  },
  439: {
    label: 'first hop lacks outbound',
    note: 'Edge proxy lacks Outbound (RFC 5626)',
    meaning:
      'The phone asked to register with SIP Outbound, keeping a connection open that calls can come back on. The first proxy on the path did not mark itself as able to do that, so the registrar refuses.',
    when: 'On REGISTER with `reg-id` and `outbound`, most often when a new edge proxy, load balancer or SBC was put in front of the registrar.',
    causes: [
      'The edge proxy adds Path without the `ob` parameter, or no Path at all',
      'A load balancer that is not SIP-aware sits between phone and edge proxy',
      'Outbound enabled in the phone’s provisioning, but not in the network',
      'Registration sent straight to an inner proxy instead of through the edge',
    ],
    fix: {
      caller: [
        'Switch Outbound (RFC 5626) off in the phone, or register through an edge that supports it',
      ],
      operator: [
        'Enable Outbound on the edge proxy, so that it adds Path with `ob`',
        'Make the registrar fall back to a plain registration instead of refusing',
      ],
      callee: [],
    },
    neighbours: [
      { code: 430, difference: '430: Outbound works, but this one connection has died.' },
      { code: 421, difference: '421: the server itself demands an extension from the phone.' },
    ],
  },
  440: {
    label: 'too many branches',
    note: 'Forking budget (Max-Breadth) used up',
    meaning:
      'The request may be split into only so many parallel branches, counted by Max-Breadth (60 unless it says otherwise). That budget is spent and the proxy cannot fork any further.',
    when: 'On calls to large ring groups, or when two forking accounts point at each other. Rare, and worth a look every time: it is a guard against a request that multiplies.',
    causes: [
      'Call forwarding between forking users, A to B and B to A',
      'A ring-all group with more contacts than the budget',
      'Stale registrations that pile up, so that one user has dozens of contacts',
      'A deliberate amplification attack',
    ],
    fix: {
      caller: [],
      operator: [
        'Look for a forwarding circle first: the same Call-ID passing the same proxy with growing Via lists',
        'Limit contacts per user and let dead registrations expire',
        'Ring big groups one after another, or with a queue, instead of all at once',
      ],
      callee: ['Remove forwarding rules that point back at the group'],
    },
    neighbours: [
      { code: 482, difference: '482: the same request came round again.' },
      { code: 483, difference: '483: too many hops in a row, not too many in parallel.' },
    ],
  },
  469: {
    label: 'INFO package not supported',
    note: 'INFO package not in Recv-Info',
    meaning:
      'The INFO request named a package in Info-Package that the receiver never agreed to. The call itself carries on; only this piece of information was not taken.',
    when: 'In the middle of an established call, as the answer to INFO: DTMF, recording or vendor-specific payloads.',
    causes: [
      'Sender ignores the Recv-Info list that the other side gave in INVITE or 200',
      'Old-style DTMF (`application/dtmf-relay` without a package) mixed with package-aware INFO',
      'A B2BUA passed INFO through without passing Recv-Info through',
    ],
    fix: {
      caller: [
        'Send only packages that the other side lists in Recv-Info; for DTMF use RFC 4733 telephone events',
      ],
      operator: ['Let the B2BUA relay Recv-Info as well, or answer such INFO itself'],
      callee: ['Add the package to Recv-Info if it is really supported'],
    },
    neighbours: [
      { code: 489, difference: '489 is the same complaint about SUBSCRIBE and NOTIFY.' },
      { code: 415, difference: '415: the body type of the INFO is not understood.' },
      { code: 405, difference: '405: INFO is not accepted at all.' },
    ],
  },
  470: {
    label: 'consent needed',
    note: 'Recipient has not consented yet',
    meaning:
      'A relay or list server will not pass the request on, because a recipient has not given permission to be contacted this way. Permission-Missing names the recipients in question.',
    when: 'On MESSAGE or INVITE to a URI list. Hardly seen outside of test networks.',
    causes: [
      'A recipient of the list has never granted permission',
      'A permission was given once and revoked',
      'The relay lost its permission store',
    ],
    fix: {
      caller: [
        'Ask the recipients named in Permission-Missing for consent, or take them off the list',
      ],
      operator: ['Check that the consent documents are stored and reach the relay'],
      callee: ['Grant the permission that the relay asks for'],
    },
    neighbours: [
      { code: 403, difference: '403 is a policy refusal that consent does not lift.' },
      { code: 607, difference: '607: the recipient has actively said no.' },
    ],
  },
} satisfies Partial<Record<StatusCode, CodeText>>;
