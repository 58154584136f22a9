import { isQ850Cause } from '../../q850.ts';
import type { ForkTexts, ReliableTexts } from '../../rule-families.ts';
import { saysClock } from '../clocks.ts';
import { EN_Q850 } from '../q850.ts';

export const reliableRules: ReliableTexts = {
  'prack-missing': {
    summary: 'A reliable provisional response was repeated for want of a PRACK.',
    title: (a, f) => {
      const what = `${a.code} of ${a.node}`;
      return a.unheeded
        ? `The PRACK to the ${what} was seen, and it was repeated all the same.`
        : `No PRACK seen for the reliable ${what}, which was sent ${f.integer(a.copies)} times.`;
    },
    explanation: (a, f) => {
      const end =
        a.endCode === 0 ? '' : ` Then ${a.node} gave up with ${a.endCode}.${saysClock(a.clock, f)}`;
      return `It has Require: 100rel and RSeq ${a.rseq}, so the callee waits for a PRACK and repeats it, here for ${f.duration(a.elapsedUs)}.${end}`;
    },
    fix: (a) => [
      a.unheeded
        ? `See where the PRACK ends: its Request-URI must be the Contact of the ${a.code}, its Route the Record-Route.`
        : "Find out on the caller's side: does the response arrive there, and does that side support 100rel in earnest?",
      `Until that is repaired, switch 100rel off at ${a.node} or at the caller.`,
    ],
  },
  'prack-rejected': {
    summary: 'A PRACK was refused.',
    title: (a) => `${a.node} refused the PRACK with ${a.code} ${a.phrase}.`,
    explanation: (a, f) =>
      a.expected.length > 0
        ? `Its RAck is ${a.rack === '' ? 'missing' : a.rack}, and the responses that wait are ${f.list(a.expected)} (RSeq, CSeq number, method).`
        : 'Its RAck names a response that was seen, so the refusal has another reason: an offer in it, a lost state, or a path that does not lead to the callee.',
    fix: (a) => [
      a.expected.length > 0
        ? 'Repair whoever makes the RAck: it has to repeat RSeq and CSeq of the response, and an SBC has to map both.'
        : `Look into ${a.node} for the reason of the ${a.code}; read Warning and the session description of the PRACK.`,
    ],
  },
  'rseq-gap': {
    summary: 'RSeq of the reliable provisional responses does not go up by one.',
    title: (a, f) => `RSeq of ${a.node} goes from ${f.integer(a.before)} to ${f.integer(a.after)}.`,
    explanation: () =>
      'Reliable responses of one early dialog count up by one. A caller may not confirm what stands behind a gap, so it waits, unless the missing one was merely not captured.',
    fix: (a) => [`Check the stack of ${a.node}, or the SBC that numbers its responses anew.`],
  },
  'rel100-required-unsupported': {
    summary: 'The two sides do not agree on reliable provisional responses.',
    title: (a) =>
      a.code === 420
        ? `${a.node} does not support 100rel, which the INVITE requires.`
        : `${a.node} insists on 100rel, which the INVITE does not offer.`,
    explanation: (a) =>
      `The INVITE was refused with ${a.code} for it. ${a.recovered ? 'The caller tried again without the conflict.' : 'The call ended there.'}`,
    fix: (a) => [
      a.code === 420
        ? 'Move 100rel from Require to Supported in the INVITE, so that the callee may choose.'
        : `Switch 100rel on at the caller, or make ${a.node} content without.`,
    ],
  },
  'precondition-failed': {
    summary: 'The call ended because its preconditions (reserved resources) were not met.',
    title: (a) =>
      a.code === 580
        ? `${a.node} ended the call with 580: the resources were not reserved.`
        : 'The call never rang: its preconditions were not met.',
    explanation: (a, f) => {
      const unmet =
        a.unmet.length === 0
          ? ''
          : ` The last session description lacks: ${f.list(a.unmet)} (reached < demanded).`;
      return `The session description demands resources before the callee may ring.${unmet}`;
    },
    fix: () => [
      'Find out why the bearer was not set up: policy server, dedicated bearer, admission control.',
      'Take preconditions off toward networks that do not reserve, such as the PSTN.',
    ],
  },
};

