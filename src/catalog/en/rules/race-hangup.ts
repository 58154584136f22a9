import type { ByeTexts, CancelTexts } from '../../rule-families.ts';

export const cancelRules: CancelTexts = {
  'cancel-before-provisional': {
    summary: 'A CANCEL was sent before any response, and in vain.',
    title: (a, f) =>
      `${a.sender} cancelled after ${f.duration(a.afterUs)}, before any response, and the CANCEL had no effect.`,
    explanation: (a) => {
      const effect =
        a.how === 'refused'
          ? `${a.node} refused it: it knew of no INVITE yet.`
          : `${a.node} went on with the call all the same.`;
      return `A CANCEL may overtake its INVITE, so a client has to wait for the first provisional response. ${effect}`;
    },
    fix: (a) => [
      `Let ${a.sender} hold the CANCEL back until a provisional response has come.`,
      `Let ${a.node} send 100 Trying at once, so that nobody has to wait for it.`,
    ],
  },
  'cancel-mismatch': {
    summary: 'A CANCEL does not match its INVITE and was refused.',
    title: (a) =>
      `The CANCEL of ${a.sender} does not match its INVITE (${a.field}), so ${a.node} refused it.`,
    explanation: (a) =>
      `A CANCEL repeats branch, Request-URI, tags and CSeq number of the INVITE. Here ${a.field} has ${a.found === '' ? 'nothing' : a.found} instead of ${a.expected === '' ? 'nothing' : a.expected}, hence the ${a.code}; the callee keeps ringing.`,
    fix: (a) => [
      `Repair ${a.sender}, or the SBC or ALG before it that rewrites INVITE and CANCEL in different ways.`,
    ],
  },
  'cancel-200-race': {
    summary: 'The callee answered while the caller was cancelling.',
    title: (a, f) => {
      const apart = f.duration(Math.abs(a.apartUs));
      const order = a.apartUs < 0 ? 'before' : 'after';
      return a.ended === 'caller'
        ? `${a.callee} answered ${apart} ${order} the CANCEL; the caller hung up.`
        : `${a.callee} answered ${apart} ${order} the CANCEL, and no BYE of the caller was seen.`;
    },
    explanation: (a, f) => {
      const end = {
        caller: `It did so ${f.duration(a.afterUs)} later.`,
        callee: `The callee hung up itself after ${f.duration(a.afterUs)}; until then it was in a call with nobody.`,
        'not-seen': `In the ${f.duration(a.afterUs)} that were captured after it, none was seen: the callee may still be in a call with nobody.`,
      }[a.ended];
      return `The two crossed on the way. The CANCEL has no effect then; ${a.caller} has to confirm the answer with ACK and end the call with BYE. ${end}`;
    },
    fix: (a) =>
      a.ended === 'caller'
        ? ['Nothing to repair: the caller hung up in the moment of the answer.']
        : [
            `Let ${a.caller} answer a 2xx after its CANCEL with ACK and BYE.`,
            'Check that nothing on the way keeps the 2xx from the caller once it has cancelled.',
          ],
  },
  'cancel-no-487': {
    summary: 'A CANCEL did not end its INVITE.',
    title: (a, f) => {
      if (a.how === 'not-forwarded') {
        return a.answered
          ? `${a.node} confirmed the CANCEL and did not pass it on: ${a.callee} answered ${f.duration(a.waitedUs)} later.`
          : `${a.node} confirmed the CANCEL and did not pass it on to ${a.callee}.`;
      }
      if (a.how === 'ignored') {
        return a.answered
          ? `${a.node} did not react to the CANCEL and answered the call ${f.duration(a.waitedUs)} later.`
          : `${a.node} did not react to the CANCEL.`;
      }
      return `${a.node} confirmed the CANCEL, and no final response to the INVITE was seen in ${f.duration(a.waitedUs)}.`;
    },
    explanation: (a) => {
      const left = a.answered
        ? ` The caller had gone: ${a.callee} was alone in the call.`
        : ` ${a.callee} may go on ringing.`;
      if (a.how === 'not-forwarded') {
        return `A proxy that gets a CANCEL has to cancel every INVITE that it has sent on and that is still open. The one to ${a.callee} was open, and no CANCEL for it was seen.${left}`;
      }
      if (a.how === 'ignored') {
        return `The INVITE was under way at ${a.node}, so it has to confirm the CANCEL with 200 and end the INVITE with 487; it did neither.${left}`;
      }
      return `The 200 to a CANCEL only says that it arrived; the INVITE itself has to be answered, with 487.${left} The caller is free only after 64·T1 (32 s).`;
    },
    fix: (a) =>
      a.how === 'not-forwarded'
        ? [
            `Look into the routing of ${a.node}: a CANCEL has to go the way of its INVITE (in Kamailio and OpenSIPS t_relay for CANCEL, before any other route).`,
          ]
        : [
            `Look into ${a.node} at that time: does it pass the CANCEL on, and does its far side answer 487?`,
          ],
  },
  'cancel-481': {
    summary: 'A CANCEL that matches its open INVITE was answered 481.',
    title: (a) =>
      a.how === 'went-on'
        ? `${a.node} did not know the INVITE that ${a.sender} cancelled, and the call went on.`
        : `${a.node} did not know the INVITE that ${a.sender} cancelled.`,
    explanation: (a) =>
      `INVITE and CANCEL agree in branch, tags and CSeq number, and no final response was seen before. So ${a.node} has lost the transaction: a restart, a fail-over without state, or another node of the cluster got the CANCEL.`,
    fix: (a) => [
      `Look for a restart or fail-over of ${a.node} at that time.`,
      'Make load balancers send INVITE and CANCEL of one Call-ID to the same node.',
    ],
  },
  'cancel-completed-elsewhere-missing': {
    summary: 'Phones were cancelled without being told that another one answered.',
    title: (a, f) =>
      `${a.node} cancelled ${f.list(a.phones)} without the reason "answered elsewhere".`,
    explanation: () =>
      'Another phone had taken the call. Without Reason: SIP;cause=200 in the CANCEL the others list it as a missed call.',
    fix: (a) => [
      `Let ${a.node} add Reason: SIP;cause=200;text="Call completed elsewhere" to the CANCEL of the branches that lost.`,
    ],
  },
};

