import type { SetupArgs } from '../../../model/rule-args.ts';
import type { SetupTexts } from '../../rule-families.ts';

const SLICES: Readonly<Record<SetupArgs['pdd-slow']['biggest'], { what: string; fix: string }>> = {
  auth: {
    what: 'the authentication round trip',
    fix: 'Speed up authentication: credential lookup, nonce handling, or trust by address on this trunk.',
  },
  redirect: {
    what: 'following redirects',
    fix: 'Shorten the redirect path: fewer 3xx hops, or routing data nearer to the proxy.',
  },
  routing: {
    what: 'routing on the way to the callee',
    fix: 'Look for the slow hop on the ladder: dead targets tried first, DNS, ENUM or database lookups, push wake-up of mobiles.',
  },
};

const ENDED: Readonly<Record<SetupArgs['ringing-no-answer']['endedBy'], string>> = {
  caller: 'The caller hung up.',
  callee: 'The called side ended the attempt.',
  network: 'The network ended the attempt.',
  timer: 'A ring timer ended the attempt.',
};

export const setupRules: SetupTexts = {
  'invite-no-response': {
    summary: 'An INVITE was repeated and no response was seen.',
    title: (a, f) =>
      a.copies === 1
        ? `An INVITE went to ${a.target} and no response was seen.`
        : `${f.integer(a.copies)} copies of the INVITE went to ${a.target} and no response was seen.`,
    explanation: (a, f) =>
      a.copies === 1
        ? `${a.sender} sent it once, and ${f.duration(a.elapsedUs)} later not even 100 Trying had come back. The request or its answer was lost on the way, it was ignored, or the answer was not captured.`
        : `${a.sender} kept trying for ${f.duration(a.elapsedUs)}. Not even 100 Trying came back, so the request was lost on the way, ignored, or its answer took another path.`,
    fix: (a) => [
      `Check that ${a.target} is up and listens on this port and transport; send OPTIONS from ${a.sender}.`,
      'Check firewalls, ACLs and ban lists (fail2ban, pike) on the way.',
      'If the INVITE is larger than about 1300 bytes, fragments may be dropped: use TCP or make it smaller.',
    ],
  },
  'late-trying': {
    summary: 'The first response to an INVITE came late.',
    title: (a, f) =>
      `${a.node} took ${f.duration(a.delayUs)} for its first response to the INVITE.`,
    explanation: (a, f) => {
      const copies =
        a.copies > 1
          ? ` The INVITE was sent ${f.integer(a.copies)} times meanwhile; the copies do no harm, but they are load.`
          : '';
      return `A node should confirm within 200 ms that it holds the INVITE; after 500 ms the sender starts to repeat it.${copies}`;
    },
    fix: (a) => [
      `Let ${a.node} send 100 Trying before it does lookups.`,
      'Check its load, and the latency of the databases and DNS that it asks.',
    ],
  },
  'pdd-slow': {
    summary: 'The caller waited long before anything was heard (post-dial delay).',
    title: (a, f) => `The caller waited ${f.duration(a.pddUs)} for the first sign of progress.`,
    explanation: (a, f) =>
      `Most of it, ${f.duration(a.biggestUs)}, went into ${SLICES[a.biggest].what}. Callers begin to hang up after about 6 s of silence.`,
    fix: (a) => [SLICES[a.biggest].fix],
  },
  'ringing-no-answer': {
    summary: 'The callee was ringing and nobody picked up.',
    title: (a, f) =>
      a.heard === 'ringing'
        ? `Rang for ${f.duration(a.ringUs)} and nobody picked up.`
        : a.reported
          ? 'The network reports that nobody answered (Q.850 cause 19).'
          : `Nobody picked up after ${f.duration(a.ringUs)} of early media; no 180 was seen.`,
    explanation: (a, f) =>
      a.heard === 'ringing'
        ? `The call reached a device that was alerting. ${ENDED[a.endedBy]}`
        : a.reported
          ? `No 180 was seen, only early media (183) for ${f.duration(a.ringUs)}; the Reason says that the callee was alerted. ${ENDED[a.endedBy]}`
          : `The early media (183) may have been ringing tone or an announcement: SIP does not tell. ${ENDED[a.endedBy]}`,
    fix: () => [
      'Nothing is broken on the way. If it happens often: voicemail or forwarding on no answer.',
      'If the user says that nothing rang: check app wake-up (push) and the ring group.',
    ],
  },
  'ringing-forever': {
    summary: 'A call kept ringing with nothing to end it.',
    title: (a, f) => `Ringing for ${f.duration(a.elapsedUs)} and nothing ended it.`,
    explanation: (a) =>
      `${a.node} reported ringing, and neither a final response nor a fresh provisional one was seen since. Some element should bound the ringing; a proxy does so with Timer C after three minutes.`,
    fix: (a) => [
      `Set a ring timeout at ${a.node} or at the proxy before it.`,
      'Check for stuck analogue ports and queues without a limit.',
      'A queue that holds calls on purpose should send 182 or 183 at least every minute.',
    ],
  },
  'no-final-response': {
    summary: 'A call made progress and no final response was seen.',
    title: (a, f) =>
      `No final response seen ${f.duration(a.elapsedUs)} after the INVITE; the last one was ${a.code} ${a.phrase}.`,
    explanation: (a) =>
      `${a.node} reported progress, then nothing more was seen. Past three minutes a timer should have ended the call; before that, the capture may simply have stopped too early.`,
    fix: (a) => [
      'Capture longer, or read the next file of the rotation as well.',
      `If the capture is complete: find out at ${a.node} why no timer ended the call.`,
    ],
  },
};
