/** English texts: provisional responses. The call is still being set up; nothing is decided yet. */
import type { StatusCode } from '../status-codes.ts';
import type { CodeText } from '../types.ts';

export const codes1xx = {
  100: {
    label: 'being processed',
    note: 'One hop has the INVITE, nothing more is known',
    meaning:
      'The next hop has received the INVITE and will see to an answer, so the sender stops retransmitting. It is hop-by-hop: it is never passed on, and it says nothing about the callee or about any node behind this one. It is not dial tone, which comes before the digits; the nearest ISDN relative is CALL PROCEEDING.',
    when: 'Within about 200 ms of the INVITE, at every hop separately. If it stays the last response, look at what the node that sent it is waiting for.',
    causes: [
      'Healthy call: an 18x or a final response follows within a few seconds',
      'The hop behind this one is silent: peer down, packets dropped by a firewall, wrong port or transport',
      'The routing logic waits for DNS, ENUM, LCR, HTTP or a database (Kamailio, OpenSIPS and FreeSWITCH scripts alike)',
      'Dead carriers tried one after the other, each for its full timer',
      'The callee’s app is asleep and has to be woken by a push first',
      'A later response was sent but got lost on the way back: wrong Via or rport, expired NAT mapping',
      'The capture ended before the call did',
    ],
    fix: {
      caller: [
        'Limit the set-up time yourself: once a 100 has arrived, the INVITE transaction has no standard timeout left',
      ],
      operator: [
        'Capture behind the node that sent the 100 and find the leg that gets no answer',
        'Read the gap to the final response: 30 to 32 s, the next peer never replied; about 120 s, it replied and then stalled; over 180 s, Timer C',
        'Shorten the timer per route (`fr_timer` in Kamailio, `fr_timeout` in OpenSIPS) and add a failover route',
        'Cache slow lookups and give them a timeout well under a second',
      ],
      callee: [
        'Check that the device or trunk listens on the address, port and transport that the INVITE was sent to',
      ],
    },
    neighbours: [
      {
        code: 180,
        difference:
          '180: comes from the callee’s side, carries a To tag and means that something rings; 100 comes from the next hop only.',
      },
      {
        code: 183,
        difference:
          '183: comes from beyond this hop and usually brings audio; 100 never carries SDP.',
      },
      {
        code: 182,
        difference:
          '182: the call is known to wait in a queue; 100 does not say what it waits for.',
      },
      {
        code: 408,
        difference:
          '408: somebody has stopped waiting; a call that stays at 100 often ends with one.',
      },
    ],
  },
  180: {
    label: 'ringing',
    note: 'A device of the callee is alerting',
    meaning:
      'At least one device of the callee has been reached and is alerting its user. Without SDP the caller’s device plays its own ring-back tone; with SDP the tone may come as early media.',
    when: 'After routing is done, typically 0.2 to 3 s into the call. Several 180s with different To tags are several devices ringing at once.',
    causes: [
      'Normal alerting of a phone, app or analogue port',
      'Long ringing, then 480, 408 or CANCEL: nobody picked up',
      'PBX, queue or push gateway that sends 180 on its own before any device rings (FreeSWITCH `ring_ready`, Asterisk `Ringing()`)',
      'Gateway translating an ISDN ALERTING or ISUP “subscriber free”',
    ],
    fix: {
      caller: ['Play local ring-back unless early audio really arrives'],
      operator: [
        'Bound the ringing with a ring timer and send the call on to voicemail or another target',
        'If callees say that nothing rang, find out which node produced the 180: compare its To tag and User-Agent or Server header',
      ],
      callee: [
        'Check ringer, notification permission and battery-saving settings if the device stayed silent',
      ],
    },
    neighbours: [
      {
        code: 183,
        difference: '183: the network plays tones or announcements; nobody has to be alerting.',
      },
      {
        code: 100,
        difference: '100: the next hop has the INVITE; no device has been reached yet.',
      },
      { code: 182, difference: '182: waiting in a queue, no device rings for this caller yet.' },
    ],
  },
  181: {
    label: 'being forwarded',
    note: 'A server is diverting the call elsewhere',
    meaning:
      'A server on the way is sending this call to another target and keeps the caller’s INVITE open meanwhile. The caller has nothing to re-send.',
    when: 'Between 100 and the first 180 when a forward on busy, on no answer or always applies. History-Info or Diversion names the old and the new target.',
    causes: [
      'Call forwarding of the callee: always, busy, or no answer',
      'Hunt group or follow-me moving on to its next member',
      'Gateway reporting a diversion inside the telephone network',
      'Chained forwards, possibly back to the start: watch the set-up delay and the number of History-Info entries',
    ],
    fix: {
      caller: [],
      operator: [
        'Limit the length of forwarding chains and refuse a forward to a number that is already in History-Info or Diversion',
        'Check that forwards to expensive destinations are permitted: a hijacked forward is a classic toll fraud',
      ],
      callee: ['Review the forwarding settings if the diversion is not wanted'],
    },
    neighbours: [
      { code: 302, difference: '302: the caller is told to call the new target itself.' },
      { code: 182, difference: '182: the call waits for the same target instead of moving on.' },
      {
        code: 183,
        difference: '183: progress of any kind; it does not say that the target has changed.',
      },
    ],
  },
  182: {
    label: 'queued',
    note: 'Waiting in a queue on the callee’s side',
    meaning:
      'The callee’s side cannot take the call at once and has put it into a queue instead of refusing it. The phrase may tell the position, and the code may be repeated as the caller moves up.',
    when: 'On call centre and operator queues that keep the call unanswered while it waits. Most queues answer with 200 and play music instead, so the code is rare.',
    causes: [
      'All agents busy, the caller waits for the next free one',
      'Camp-on to a busy extension',
      'Queue too quiet: no fresh 18x for over three minutes, so that a proxy’s Timer C cancels the waiting call',
    ],
    fix: {
      caller: [
        'Do not let a short ring timer of your own cancel a call that is known to be queued',
      ],
      operator: [
        'Send a 182 or 183 at least every minute while the call waits, or raise Timer C on the proxies in between',
        'Answer and play an announcement if the wait is long and early media does not reach the caller',
      ],
      callee: [],
    },
    neighbours: [
      { code: 180, difference: '180: a device alerts right now.' },
      {
        code: 183,
        difference: '183: progress without saying why; queues often use it with music.',
      },
      { code: 486, difference: '486: busy and refused; 182: busy and told to wait.' },
    ],
  },
  183: {
    label: 'session progress',
    note: 'Progress, mostly with early media',
    meaning:
      'Something beyond the next hop reports progress that is not plain alerting. With SDP it opens early media: the caller hears the ring-back tone or announcement that the far network plays.',
    when: 'From PSTN gateways and carriers before or instead of 180, from IMS networks while resources are reserved, from PBXs that play a message before answering.',
    causes: [
      'Gateway or carrier playing ring-back or an announcement in band (Asterisk `Progress()`, FreeSWITCH `pre_answer`, Cisco CUBE)',
      'IMS or VoLTE set-up: 183 with preconditions, answered by PRACK and UPDATE',
      'Announced failure: a 183 with `Reason: Q.850;cause=17` (or another cause) plays a busy tone or message, and the error response comes later or never',
      '183 without SDP: the caller hears neither tone nor announcement',
      'SDP present but no RTP gets through: firewall, private address, one-way path',
    ],
    fix: {
      caller: ['Play local ring-back as long as no early RTP arrives'],
      operator: [
        'Let RTP towards the caller through before the 200, not only after it',
        'Count the Reason cause of a 183 as the real outcome in reports',
        'Have the peer send 180, or put SDP into the 183, when callers complain about silence',
      ],
      callee: [
        'Send the announcement’s media from the address and port that the SDP of the 183 names',
      ],
    },
    neighbours: [
      {
        code: 180,
        difference: '180: a device alerts; 183: any other progress, usually with audio.',
      },
      { code: 100, difference: '100: next hop only, no To tag, no media.' },
      {
        code: 200,
        difference: '200: answered and charged; audio after a 183 is not an answer yet.',
      },
    ],
  },
  199: {
    label: 'early dialog ended',
    note: 'One fork has ended, the call goes on',
    meaning:
      'One branch of a forked call is over, and the caller may free what it kept for it. The other branches go on, so this is never the outcome of the call.',
    when: 'On forked calls, and only if the INVITE offered `Supported: 199`. The To tag says which early dialog has ended; a Reason header usually says with which code.',
    causes: [
      'One of several devices is busy, declined or gave up while the others still ring',
      'Serial forking: a proxy leaves one target and tries the next',
    ],
    fix: {
      caller: [
        'Close media and state of the early dialog with that To tag, and keep waiting for the final response',
      ],
      operator: [],
      callee: [],
    },
    neighbours: [
      { code: 487, difference: '487: final; the INVITE itself is over.' },
      {
        code: 486,
        difference:
          '486: final on its branch, and held back by the proxy while others ring; 199 tells the caller at once.',
      },
      { code: 183, difference: '183: an early dialog begins or goes on; 199 ends one.' },
    ],
  },
} satisfies Partial<Record<StatusCode, CodeText>>;
