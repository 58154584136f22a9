import type { AckFault } from '../../../model/race-args.ts';
import { saysClock } from '../clocks.ts';
import type { AckTexts } from '../../rule-families.ts';

type Misrouted = { node: string; sentTo: string; found: string; expected: string };

const FAULTS: Readonly<Record<AckFault, { why(a: Misrouted): string; fix(a: Misrouted): string }>> =
  {
    'request-uri': {
      why: (a) => `Its Request-URI is ${a.found}, and the Contact of the 2xx is ${a.expected}.`,
      fix: (a) =>
        `Make the caller's side use the Contact of the 2xx (${a.expected}) as Request-URI of the ACK.`,
    },
    route: {
      why: (a) =>
        `Its Route is ${a.found === '' ? 'empty' : a.found}, and the Record-Route of the 2xx asks for ${a.expected === '' ? 'none' : a.expected}.`,
      fix: () =>
        "Repair the route set: a stack or SBC on the caller's side drops or rewrites Record-Route, or a proxy lacks ;lr.",
    },
    contact: {
      why: (a) =>
        `It follows the Contact ${a.found}, while the callee was heard at ${a.expected}: the Contact does not lead there from here.`,
      fix: (a) =>
        `Let ${a.node} put a reachable address into its Contact (external address, NAT setting), or let the proxy in front record-route.`,
    },
    destination: {
      why: (a) => `It went to ${a.found}, which is neither the Contact nor a node of the path.`,
      fix: () =>
        "Look at what decides the next hop on the caller's side: outbound proxy, DNS of the Contact or Route, an ALG.",
    },
    'not-forwarded': {
      why: (a) => `${a.sentTo} got it and was not seen to pass it on.`,
      fix: (a) =>
        `Check the loose routing of ${a.sentTo}: an ACK to a 2xx has to be routed statelessly by its Route or Request-URI.`,
    },
    unheeded: {
      why: () =>
        'Nothing in it is at odds with the 2xx, so it was lost further on, or the callee does not recognise it.',
      fix: (a) =>
        `Capture nearer to ${a.node} and see whether the ACK arrives there; compare tags, CSeq and Via branch with its log.`,
    },
  };

