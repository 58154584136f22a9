import type { DeclineArgs } from '../../../model/rule-args.ts';
import type { DeclineTexts } from '../../rule-families.ts';
import { locationName } from '../../reason-texts.ts';
import { isPersonalDevice } from '../../user-agents.ts';

const FAULTS: Readonly<Record<DeclineArgs['decline-analytics-603plus']['fault'], string>> = {
  '': '',
  'phrase-rewritten':
    'The phrase was rewritten on the way (a B2BUA does that); the Reason is what counts.',
  'reason-missing':
    'The Reason with the contact is missing, so the block is signalled, but not by the book.',
  'version-missing': 'The Reason does not start with "v=analytics1", so it is not fully compliant.',
  'no-contact': 'It names no contact, although one is required.',
};

/** What is known of a product's bare 603; of all others only what PBXs may do. */
const BARE_603: readonly {
  readonly product: RegExp;
  readonly sentence: (agent: string) => string;
}[] = [
  {
    product: /asterisk/i,
    sentence: (agent) =>
      `${agent} sends 603 whenever it ends an unanswered call without a cause that it can map`,
  },
  {
    product: /freeswitch/i,
    sentence: (agent) =>
      `${agent} sends 603 for its cause CALL_REJECTED, which also stands for a 401, 402, 403, 407 or 608 from another leg`,
  },
  {
    product: /^/,
    sentence: (agent) =>
      `${agent === '' ? 'The sender' : agent} is a PBX, and a PBX may send 603 when its dial plan hangs up`,
  },
];

const bare603 = (agent: string): string =>
  BARE_603.find(({ product }) => product.test(agent))?.sentence(agent) ?? '';

/** Below this nobody reacts to a ringing telephone, µs. */
const REACTION = 1_000_000;

const named = (agent: string): string => (agent === '' ? '' : ` (${agent})`);

