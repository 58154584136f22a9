/** English texts: extensions and intervals to agree on; location, alerts, identity and flows. */
import type { StatusCode } from '../status-codes.ts';
import type { CodeText } from '../types.ts';

export const codes420 = {
  420: {
    label: 'extension not supported',
    note: 'Required extension not supported',
    meaning:
      'The request demands an extension in Require or Proxy-Require that the receiver does not support. The Unsupported header names it.',
    when: 'At once, from the first proxy (Proxy-Require) or from the far end (Require) that lacks the extension.',
    causes: [
      '`Require: 100rel` to a peer without PRACK',
      '`Require: timer`, `replaces` or `precondition` where Supported would have done',
      '`sec-agree` from an IMS handset to something that is not an IMS proxy',
      'Proxy or SBC that adds a Require of its own',
    ],
    fix: {
      caller: [
        'Repeat without the option tag that Unsupported names; move it from Require to Supported for good',
      ],
      operator: ['Stop SBC rules that insert Require, or enable the extension on the peer’s side'],
      callee: ['Enable the extension, if the software has it'],
    },
    neighbours: [
      {
        code: 421,
        difference:
          '421: the mirror image; the server demands an extension that the request did not offer.',
      },
      { code: 405, difference: '405: the method is the problem, not an extension.' },
      { code: 400, difference: '400: the request is malformed.' },
    ],
  },
  421: {
    label: 'extension required',
    note: 'Server demands an extension, read Require',
    meaning:
      'The server will process the request only if the client supports an extension, which it names in Require. The client did not list it in Supported.',
    when: 'Seldom between ordinary PBXs; more from IMS cores and from trunks set to insist on an extension.',
    causes: [
      'Peer insists on 100rel: reliable provisional responses set to mandatory',
      'Peer insists on session timers',
      'IMS registration without sec-agree',
      'SBC that removed the option tag from Supported on the way',
    ],
    fix: {
      caller: ['Enable the extension and list it in Supported'],
      operator: [
        'Compare Supported as sent and as received: an SBC may have dropped it',
        'Set 100rel and session timers to “supported” instead of “required” where the peer allows',
      ],
      callee: ['Insist only where the service cannot work without the extension'],
    },
    neighbours: [
      { code: 420, difference: '420: the request demands too much; 421: it offers too little.' },
      { code: 494, difference: '494: the demand is for a security agreement.' },
    ],
  },
  422: {
    label: 'session interval too small',
    note: 'Session-Expires below Min-SE, ask for more',
    meaning:
      'The Session-Expires of the request is shorter than this node allows, and Min-SE gives the least value. The caller repeats the request with a longer interval; one such round is normal.',
    when: 'On INVITE or UPDATE with session timers, from the callee or from any proxy on the path.',
    causes: [
      'Caller asks for 90 s while a carrier or SBC wants 600 or 1800 s',
      'Several hops, each with a larger Min-SE: one round per hop',
      'Client ignores Min-SE and repeats the same value: endless 422',
      'Session-Expires under the absolute minimum of 90 s',
    ],
    fix: {
      caller: [
        'Repeat with Session-Expires and Min-SE at least as large as the Min-SE received, with the same Call-ID and a higher CSeq',
      ],
      operator: ['Use 1800 s with Min-SE 90 on all nodes, unless there is a reason for less'],
      callee: ['Lower your Min-SE if many peers stumble over it'],
    },
    neighbours: [
      {
        code: 423,
        difference: '423: about the lifetime of a registration or subscription, not of a call.',
      },
      {
        code: 421,
        difference: '421: session timers missing altogether; 422: present but too short.',
      },
    ],
  },
  423: {
    label: 'requested lifetime too short',
    note: 'Expires below Min-Expires, ask for more',
    meaning:
      'The registration, subscription or publication was asked for a shorter time than the server accepts, and Min-Expires gives the least. The client repeats with that value; one such round is normal.',
    when: 'On REGISTER, SUBSCRIBE and PUBLISH. No registrar may answer so when an hour or more was asked for.',
    causes: [
      'Phone set to 60 s or less against a registrar minimum of, say, 300 s',
      'App that registers briefly to keep NAT open',
      'IMS core with a long minimum',
      'Client ignores Min-Expires: it never registers, and calls to it fail',
    ],
    fix: {
      caller: [
        'Repeat with Expires at least equal to Min-Expires; keep NAT open with CRLF or STUN keepalives instead',
      ],
      operator: [
        'Rather grant the longer value in the 200, as most registrars do, than reject: old phones cope better with that',
      ],
      callee: [],
    },
    neighbours: [
      { code: 422, difference: '422: about session timers inside a call.' },
      {
        code: 200,
        difference:
          '200 with another Expires: the registrar corrects the value by itself, which is friendlier.',
      },
    ],
  },
  424: {
    label: 'bad location information',
    note: 'Location unusable, read Geolocation-Error',
    meaning:
      'The location that came with the request is missing its data, cannot be fetched, or does not meet the recipient’s needs. The Geolocation-Error header says which.',
    when: 'On calls that convey location, emergency calls above all.',
    causes: [
      'Geolocation points to a body part that an SBC has removed',
      'Location by reference whose server refuses or does not answer',
      'Malformed PIDF-LO, or coordinates without the required civic address',
      'More than one location where the recipient takes exactly one',
    ],
    fix: {
      caller: [
        'Send a valid PIDF-LO and repeat; on an emergency call, repeat without location rather than not at all',
      ],
      operator: [
        'Treat it first: an emergency call may be involved',
        'Let the multipart body and Geolocation pass the SBC unchanged',
      ],
      callee: ['Accept emergency calls even when their location is unusable'],
    },
    neighbours: [
      { code: 425, difference: '425: the alert data of an emergency message, not the location.' },
      { code: 400, difference: '400: the request itself is malformed.' },
    ],
  },
  425: {
    label: 'bad alert message',
    note: 'Alert unusable, read AlertMsg-Error',
    meaning:
      'A message that carries an alert without a voice call, such as one from a sensor or a crash detector, could not be processed. The AlertMsg-Error header says why.',
    when: 'On MESSAGE requests with a CAP alert, sent by devices to emergency services or alarm centres.',
    causes: [
      'CAP document missing, malformed, or of an unsupported version',
      'Reference in Call-Info that does not match any body part',
      'Body part removed by an SBC or refused for its size',
    ],
    fix: {
      caller: [
        'Correct the CAP body as AlertMsg-Error says, and repeat; fall back to a voice call if it stays refused',
      ],
      operator: [
        'Treat it first: an alarm did not get through',
        'Let multipart MESSAGE bodies pass the SBC unchanged',
      ],
      callee: [],
    },
    neighbours: [
      { code: 424, difference: '424: the location is unusable; the alert may be fine.' },
      { code: 415, difference: '415: the body type is not known at all.' },
    ],
  },
  428: {
    label: 'signed caller identity required',
    note: 'No Identity header, policy demands one',
    meaning:
      'The receiving network accepts only calls whose caller number is signed (STIR), and this INVITE has no Identity header.',
    when: 'At the border of a network that verifies signatures, before the callee is reached.',
    causes: [
      'Originating provider does not sign calls',
      'Identity header lost on the way: TDM hop, SBC that strips unknown headers, message-size limit',
      'Call forwarded by a PBX that does not copy the Identity header',
      'Verification applied to traffic that was never meant to be signed, such as national calls of another country',
    ],
    fix: {
      caller: ['Ask the originating provider to sign the calls'],
      operator: [
        'Find the hop at which Identity disappears by comparing the INVITE before and after each node',
        'Carry Identity over TCP or TLS: it makes INVITEs larger than UDP likes',
      ],
      callee: ['Let unsigned calls pass and mark them, where regulation allows'],
    },
    neighbours: [
      { code: 436, difference: '436: Identity is there, its certificate could not be fetched.' },
      { code: 437, difference: '437: certificate fetched, but not acceptable.' },
      { code: 438, difference: '438: signature present but wrong.' },
      {
        code: 401,
        difference: '401: wants a password from the client, not a signature on the number.',
      },
    ],
  },
  429: {
    label: 'referrer identity required',
    note: 'Transfer needs a signed Referred-By',
    meaning:
      'The target of a transfer wants proof of who caused the call: a Referred-By header with a signed token. Hardly any product issues such tokens.',
    when: 'On an INVITE that a REFER has triggered. Rare.',
    causes: [
      'Transfer target that only takes calls on behalf of known referrers',
      'Token missing, expired, or not valid for this call',
      'FreeSWITCH: uses 429 where the STIR standard has 436 (certificate could not be fetched)',
    ],
    fix: {
      caller: [
        'Ask the transferring party for a token, if it can issue one; otherwise dial directly',
      ],
      operator: [
        'Do the transfer in the PBX (attended, with Replaces) instead of letting the endpoint dial',
      ],
      callee: ['Relax the demand for transfers inside your own network'],
    },
    neighbours: [
      {
        code: 428,
        difference: '428: the caller’s own number must be signed; 429: the transferring party’s.',
      },
      { code: 403, difference: '403: the target does not want the call, proof or not.' },
    ],
  },
  430: {
    label: 'registration flow dead',
    note: 'Connection to the device is dead',
    meaning:
      'An edge proxy tells the home proxy that the connection over which this device registered no longer works. Another connection of the same device may still do, so the home proxy tries that one.',
    when: 'Only between proxies that use Outbound flows; a phone should never see it.',
    causes: [
      'TCP or TLS connection of the device closed: Wi-Fi to mobile change, device asleep, idle timeout of a NAT or firewall',
      'NAT mapping of a UDP flow expired between keepalives',
      'Edge proxy restarted: all its flows are gone until the devices register again',
    ],
    fix: {
      caller: [],
      operator: [
        'Remove the dead flow, and try the device’s other flows or a push before answering 480',
        'Make sure that the 430 itself is not relayed to the caller',
      ],
      callee: [
        'Send keepalives on every flow and register again as soon as one fails',
        'Register over two edge proxies, so that one may fail',
      ],
    },
    neighbours: [
      {
        code: 480,
        difference: '480: no way to the user at all; this is what the caller should see.',
      },
      { code: 439, difference: '439: at registration: the first hop cannot do Outbound.' },
      {
        code: 408,
        difference: '408: nobody answered; 430: known at once that the connection is gone.',
      },
    ],
  },
  433: {
    label: 'anonymous call refused',
    note: 'Callee takes no calls with a hidden number',
    meaning:
      'The callee, or a service on their behalf, does not take calls from callers who hide their identity. The same call with a visible number may be accepted.',
    when: 'At once, from an anonymous-call-rejection service in the network or the PBX.',
    causes: [
      'Caller dialled with number suppression (`Privacy: id`, or From anonymous@anonymous.invalid)',
      'Number lost on the way: a trunk or SBC replaced it with “anonymous”',
      'PBX sends no P-Asserted-Identity, and the next network hides what it cannot verify',
      'Q.850 24 translated by an SBC (Oracle)',
    ],
    fix: {
      caller: ['Call again with number display on'],
      operator: [
        'Compare From, P-Asserted-Identity and Privacy before and after each trunk',
        'Exempt emergency call-backs from anonymous-call rejection',
      ],
      callee: ['Switch anonymous-call rejection off if such calls are wanted'],
    },
    neighbours: [
      { code: 403, difference: '403: refused by a policy of any kind.' },
      { code: 428, difference: '428: number shown, but not signed.' },
      { code: 607, difference: '607: this caller is not wanted, number visible or not.' },
    ],
  },
} satisfies Partial<Record<StatusCode, CodeText>>;