export const byeRules: ByeTexts = {
  'early-bye': {
    summary: 'A BYE was sent where it is not due yet.',
    title: (a) =>
      a.state === 'early'
        ? `${a.sender} sent BYE before the call was answered.`
        : `${a.sender} hung up before its own answer was confirmed.`,
    explanation: (a) => {
      const rule =
        a.by === 'callee'
          ? 'A callee refuses an INVITE with a final response, and may send BYE only after the ACK has come.'
          : 'A caller ends an INVITE that is not answered with CANCEL; a BYE ends only one early dialog of it.';
      const code = a.code >= 300 ? ` It was answered ${a.code}.` : '';
      return `${rule}${code} No ACK or answer was seen before it.`;
    },
    fix: (a) => [
      a.by === 'callee'
        ? `Let ${a.sender} refuse unanswered calls with a final response, and hold a BYE back until the ACK.`
        : `Let ${a.sender} send CANCEL for a call that is not answered.`,
    ],
  },
  'bye-481': {
    summary: 'A BYE was answered 481: the other side did not know the call.',
    title: (a, f) =>
      `${a.node} did not know the call that ${a.sender} ended (481 to BYE)${a.how === 'stayed-up' ? `; ${a.farEnd} stayed up for ${f.duration(a.upUs)} more` : ''}.`,
    explanation: (a, f) =>
      ({
        tags: 'The tags of the BYE are those of no dialog of this call: something on the way rewrites them, or its sender mixes up calls.',
        unknown:
          'The dialog is right, and no earlier hang-up of the other side was seen. It lost the call before: a restart, a fail-over without state, a session timer, or a BYE on a path that was not captured.',
        midcall:
          'The capture began after the call did, so an earlier hang-up of the other side may be missing from it.',
        'stayed-up': `${a.node} did not pass the BYE on: the other side hung up itself only ${f.duration(a.upUs)} later (${a.farEnd}). So long the call stayed up there and may have been charged.`,
      })[a.how],
    fix: (a) => [
      a.how === 'tags'
        ? `Compare From and To tag of the BYE with the 2xx, hop by hop, up to ${a.sender}.`
        : a.how === 'stayed-up'
          ? `Compare Request-URI and Route of the BYE with the Contact and Record-Route of the 2xx: with these ${a.node} could not find the call.`
          : `Find out when ${a.node} let go of the call: its log, restarts, and charging records for the same Call-ID.`,
      ...(a.how === 'stayed-up'
        ? [
            'Use session timers and media time-outs on both sides, and correct the charging record of this call.',
          ]
        : []),
    ],
  },
  'bye-crossed': {
    summary: 'Both sides hung up at the same time.',
    title: (a, f) =>
      `${a.first} and ${a.second} hung up within ${f.duration(a.apartUs)}, hence the ${a.code}.`,
    explanation: () =>
      'Each side had ended the dialog when the BYE of the other one arrived. The call is over for both.',
    fix: () => ['Nothing to repair.'],
  },
  'bye-unanswered': {
    summary: 'No BYE of the call was confirmed.',
    title: (a, f) => {
      const how =
        a.code === 0 ? `was not confirmed by ${a.target}` : `did not get through (${a.code})`;
      const up = a.upUs === 0 ? '' : `; ${a.farEnd} stayed up for ${f.duration(a.upUs)} more`;
      return `The BYE of ${a.sender} ${how}${up}.`;
    },
    explanation: (a, f) => {
      const copies = a.copies === 1 ? '' : ` in ${f.integer(a.copies)} copies`;
      const answer = a.code === 0 ? 'no response was seen' : `${a.code} came back`;
      return `It went to ${a.target}${copies}, and ${answer}. For ${a.sender} the call is over; ${a.upUs === 0 ? 'the other side may be up still and be charged for' : `${a.farEnd} hung up itself only ${f.duration(a.upUs)} later, and may have been charged for so long`}.`;
    },
    fix: (a) => [
      a.code === 401 || a.code === 407
        ? `Let ${a.sender} answer the challenge to its BYE, or except requests inside a call from authentication at ${a.target}.`
        : `Check the Contact and Route of the dialog toward ${a.target}: they must be reachable for as long as the call lasts.`,
      'Use session timers and media time-outs on both sides, so that a lost BYE cannot leave a call up.',
      'Correct the charging record of this call.',
    ],
  },
  'dialog-zombie': {
    summary: 'The session timer of an answered call ran out, and no refresh and no BYE was seen.',
    title: (a, f) =>
      `The session of ${f.integer(a.sessionSeconds)} s ended ${f.duration(a.overdueUs)} ago; no refresh and no BYE was seen.`,
    explanation: (a) => {
      const who =
        a.refresher === ''
          ? 'nobody is named'
          : a.refresher === 'uac'
            ? 'the side that sent the INVITE'
            : 'the side that answered it';
      return `Whoever refreshes (${who}) had to do so before the interval was over, else one of the two ends the call with BYE. The hang-up was lost, or one side still thinks that the call is up.`;
    },
    fix: () => [
      'Compare both ends: which of them still counts the call as up, and does it end calls whose session expired?',
      'Set a media time-out as well, so that a lost BYE cannot keep a call.',
    ],
  },
};