export const declineRules: DeclineTexts = {
  'decline-analytics-603plus': {
    summary: 'A network blocked the call using call analytics ("603+", Network Blocked).',
    title: () => 'A network blocked this call using call analytics; nobody pressed Reject.',
    explanation: (a) => {
      const where =
        a.location === ''
          ? ''
          : ` The location it gives is ${a.location} (${locationName(a.location, 'en')}).`;
      const fault = FAULTS[a.fault] === '' ? '' : ` ${FAULTS[a.fault]}`;
      return `603 came from ${a.node} with the marks of analytics blocking (ATIS-1000099): software judged the calling number, not the callee.${where}${fault} In the US the blocker has to name a contact for redress; elsewhere it may.`;
    },
    fix: (a) => {
      const contacts = [a.url, a.tel, a.email].filter((contact) => contact !== '');
      const quote = a.id === '' ? '' : `, quoting the id ${a.id}`;
      return [
        contacts.length === 0
          ? 'Ask the terminating carrier for redress; the response names no contact.'
          : `Ask for redress${quote}: ${contacts.join(' · ')}`,
        'Register the calling number with the analytics providers and check its reputation.',
        'Have the calls signed with attestation A (STIR/SHAKEN), from a number that you may use.',
        'Do not retry: it will be blocked again and makes the reputation worse.',
      ];
    },
  },
  'decline-analytics-probable': {
    summary: 'One caller is refused quickly by many callees: it looks like automatic blocking.',
    title: (a, f) =>
      `${a.caller} was refused ${f.integer(a.refusals)} times within seconds by ${f.integer(a.callees)} different callees: probably blocked automatically.`,
    explanation: (a) =>
      `People do not refuse this fast, without ringing, and all alike. The response from ${a.node} does not say that it is a block, so this is a pattern and not a proof.`,
    fix: (a) => [
      `Check the reputation of ${a.caller} with the analytics providers and the terminating carriers.`,
      'Check attestation (STIR/SHAKEN) and the format of the number that is shown.',
    ],
  },
  'decline-608': {
    summary: 'An intermediary rejected the call (608 Rejected).',
    title: () =>
      'An analytics service on the way rejected the call (608); the callee was not asked.',
    explanation: (a) =>
      `608 came from ${a.node}. It is reserved for intermediaries that reject calls on behalf of the callee (RFC 8688), and its Call-Info should name a contact for redress.`,
    fix: (a) => [
      a.contact === ''
        ? 'Ask the carrier behind this hop who rejected the call; the response names no contact.'
        : `Ask for redress at the contact it names: ${a.contact}`,
      'Check the reputation and the attestation of the calling number.',
    ],
  },
  'decline-607': {
    summary: 'The callee, or an app on their behalf, marked the call as unwanted (607).',
    title: () => 'The callee, or an app on their behalf, marked this call as unwanted (607).',
    explanation: (a) =>
      `607 came from ${a.node}. It says more than a refusal: later calls from this number are likely to be refused too, and providers may count it against the number (RFC 8197).`,
    fix: () => [
      'Stop calling this number; check consent and calling lists.',
      'If it happens with many callees: check the reputation of the calling number.',
    ],
  },
  'decline-human': {
    summary: 'A person refused the call after it rang.',
    title: (a, f) => `The called person declined after ${f.duration(a.ringUs)} of ringing.`,
    explanation: (a) =>
      `${a.node}${named(a.agent)} rang long enough for a person to react, and the refusal carries no machine reason. A device that rejects by itself after a delay would look the same.`,
    fix: () => ['Nothing is broken. Call again later, or reach the person another way.'],
  },
  'decline-device-policy': {
    summary: 'A device refused by itself: do not disturb, block list or screening.',
    title: (a, f) => {
      const device = isPersonalDevice(a.agent);
      const who = device ? 'The device refused' : 'The call was refused';
      const doubt = device ? '' : ', by the rule of a machine or by somebody unknown';
      if (!a.rang) return `${who} after ${f.duration(a.afterUs)} without ringing${doubt}.`;
      const pace = a.afterUs < REACTION ? ': faster than a person reacts' : '';
      return `${who} ${f.duration(a.afterUs)} after it began to ring${device ? pace : doubt}.`;
    },
    explanation: (a) =>
      isPersonalDevice(a.agent)
        ? `${a.node}${named(a.agent)} probably decided by itself: do-not-disturb, a block list or call screening.`
        : `603 came from ${a.node}${named(a.agent)}, and nothing in it says who decided: do-not-disturb, a block list or screening behind it, a rule of its own, or a person.`,
    fix: () => [
      'Check do-not-disturb, block lists and call screening on the called device.',
      'If the user has several devices: let this one send 486 or 480 instead of 603, which silences the others.',
    ],
  },
  'decline-unattributed': {
    summary: 'A 603 that does not show whether a person, a device or the network refused.',
    title: (a, f) =>
      a.rang
        ? `The call was refused ${f.duration(a.afterUs)} after it began to ring; by whom is not known.`
        : `The call was refused after ${f.duration(a.afterUs)} without ringing; by whom is not known.`,
    explanation: (a) =>
      `603 came from ${a.node}${named(a.agent)}. It gives no cause, and the time fits a person with a phone behind it as well as do-not-disturb, screening or a rule of the network.`,
    fix: (a) => [
      `Ask whoever runs ${a.node} for the record of this call: it shows the side that refused, and the Q.850 cause.`,
      'Compare with other calls to the same number: the same time again and again is a machine.',
    ],
  },
  'decline-pbx-default': {
    summary: 'A PBX ended the call with a 603 that does not say why.',
    title: (a) => `The PBX at ${a.node} ended the call with 603; it does not say why.`,
    explanation: (a) => {
      const cause = a.cause === null ? 'no cause' : `cause ${a.cause}, which says nothing`;
      return `${bare603(a.agent)}; here it gives ${cause}. That needs nobody who pressed Reject, but it could also be passing on a real refusal from another leg.`;
    },
    fix: (a) => [
      `Look at the dial plan of ${a.node} for this number: which step hangs up?`,
      'Set an explicit hang-up cause there (17 busy, 20 absent, 1 unallocated), so that callers get the right code.',
    ],
  },
  'decline-q850': {
    summary: 'The refusal carries Q.850 cause 21 with the side that decided.',
    title: (a) =>
      a.side === 'user'
        ? 'The called side refused the call (Q.850 cause 21, location user).'
        : 'A network refused the call (Q.850 cause 21, location network).',
    explanation: (a) =>
      `The response from ${a.node} carries cause 21 (call rejected) with location ${a.location} (${locationName(a.location, 'en')}). Locations are relative to the switch that released the call.`,
    fix: (a) =>
      a.side === 'user'
        ? ['Nothing is broken on the way; the called side decided. Call again later.']
        : [
            'Ask the carrier behind this hop which of its rules refused the call.',
            'Check caller-ID format, barring and the permissions of this trunk.',
          ],
  },
};
