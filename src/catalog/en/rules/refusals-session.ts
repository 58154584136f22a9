import type { ResponseArgs } from '../../../model/response-args.ts';
import { refusalTexts, said } from '../../refusal-text.ts';
import type { SessionRefusalTexts } from '../../rule-families.ts';
import { isWarningCode } from '../../warnings.ts';
import { EN_WARNINGS } from '../warnings.ts';

const refusal = refusalTexts('en');

/** What a Warning says in words. */
function warned(warning: string): string {
  const code = Number(warning.slice(0, 3));
  return isWarningCode(code) ? `Warning ${code}: ${EN_WARNINGS[code].reading}` : '';
}

function refusedMedia({ offered, warning }: ResponseArgs['resp-488-media']): string {
  const offer =
    offered.length === 0
      ? 'The INVITE had no session description, so the refusal is about something else, or it came from another leg.'
      : `Offered: ${offered.join('; ')}.`;
  const meaning = warned(warning);
  const silent =
    'The refusal does not say what it dislikes: codecs, encryption, a kind of media or an address.';
  return `${offer} ${meaning === '' ? silent : meaning}`;
}

export const sessionRefusals: SessionRefusalTexts = {
  'resp-400-malformed': refusal({
    summary: 'A node could not read the request (400).',
    title: (a) =>
      a.field === ''
        ? `${a.node} could not read the INVITE: ${said(a)}.`
        : `${a.node} refused the INVITE because of its ${a.field}: ${said(a)}.`,
    fix: (a) =>
      a.field === '' ? [] : [`Look at ${a.field} in the INVITE as it arrived at ${a.node}.`],
  }),
  'resp-405-501-method': refusal({
    summary: 'A node does not take this method (405, 501).',
    title: (a) => `${a.node} does not take ${a.method}: ${said(a)}.`,
    why: (a) =>
      a.allow === '' ? '' : `It takes ${a.allow}; ${a.method} went to the wrong node or service.`,
    fix: (a) => [`Check that ${a.method} is meant for ${a.node}: address, port and route.`],
  }),
  'resp-message-refused': refusal({
    summary: 'A text (MESSAGE) was refused, and nobody took it later.',
    title: (a) =>
      a.called === ''
        ? `A text was refused by ${a.node}: ${said(a)}.`
        : `The text to ${a.called} was refused by ${a.node}: ${said(a)}.`,
    fix: (a) => [
      a.code === 404 || a.code === 480
        ? `Check whether ${a.node} should keep texts for users who are away: store and forward, or an SMS gateway.`
        : 'Ask the sender whether it was told: a text that is refused is lost unless the client keeps it.',
    ],
  }),
  'resp-415-406-body': refusal({
    summary: 'The type of a body is not accepted (415, 406).',
    title: (a) =>
      a.sent === ''
        ? `${a.node} does not accept the body: ${said(a)}.`
        : `${a.node} does not accept ${a.sent}: ${said(a)}.`,
    why: (a) =>
      a.accepts === '' ? '' : `It accepts ${a.accepts}; the INVITE came with ${a.sent || 'none'}.`,
    fix: () => ['Send application/sdp alone: drop ISUP and other parts at the SBC or gateway.'],
  }),
  'resp-420-421-extension': refusal({
    summary: 'An extension is required that one side does not have (420, 421).',
    title: (a, f) => {
      const tags = a.tags.length === 0 ? 'an extension' : f.list(a.tags);
      return a.code === 421
        ? `${a.node} requires ${tags}, which the caller does not offer: ${said(a)}.`
        : `${a.node} does not have ${tags}, which the INVITE requires: ${said(a)}.`;
    },
    fix: (a, f) =>
      a.tags.length === 0
        ? []
        : [
            a.code === 421
              ? `Switch on ${f.list(a.tags)} at the caller’s side, or do not require it at ${a.node}.`
              : `Offer ${f.list(a.tags)} in Supported instead of Require, or switch it on at ${a.node}.`,
          ],
  }),
  'resp-422-session-interval': refusal({
    summary: 'A call ended because its session interval is too short (422).',
    title: (a) =>
      a.minimum === ''
        ? `${a.node} refused the session interval: ${said(a)}.`
        : `${a.node} wants a session interval of at least ${a.minimum} s, and the call ended there: ${said(a)}.`,
    why: (a, f) => {
      const asked = a.asked === '' ? '' : `The INVITE asked for ${a.asked} s. `;
      return `${asked}After a 422 the caller has to ask again with at least Min-SE (RFC 4028 §7.3). It was refused ${f.integer(a.refusals)} ${a.refusals === 1 ? 'time' : 'times'}, and no INVITE with a longer interval followed.`;
    },
    fix: (a) => [
      `Set the session interval of the caller’s side to ${a.minimum === '' ? 1800 : Math.max(90, Number(a.minimum))} s or more.`,
    ],
  }),
  'resp-481-state-lost': {
    summary: 'A node no longer knows the dialog of a request (481).',
    title: (a, f) =>
      a.ageUs > 0
        ? `${a.node} no longer knew the call ${f.duration(a.ageUs)} after it was answered: 481 to ${a.method}.`
        : a.replaces
          ? `The call that ${a.method} was to take over (Replaces) is unknown to ${a.node}: 481.`
          : `${a.node} knows no such call: 481 to ${a.method}.`,
    explanation: (a) =>
      a.replaces
        ? 'The dialog that the Replaces header names was over already, or lives on another node: an attended transfer or a pickup that came too late.'
        : 'Nobody had ended the call as far as was seen. A node that was restarted, or one that took over without the state of the other, or the wrong node of a cluster answers so. The side that asked has to end the call.',
    fix: (a) =>
      a.replaces
        ? [
            'Check that the transfer reaches the node that holds the call, with Call-ID and tags unchanged.',
          ]
        : [
            `Look in the log of ${a.node} for a restart or a fail-over at that time.`,
            'Check that requests of a dialog stay on one node (Record-Route, Contact), or that the nodes share dialogs.',
          ],
  },
  'resp-488-media': refusal({
    summary: 'The media that were offered are not acceptable (488).',
    title: (a) => `${a.node} does not accept the media that were offered: ${said(a)}.`,
    why: refusedMedia,
  }),
  'resp-606-media': refusal({
    summary: 'The media that were offered suit no device of the callee (606).',
    title: (a) => `${a.node} accepts the offered media on no device of the callee: ${said(a)}.`,
    why: refusedMedia,
  }),
  'resp-489-event': {
    summary: 'An event package is not known to the other side (489).',
    title: (a) =>
      a.event === ''
        ? `${a.node} refused ${a.method}: its event package is not known there (489).`
        : `${a.node} does not have the event package "${a.event}" (489 to ${a.method}).`,
    explanation: (a) =>
      `${a.allowed === '' ? 'It does not say which it has.' : `It has ${a.allowed}.`} What the package is for does not work: message-waiting lamp, busy lamp, presence, or a provisioning feature.`,
    fix: (a) => [
      `Switch the feature off at the phone, or on at ${a.node}.`,
      'Check that the subscription goes to the right server (presence and voicemail may have their own).',
    ],
  },
  'resp-491-glare': {
    summary: 'Both sides changed a call at the same time, and it did not settle by itself (491).',
    title: (a, f) =>
      a.glares > 1
        ? `Both sides tried to change the call at once, ${f.integer(a.glares)} times (491).`
        : a.resolved
          ? `${a.asker} asked again too early after both sides had changed the call at once (491).`
          : `Both sides tried to change the call at once, and the change never came about (491).`,
    explanation: (a) =>
      `${a.node} refused the ${a.method} of ${a.asker} because a change of its own was under way. The caller’s side then has to wait 2.1 to 4 s, the other up to 2 s (RFC 3261 §14.1).${a.early ? ' It did not wait that long.' : ''}${a.resolved ? '' : ' No later change was seen to succeed, so hold, codec or fax may be stuck.'}`,
    fix: () => [
      'Find out why both sides re-negotiate at the same moment: session timers on both, codec lock, fax detection at both ends.',
      'Let one side only do it, and check that both wait their random time.',
    ],
  },
  'resp-493-smime': refusal({
    summary: 'An encrypted body could not be read (493).',
    title: (a) => `${a.node} could not decrypt the body of the INVITE: ${said(a)}.`,
  }),
  'resp-494-secagree': refusal({
    summary: 'The security agreement with a proxy did not come about (494).',
    title: (a) => `The security agreement with ${a.node} did not come about: ${said(a)}.`,
    why: (a, f) =>
      `494 is the first step of the agreement: the client repeats the request with Security-Verify. Here the call ended after ${f.integer(a.refusals)} such ${a.refusals === 1 ? 'refusal' : 'refusals'} (RFC 3329).`,
  }),
  'resp-513-size': refusal({
    summary: 'A request is too large for a node (513, 413, 414).',
    title: (a, f) =>
      a.bytes === 0
        ? `The INVITE is too large for ${a.node}: ${said(a)}.`
        : `The INVITE of ${f.integer(a.bytes)} bytes is too large for ${a.node}: ${said(a)}.`,
    fix: (a) =>
      a.transport === 'udp'
        ? ['Send it over TCP or TLS: over UDP such a request is cut into fragments as well.']
        : [],
  }),
  'resp-555-push': refusal({
    summary: 'A proxy does not serve the push service of a phone (555).',
    title: (a) =>
      `${a.node} does not serve the push service${a.provider === '' ? '' : ` ${a.provider}`}: ${said(a)}.`,
  }),
  'resp-580-precondition': refusal({
    summary: 'A precondition of the call (quality of service, bearer) was not met (580).',
    title: (a) => `A precondition of the call was not met: ${said(a)} from ${a.node}.`,
  }),
};