export const forkRules: ForkTexts = {
  'fork-loser-noise': {
    summary: 'Some branches of a fork were refused while another one was answered.',
    title: (a, f) => `${a.winner} took the call; ${f.list(a.losers)} did not, which is no failure.`,
    explanation: (a) =>
      `${a.node} rang several devices for one call. The codes of the others stay at ${a.node} and must not be counted as failed calls.`,
    fix: () => ['Nothing to repair. Count one call per fork in statistics.'],
  },
  'fork-killed-by-6xx': {
    summary: 'One device refused with 6xx and so ended the ringing of all others.',
    title: (a, f) =>
      `${a.code} ${a.phrase} of ${a.killer} ended the call while ${f.list(a.ringing)} was ringing.`,
    explanation: (a, f) =>
      `A 6xx speaks for the callee everywhere, so ${a.node} had to cancel all other branches. It came ${f.duration(a.afterUs)} after that device was tried: do-not-disturb or a block list on one device, or somebody who pressed Reject there.`,
    fix: (a) => [
      `Let ${a.killer} refuse with 486 or 480, which speak for one device only.`,
      `Or let ${a.node} turn 6xx of registered devices into 480 or 486.`,
    ],
  },
  'serial-hunt-long': {
    summary: 'One node tried many targets one after the other.',
    title: (a, f) => `${a.node} tried ${f.integer(a.targets)} targets in turn before the end.`,
    explanation: (a, f) =>
      `The last one was tried ${f.duration(a.elapsedUs)} after the first${a.answered ? ' and answered' : ''}. Callers rarely wait that long.`,
    fix: () => [
      'Ring targets together, shorten the time for each, or drop the ones that never answer.',
    ],
  },
  'multiple-2xx': {
    summary: 'Several devices answered one INVITE.',
    title: (a, f) => {
      const who = `${f.integer(a.answers.length)} answers to one INVITE (${f.list(a.answers)})`;
      return a.open > 1 || a.unacknowledged > 0
        ? `${who}, and not all were ended.`
        : `${who}; all but one were ended.`;
    },
    explanation: (a, f) =>
      `The caller has to confirm each with ACK and end all but one with BYE. Without ACK: ${f.integer(a.unacknowledged)}; without BYE: ${f.integer(a.open)}.`,
    fix: (a) =>
      a.open > 1 || a.unacknowledged > 0
        ? [
            'Let the caller, or the SBC that stands for it, send ACK and BYE for every further 2xx.',
            'Devices left over stay in a call with nobody until a media or session timer ends it.',
          ]
        : ['Nothing to repair: two devices were picked up at the same time.'],
  },
  'early-media-no-sdp': {
    summary: 'A 183 without a session description left the caller in silence.',
    title: (a, f) =>
      `The caller heard nothing for ${f.duration(a.silentUs)}: the 183 of ${a.node} has no session description.`,
    explanation: (a) => {
      const end = {
        heard: 'Only then came something that phones make audible.',
        answered: 'Then the call was answered without any ringing.',
        failed: 'Nothing audible came at all.',
      }[a.ended];
      return `A phone plays ringback on 180 and plays media on a 183 with a description; on a bare 183 most play nothing. ${end}`;
    },
    fix: (a) => [`Let ${a.node} send 180, or 183 with a session description and early media.`],
  },
  'early-media-announcement-cause': {
    summary: 'A provisional response carries the cause of a failure.',
    title: (a) => {
      const name = isQ850Cause(a.cause) ? ` (${EN_Q850[a.cause].name})` : '';
      return `${a.code} of ${a.node} says why the call failed: Q.850 cause ${a.cause}${name}.`;
    },
    explanation: () =>
      'The network plays a tone or an announcement in band instead of refusing the call. What ends the call afterwards, a CANCEL or a 480, hides that cause.',
    fix: () => [
      'Take this cause as the outcome of the call, in routing and in statistics.',
      'If the call should fail over at once, let the gateway turn the cause into a final response.',
    ],
  },
};
