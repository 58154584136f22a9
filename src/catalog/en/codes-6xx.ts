/** English texts: a final no for every device of the user. */
import type { StatusCode } from '../status-codes.ts';
import type { CodeText } from '../types.ts';

export const codes6xx = {
  600: {
    label: 'busy everywhere',
    note: 'Busy on every device, search stops',
    meaning:
      'The user is busy and no other device will take the call either. Proxies stop ringing the remaining branches, so voicemail that hangs on a busy branch is not reached.',
    when: '0.2 to 3 s after the INVITE, mostly from PBXs and a few phones.',
    causes: [
      'PBX knows that all lines of the user are in use',
      'Phone or soft client that sends 600 for do-not-disturb',
      'One phone of several sends 600 and silences all the others',
      'FreeSWITCH cause BUSY_EVERYWHERE',
    ],
    fix: {
      caller: ['Call again later; Retry-After tells when, if present'],
      operator: [
        'Translate 600 from single devices into 486, so that other devices and voicemail still get the call',
      ],
      callee: ['Configure the phone to answer busy with 486'],
    },
    neighbours: [
      { code: 486, difference: '486: only this device is busy, others are still tried.' },
      { code: 603, difference: '603: unwilling rather than busy.' },
    ],
  },
  603: {
    label: 'declined',
    note: 'Declined, by a person or by a machine',
    meaning:
      'The call was refused for good and every other branch stops ringing. The code alone does not prove that a person said no: a device rule, a PBX that had nothing better to send, or a carrier’s call-blocking analytics use it too. Time since ringing, User-Agent and Reason tell them apart.',
    when: 'A second or more after 180 if a person pressed Reject; within a fraction of a second, or without any 180, if a machine decided. With the phrase “Network Blocked” it came from call-blocking analytics (603+).',
    causes: [
      'Person pressed Reject: 603 a second or more after 180, from a phone or app',
      'Do-not-disturb, blocklist or call screening in the device: immediately, from a phone',
      'PBX default: Asterisk sends 603 whenever it ends an unanswered call without a cause that it can map',
      'FreeSWITCH cause CALL_REJECTED, which also stands for a downstream 401, 402, 403, 407 or 608',
      'Telephone network rejected the call (Q.850 21): location U is the user side, all others a network or PBX',
      'Carrier analytics: “603+” with phrase “Network Blocked” and a Reason text that starts with `v=analytics1`',
      'Outside the US, or without that text: a fast 603 without ringing is probably automatic, but not proven',
    ],
    fix: {
      caller: [
        'Person: respect it and do not redial automatically',
        '603+: ask for redress at the url, tel or email given in the Reason header, quoting its id',
        'Many fast refusals from different numbers: check the reputation and registration of your caller ID, and sign with attestation A',
      ],
      operator: [
        'Read Reason before the code, and pass it on unchanged: B2BUAs like to drop it and to rewrite the phrase',
        'Asterisk or FreeSWITCH as sender: find the dial-plan branch or downstream code behind it; perhaps nobody pressed Reject',
        'Turn a 603 from one desk phone into 486 if the user’s other devices shall go on ringing',
      ],
      callee: [
        'Check do-not-disturb, blocklists, and anonymous-call rejection in phone, app and PBX account',
        'Set the PBX to send 480 or 486 with a cause instead of a bare 603',
      ],
    },
    neighbours: [
      {
        code: 486,
        difference: '486: busy here, other branches go on. Some phones send it for Reject.',
      },
      { code: 607, difference: '607: the callee marked the call as unwanted, i.e. spam.' },
      {
        code: 608,
        difference: '608: an intermediary’s analytics refused; Call-Info says whom to ask.',
      },
      {
        code: 403,
        difference: '403: policy on the caller’s or trunk side, before any device was asked.',
      },
    ],
  },
  604: {
    label: 'does not exist anywhere',
    note: 'Authoritative: no such user anywhere',
    meaning:
      'A server that is in charge of the whole address space says that the user does not exist. There is no point in trying elsewhere.',
    when: 'Within a second, from home servers of a domain or from number databases.',
    causes: [
      'Number not assigned or given back',
      'Typing error in the user part',
      'Domain migrated without its users',
      'A server that overstates its knowledge, where 404 would be right',
    ],
    fix: {
      caller: ['Check the number or address; remove it from lists and campaigns'],
      operator: [
        'Let servers that know only part of the numbers answer 404, so that other routes are tried',
      ],
      callee: [],
    },
    neighbours: [
      { code: 404, difference: '404: unknown to this server; 604: unknown to all.' },
      { code: 410, difference: '410: existed, and was given up.' },
      { code: 484, difference: '484: digits missing.' },
    ],
  },
  606: {
    label: 'not acceptable anywhere',
    note: 'Offered media refused for all devices',
    meaning:
      'The user was reached and would talk, but none of their devices can do the session described in the SDP. Warning says which part.',
    when: 'Immediately after INVITE, from PBXs and servers that speak for all devices of a user.',
    causes: [
      'No codec in common with any device',
      'Encryption demanded by one side only',
      'Bandwidth or media type (video, T.38) not possible',
      'A server that sends 606 where 488 is meant, and so stops the other branches',
    ],
    fix: {
      caller: [
        'Read Warning and repeat with a simpler offer: audio only, G.711, encryption as the other side wants it',
      ],
      operator: ['Offer transcoding; translate 606 of a single device into 488'],
      callee: ['Widen codecs and encryption policy'],
    },
    neighbours: [
      { code: 488, difference: '488: this device only, others are still tried.' },
      { code: 415, difference: '415: body type unknown.' },
    ],
  },
  607: {
    label: 'unwanted call',
    note: 'Callee marked the call as unwanted',
    meaning:
      'The callee, or an app acting for them, marked this call as unwanted: spam, in plain words. Providers may use the mark against the calling number, so further calls will probably be refused too.',
    when: 'When a person presses the spam button, or when a handset or app blocks on the user’s behalf. Any time before answer.',
    causes: [
      'Callee reported the call as spam',
      'Blocklist or spam filter app on the handset',
      'Calling number has collected complaints',
      'A carrier that still uses 607 for its own analytics',
    ],
    fix: {
      caller: [
        'Stop calling this number',
        'Check consent, campaign lists and the reputation of the calling number',
      ],
      operator: [
        'Feed 607 into abuse handling for the calling customer',
        'Carry 607 through unchanged',
      ],
      callee: ['Take the number off the blocklist, if the call was wanted'],
    },
    neighbours: [
      { code: 603, difference: '603: no to this call, without judging the caller.' },
      { code: 608, difference: '608: a machine in the network said no, not the callee.' },
    ],
  },
  608: {
    label: 'rejected by an intermediary',
    note: 'Blocked by an analytics intermediary',
    meaning:
      'A machine in the path, not the callee, judged the call to be unwanted and refused it. Call-Info with `purpose=jwscard` carries a signed contact for complaints.',
    when: 'Within about 3 s and usually without ringing, from carriers or call-protection services.',
    causes: [
      'Analytics scored the calling number as spam or fraud',
      'Calling pattern: many short calls from one number',
      'Missing or weak STIR attestation',
      'Number spoofed by somebody else, so that its owner carries the bad score',
    ],
    fix: {
      caller: [
        'Use the contact in Call-Info to ask for unblocking',
        'Register the number with the analytics providers and sign with attestation A',
      ],
      operator: [
        'Carry Call-Info through to the caller',
        'Play an announcement if the caller’s side did not announce `+sip.608`',
      ],
      callee: ['Ask your provider to allow the number, if you want its calls'],
    },
    neighbours: [
      {
        code: 603,
        difference: '603 “Network Blocked” (603+) is the form of this that US carriers use.',
      },
      { code: 607, difference: '607: the callee’s own decision.' },
      { code: 403, difference: '403: policy without analytics, e.g. account or caller-ID rules.' },
    ],
  },
} satisfies Partial<Record<StatusCode, CodeText>>;
