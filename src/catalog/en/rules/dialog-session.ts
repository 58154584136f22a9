import type {
  ChangePurpose,
  EndingArgs,
  SessionArgs,
  TransferArgs,
} from '../../../model/dialog-args.ts';
import type { EndingTexts, SessionTexts, TransferTexts } from '../../rule-families.ts';

const PURPOSE: Readonly<Record<ChangePurpose, string>> = {
  refresh: 'to refresh the session',
  hold: 'to put the call on hold',
  resume: 'to take the call off hold',
  codec: 'to change the codecs',
  fax: 'to switch to fax (T.38)',
  video: 'to add video',
  move: 'to move the media to another address',
  offerless: 'without an offer, so that the other side makes one',
  unknown: 'to change the session',
};

type Violation = SessionArgs['session-timer-violations'];

const VIOLATION: Readonly<Record<Violation['how'], (a: Violation) => string>> = {
  'too-short': (a) =>
    `The session interval is ${a.sessionSeconds} s, under the least allowed, ${a.limitSeconds} s.`,
  'below-minimum': (a) =>
    `${a.node} set the session interval to ${a.sessionSeconds} s, under the ${a.limitSeconds} s that the request allows at least.`,
  raised: (a) =>
    `${a.node} raised the session interval from ${a.limitSeconds} s to ${a.sessionSeconds} s.`,
  'no-refresher': (a) => `${a.node} set a session timer and named nobody to refresh it.`,
  unable: (a) => `${a.node} leaves the refreshing to a caller that does not know session timers.`,
  'refused-again': (a) => `${a.node} refused the session interval ${a.refusals} times.`,
};

type Failed = TransferArgs['refer-failed'];

const codeOf = (a: { readonly code: number; readonly phrase: string }): string =>
  `${a.code} ${a.phrase}`.trim();

const TRANSFER: Readonly<Record<Failed['how'], (a: Failed) => string>> = {
  refused: (a) => `${a.node} refused the transfer to ${a.target} with ${codeOf(a)}.`,
  target: (a) => `The transfer to ${a.target} failed with ${codeOf(a)}.`,
  'no-notify': (a) => `${a.node} took the transfer to ${a.target} and did not tell how it went.`,
};

const BROKE: Readonly<Record<EndingArgs['bye-reason-abnormal']['kind'], string>> = {
  media: 'no media came',
  session: 'a SIP timer ran out',
  network: 'the network under it broke',
  resources: 'resources ran out',
  protocol: 'something was not understood or supported',
  other: 'something broke',
};

const BROKE_FIX: Readonly<Record<EndingArgs['bye-reason-abnormal']['kind'], string>> = {
  media: 'Follow the RTP in both directions: addresses in the SDP, NAT, firewall, media relay.',
  session:
    'Follow the requests that should have kept the session up: their route, Contact and NAT mapping.',
  network: 'Look at the trunk, radio or bearer behind that side at this moment.',
  resources: 'Look at the load, channels and media ports of that side at this moment.',
  protocol: 'Compare what that side supports with what it was sent last.',
  other: 'Read the log of that side at this moment.',
};

export const sessionRules: SessionTexts = {
  'session-timer-expiry': {
    summary: 'A call was ended because its session timer was not refreshed.',
    title: (a, f) =>
      `Hung up by the session timer ${f.duration(a.afterUs)} after the last refresh.`,
    explanation: (a, f) =>
      `Session-Expires is ${a.sessionSeconds} s${a.refresher === '' ? '' : `, refreshed by the ${a.refresher}`}. ${
        a.attempts.length === 0
          ? 'No refresh was seen at half of it.'
          : `What was tried did not get through: ${f.list(a.attempts)}.`
      } ${a.reason === '' ? `${a.by} hung up just when the timer ends a call.` : `${a.by} says so itself: “${a.reason}”.`}`,
    fix: (a) => [
      a.attempts.length === 0
        ? 'Find out why the refresher sent none: session timers switched off, or a restart in between.'
        : 'Follow the refresh to where it was lost: Contact, Route, NAT mapping, firewall.',
      'Keep NAT mappings open during calls (OPTIONS or CRLF every 20 to 25 s over UDP).',
      'Until then, a longer interval or session timers off at one side hides the fault.',
    ],
  },
  'session-timer-violations': {
    summary: 'A session timer was agreed against its rules (RFC 4028).',
    title: (a) => VIOLATION[a.how](a),
    explanation: (a) =>
      a.how === 'refused-again'
        ? `A caller has to take over the Min-SE of a 422${a.limitSeconds > 0 ? ` (${a.limitSeconds} s)` : ''} and try once more. Each further round is delay that the caller hears.`
        : 'The call went on past half of the interval and no refresh was seen. When the interval is over, one side may hang up.',
    fix: (a) => [
      a.how === 'refused-again'
        ? 'Set the session interval of the caller to at least the Min-SE of the other side.'
        : 'Set the interval to 1800 s, Min-SE to 90 s, and support for session timers alike on both sides.',
    ],
  },
  'reinvite-failed': {
    summary: 'A change of a running call was refused.',
    title: (a) => `${a.node} refused the ${a.method} ${PURPOSE[a.purpose]} with ${codeOf(a)}.`,
    explanation: (a, f) =>
      a.expiredUs > 0
        ? `The session was not refreshed, and no later try got through. Its timer ran out ${f.duration(a.expiredUs)} after this refusal, and the call was lost.`
        : a.ended
          ? 'The session should stay as it was; the call was ended right after.'
          : 'The session stays as it was: what was wanted did not happen, the call goes on.',
    fix: (a) => [
      ...(a.expiredUs > 0
        ? [
            `Find out at ${a.node} why it refuses a refresh of a running call: until then use a longer Session-Expires, or leave the refreshing to the other side.`,
          ]
        : []),
      `Compare the offer of ${a.asker} with the one that was accepted at the set-up, and have ${a.node} accept it or ${a.asker} leave it.`,
      'If an SBC stands between them: see whether it has to answer such a request itself.',
    ],
  },
  'reinvite-no-answer': {
    summary: 'A re-INVITE in a running call got no response.',
    title: (a) => `${a.target} did not respond to the re-INVITE ${PURPOSE[a.purpose]}.`,
    explanation: (a) =>
      `${a.asker} sent it ${a.copies === 1 ? 'once' : `${a.copies} times`}, and no response was seen. The call was set up over the same way, so something has changed since: a NAT mapping that is gone, a Contact that cannot be reached, a node that restarted.${a.ended ? ' The call ended over it.' : ''}`,
    fix: (a) => [
      `Check where the re-INVITE has to go: the Contact and Record-Route of the set-up, against ${a.target}.`,
      `Check NAT and firewall timeouts between ${a.asker} and ${a.target}.`,
    ],
  },
  'update-not-allowed': {
    summary: 'An UPDATE met an element that does not take it.',
    title: (a) => `${a.node} does not take the UPDATE ${PURPOSE[a.purpose]} (${a.code}).`,
    explanation: (a) =>
      a.advertised
        ? 'Its Allow names UPDATE, or a node on the way added it there.'
        : `Its Allow does not name UPDATE, so ${a.asker} should have used a re-INVITE.`,
    fix: (a) =>
      a.advertised
        ? [`Have ${a.node} (or the SBC before it) name in Allow only what it takes.`]
        : [`Have ${a.asker} look at Allow, or use re-INVITE for refreshes and changes.`],
  },
};