export const ackRules: AckTexts = {
  'ack-missing-2xx': {
    summary: 'The callee repeated its 2xx and no ACK was seen.',
    title: (a, f) => {
      const missing =
        a.reached === a.peer
          ? `No ACK seen for the 2xx of ${a.node}`
          : `No ACK from ${a.reached} was seen for the 2xx of ${a.node}`;
      return a.gaveUp
        ? `${missing}, which gave up and ended the call.`
        : `${missing}, which was sent ${f.integer(a.copies)} times.`;
    },
    explanation: (a, f) => {
      const held =
        a.heldBy === ''
          ? ''
          : ` ${a.heldBy} got the 2xx and was not seen to pass it on to the caller.`;
      const contact = a.privateContact
        ? ` The Contact ${a.contact} is a private address: an ACK from outside cannot get there.`
        : '';
      const seen = `${f.integer(a.copies)} ${a.copies === 1 ? 'copy' : 'copies'} of it went to ${a.peer} within ${f.duration(a.elapsedUs)}`;
      const on =
        a.reached === a.peer
          ? ''
          : ` It was passed on as far as ${a.reached}: the gap is there or behind it.`;
      return `A callee repeats its answer until the ACK arrives, on TCP too. ${seen}.${on}${held}${contact} Either the 2xx does not reach the caller, or the ACK does not come back.${saysClock(a.clock, f)}`;
    },
    fix: (a) => [
      ...(a.heldBy === ''
        ? []
        : [`Find out why ${a.heldBy} keeps the 2xx: reply route, Via, its log.`]),
      ...(a.privateContact
        ? [`Let ${a.node} put its external address into Contact and Record-Route.`]
        : []),
      a.reached === a.peer
        ? "Capture on the caller's side: does the 2xx arrive there, and where does the ACK go?"
        : `Capture at ${a.reached}: does the 2xx arrive there, and where does the ACK go?`,
      'Switch off SIP ALG, and check firewall state and the Via and Contact addresses on the way.',
    ],
  },
  'ack-misrouted': {
    summary: 'An ACK was seen, and the callee went on repeating its 2xx.',
    title: (a, f) =>
      `The ACK went to ${a.sentTo}, and ${a.node} repeated its 2xx ${f.integer(a.copies)} more times.`,
    explanation: (a, f) => {
      const end = a.gaveUp ? ` Then ${a.node} gave up and ended the call.` : '';
      return `The copies went on for ${f.duration(a.elapsedUs)} after the ACK, so it did not get there. ${FAULTS[a.how].why(a)}${end}`;
    },
    fix: (a) => [FAULTS[a.how].fix(a)],
  },
  'ack-missing-non2xx': {
    summary: 'A refusal of an INVITE was repeated and no ACK was seen.',
    title: (a, f) =>
      `${a.node} repeated ${a.code} ${a.phrase} ${f.integer(a.copies)} times and no ACK was seen.`,
    explanation: (a, f) =>
      `Each hop has to confirm a refusal at once. ${a.peer} was not seen to do so within ${f.duration(a.elapsedUs)}: it is gone, or the response does not reach it.`,
    fix: (a) => [
      `Check whether ${a.peer} still runs and gets the response: rport and received in Via, firewall, NAT binding.`,
      'If it is a stranger who never acknowledges: block it, it is probing.',
    ],
  },
  'ack-late': {
    summary: 'The ACK came so late that the 2xx was repeated.',
    title: (a, f) => `${a.sender} sent the ACK ${f.duration(a.delayUs)} after the 2xx.`,
    explanation: (a, f) =>
      `The 2xx was seen ${f.integer(a.copies)} times before that. An ACK is due at once; until it comes, many devices keep the audio closed, so the first words are cut.`,
    fix: (a) => [
      `Look at the load of ${a.sender} and at loss on the path of the 2xx.`,
      'With a delayed offer the caller may be waiting for its own media: see what it does before it acknowledges.',
    ],
  },
  'ack-cseq-or-branch-wrong': {
    summary: 'An ACK has a CSeq number or branch that the other side cannot match.',
    title: (a) =>
      a.how === 'cseq'
        ? `The ACK of ${a.sender} has CSeq ${a.found} instead of ${a.expected}.`
        : a.how === 'other-branch'
          ? `The ACK of ${a.sender} to a refusal has another branch than the INVITE.`
          : `The ACK of ${a.sender} to the 2xx has the branch of the INVITE.`,
    explanation: (a, f) => {
      const rule = {
        cseq: 'An ACK has the CSeq number of the INVITE that it answers.',
        'other-branch': `The ACK to a refusal belongs to the transaction of the INVITE: branch ${a.expected}, not ${a.found}.`,
        'branch-of-invite': `The ACK to a 2xx is a request of its own and needs a new branch; ${a.found} is taken.`,
      }[a.how];
      const copies =
        a.copies === 1
          ? 'The response was repeated after it'
          : `The response was repeated ${f.integer(a.copies)} times after it`;
      return `${rule} ${copies}, so ${a.node} did not recognise it.`;
    },
    fix: (a) => [
      `Update or repair the SIP stack of ${a.sender}, or whatever rewrites its messages on the way.`,
    ],
  },
  'call-dropped-32s': {
    summary: 'The callee ended an answered call because no ACK reached it.',
    title: (a, f) =>
      `The call was dropped ${f.duration(a.afterUs)} after the answer: no ACK reached ${a.node}.`,
    explanation: (a, f) => {
      const words = a.reason === '' ? '' : ` Its BYE says so: "${a.reason}".`;
      return `${a.node} sent its 2xx ${f.integer(a.copies)} times and then hung up; nobody on the phone did.${words}${saysClock(a.clock, f)}`;
    },
    fix: (a) => [
      `Find out where the ACK is lost: capture at ${a.node} and at the caller at the same time.`,
      'The usual causes are a Contact or Record-Route address that the caller cannot reach, SIP ALG, and a firewall that forgets the flow.',
    ],
  },
};