export const transferRules: TransferTexts = {
  'refer-failed': {
    summary: 'A transfer of a call failed.',
    title: (a) => TRANSFER[a.how](a),
    explanation: (a) =>
      a.how === 'refused'
        ? `${a.transferor} asked for it with REFER. Nothing was tried.`
        : a.how === 'target'
          ? `${a.node} placed the new call${a.replaces ? ', which was to take over an existing one,' : ''} and reported its failure to ${a.transferor} by NOTIFY.`
          : `${a.transferor} asked for it with REFER, which was accepted. No NOTIFY was seen in the 32 s after.`,
    fix: (a) =>
      a.how === 'refused'
        ? [`Allow REFER at ${a.node}, or have the PBX or SBC in between do the transfer itself.`]
        : a.how === 'target'
          ? [
              a.replaces
                ? 'Check that the Call-ID and tags in Replaces are those that the target knows: a B2BUA in between has others.'
                : `Check that ${a.node} may call ${a.target} and has a route there.`,
              'Look at the new call itself, which has a Call-ID of its own.',
            ]
          : [`Check that ${a.node} sends NOTIFY along the dialog, and that nothing filters it.`],
  },
  'refer-call-lost': {
    summary: 'A transfer failed after the transferring side had hung up: the caller was lost.',
    title: (a, f) =>
      `${a.transferor} hung up ${f.duration(a.earlyUs)} before the transfer to ${a.target} failed.`,
    explanation: (a) =>
      `${a.node} reported ${codeOf(a)} for the new call. By then nobody was left to take the old one back.`,
    fix: (a) => [
      `Have ${a.transferor} wait for the NOTIFY with 200 before it hangs up.`,
      'Send callers whose transfer fails back to the transferor or to an operator.',
    ],
  },
};

export const endingRules: EndingTexts = {
  'bye-reason-abnormal': {
    summary: 'A call was ended because something broke, by the words of its BYE.',
    title: (a, f) =>
      `${a.by} hung up${a.talkUs > 0 ? ` after ${f.duration(a.talkUs)}` : ''} because ${BROKE[a.kind]}.`,
    explanation: (a) =>
      `The BYE says: ${a.protocol}${a.cause > 0 ? ` ${a.cause}` : ''}${a.text === '' ? '' : ` “${a.text}”`}. Who hangs up by hand says 16, 31 or nothing.`,
    fix: (a) => [BROKE_FIX[a.kind], `Read the log of ${a.by} at this second.`],
  },
  'emergency-call': {
    summary: 'A call to an emergency service did not get through.',
    title: (a) =>
      a.code >= 200 && a.code < 300
        ? `The emergency call to ${a.service} was answered and then cut off.`
        : a.code === 0
          ? `The emergency call to ${a.service} got no answer.`
          : `The emergency call to ${a.service} failed with ${codeOf(a)}.`,
    explanation: (a) =>
      `${
        {
          urn: 'It is addressed to a service URN.',
          priority: 'It carries an emergency priority (esnet).',
          digits:
            'The digits are those of an emergency number, and the caller’s own number is too long for them to be an extension.',
        }[a.how]
      } The last word came from ${a.node}. ${a.hasLocation ? 'It carries a location.' : 'It carries no location (Geolocation).'}`,
    fix: () => [
      'Treat this first: emergency calls are regulated. Place a test call by the procedure of the authority.',
      'Check the emergency route, its fallback trunk, and that no limit, barring or caller-ID check applies to it.',
    ],
  },
};
