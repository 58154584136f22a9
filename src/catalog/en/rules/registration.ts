import type { RegistrationArgs } from '../../../model/registration-args.ts';
import type { RegistrationTexts } from '../../rule-families.ts';

type Failed = RegistrationArgs['register-failed'];

interface Refusal {
  readonly why: string;
  readonly fix: string;
}

/** What a final response to REGISTER most often means, and what to look at first. */
const REFUSALS: Readonly<Record<number, Refusal>> = {
  400: {
    why: 'The registrar could not read the request, or misses a field in it.',
    fix: 'Compare the REGISTER at the device and here: a SIP ALG may have damaged it.',
  },
  403: {
    why: 'The registrar understood and refuses: a wrong password where no second challenge is sent, a blocked account, an address that is not allowed, or too many registrations.',
    fix: 'Look up the account at the registrar: its state, its password, the addresses it may come from.',
  },
  404: {
    why: 'The registrar has no such user in this domain.',
    fix: 'Compare user name and domain of the device with the account, letter by letter.',
  },
  405: {
    why: 'The element that was asked takes no REGISTER: it is no registrar.',
    fix: 'Correct the registrar address or the outbound proxy of the device.',
  },
  408: {
    why: 'A node on the way waited for the registrar in vain.',
    fix: 'Check that the registrar behind this node is up and can be reached from it.',
  },
  480: {
    why: 'The node has nobody to pass the request to at the moment.',
    fix: 'Check the registrar or the core behind this node.',
  },
  500: {
    why: 'The registrar met an error of its own, often its database.',
    fix: 'Read the log of the registrar at this second; check its database.',
  },
  501: {
    why: 'The element that was asked does not know REGISTER: it is no registrar.',
    fix: 'Correct the registrar address or the outbound proxy of the device.',
  },
  503: {
    why: 'The registrar is overloaded, in maintenance, or cannot reach what it needs.',
    fix: 'Check load and dependencies of the registrar; have devices wait for Retry-After before they try again.',
  },
  504: {
    why: 'The registrar did not hear from a server that it depends on.',
    fix: 'Check what the registrar asks while it registers: HSS, RADIUS, LDAP, a database.',
  },
};

const BY_CLASS: Readonly<Record<number, Refusal>> = {
  4: {
    why: 'The registrar refuses this request.',
    fix: 'Look up the code with "siptriage explain", then the account and the profile of the device.',
  },
  5: {
    why: 'The registrar, or what stands behind it, failed.',
    fix: 'Read the log of the registrar at this second.',
  },
  6: {
    why: 'The registrar refuses the request everywhere.',
    fix: 'Look up the account and its restrictions at the registrar.',
  },
};

const refusal = ({ code }: Failed): Refusal =>
  REFUSALS[code] ?? BY_CLASS[Math.trunc(code / 100)] ?? (BY_CLASS[4] as Refusal);

const FAILED: Readonly<
  Record<
    Failed['how'],
    { title(a: Failed): string; why(a: Failed): string; fix(a: Failed): string[] }
  >
> = {
  refused: {
    title: (a) => `${a.aor} could not register: ${a.code} ${a.phrase}.`,
    why: (a) => refusal(a).why,
    fix: (a) => [refusal(a).fix],
  },
  unauthorised: {
    title: (a) => `${a.aor} did not register: the challenge got no answer.`,
    why: () =>
      'The registrar asked for credentials as usual, and no REGISTER with credentials was seen. The device has none for this realm, does not support what was asked for, or waits for a person.',
    fix: () => [
      'Check that user name and password are set on the device, and for this realm.',
      'Compare the algorithm in the challenge with what the device supports.',
    ],
  },
  'credentials-refused': {
    title: (a) => `${a.aor} could not register: its credentials were not accepted.`,
    why: (a) =>
      `${a.registrar} challenged again although the REGISTER carried credentials, and the device stopped there.`,
    fix: () => ['Set the password anew on both sides; compare the authentication user name too.'],
  },
  stale: {
    title: (a) => `${a.aor} could not register: its nonce was too old, and it stopped there.`,
    why: (a) =>
      `${a.registrar} did not judge the password: it gave a fresh nonce to try again with, which was not seen.`,
    fix: () => [
      'At the registrar: let a nonce live longer than the device takes to answer the challenge.',
      'At the device: it should try again at once with the new nonce (stale=true); look for an update.',
    ],
  },
  redirected: {
    title: (a) => `${a.aor} was sent elsewhere to register (${a.code}) and did not go.`,
    why: (a) => `${a.registrar} answered with another address, to which no REGISTER was seen.`,
    fix: () => [
      'Allow the device to follow redirects, or give it the right registrar.',
      'If the other registrar is not on this link: capture there.',
    ],
  },
};

export const registrationRules: RegistrationTexts = {
  'register-failed': {
    summary: 'A registration was refused, or its challenge got no answer.',
    title: (a) => FAILED[a.how].title(a),
    explanation: (a) =>
      `${FAILED[a.how].why(a)} ${
        a.worked
          ? 'It had registered before; until that runs out calls may still reach it.'
          : 'As long as it lasts no call reaches this device.'
      }`,
    fix: (a) => FAILED[a.how].fix(a),
  },
  'register-interval-too-brief': {
    summary: 'The registrar found the asked expiry too short (423).',
    title: (a, f) =>
      a.recovered
        ? `${a.aor} asked for too short a registration and learned the minimum${a.minimumS > 0 ? ` of ${f.integer(a.minimumS)} s` : ''}.`
        : `${a.aor} stays unregistered: its expiry is too short for ${a.registrar}.`,
    explanation: (a, f) => {
      const asked = a.askedS > 0 ? `${f.integer(a.askedS)} s` : 'an expiry';
      const least =
        a.minimumS > 0 ? `at least ${f.integer(a.minimumS)} s` : 'more, without saying how much';
      return `It asked for ${asked}, the registrar wants ${least}. ${
        a.recovered
          ? 'The device tried again with more; only a round trip is lost each time.'
          : `It was refused ${f.integer(a.refusals)} times and did not come back with enough.`
      }`;
    },
    fix: (a, f) => [
      a.minimumS > 0
        ? `Set the registration time of the device to ${f.integer(a.minimumS)} s or more.`
        : 'Set a longer registration time on the device.',
    ],
  },
  'register-shortened': {
    summary: 'The registrar granted less time than was asked for, and the device did not notice.',
    title: (a, f) =>
      `${a.aor} refreshes every ${f.duration(a.intervalUs)} but is registered for ${f.integer(a.grantedS)} s only.`,
    explanation: (a, f) =>
      `It asked for ${f.integer(a.askedS)} s; ${a.registrar} granted ${f.integer(a.grantedS)} s, and the device keeps to its own figure. For ${f.duration(a.gapUs)} out of each interval no call can reach it.`,
    fix: (a, f) => [
      `Set the registration time of the device to ${f.integer(a.grantedS)} s or less.`,
      'Report it to the vendor: the expires in the response is what counts.',
    ],
  },
  'register-not-refreshed': {
    summary: 'A registration ran out because no refresh came in time.',
    title: (a, f) =>
      a.gapUs === null
        ? `The registration of ${a.aor} ran out and was not renewed.`
        : `${a.aor} was not registered for ${f.duration(a.gapUs)}: the refresh came too late.`,
    explanation: (a, f) =>
      `${a.registrar} had bound it to ${a.place} for ${f.integer(a.grantedS)} s. No REGISTER was seen in that time, nor was the device signed off. Until it registers again, calls to it end with 480 or 404, or go to voicemail.${
        a.gaps > 1 ? ` This happened ${f.integer(a.gaps)} times.` : ''
      }`,
    fix: (a) => [
      `Find out what happened to ${a.place} then: power, network, a restart, a closed NAT mapping.`,
      'Let the device refresh at half of the granted time.',
      'If several devices stopped at once: look for an outage of their network.',
    ],
  },
  'register-expired-at-call': {
    summary: 'A call came when the registration of the called address had run out.',
    title: (a, f) =>
      `The registration of ${a.aor} had run out ${f.duration(a.agoUs)} before this call.`,
    explanation: (a, f) =>
      `It had been bound to ${a.place} for ${f.integer(a.grantedS)} s, and no refresh was seen. ${
        a.code === 0
          ? `${a.node} had nobody to pass the call to, and nothing came back.`
          : `${a.node} had nobody to pass the call to and answered ${a.code} ${a.phrase}.`
      }`,
    fix: (a) => [
      `Find out why ${a.place} did not register again: network, power, NAT, a restart.`,
      'Shorten the registration time, so that a device that is lost is noticed earlier.',
      'For mobile devices use push, or voicemail for those that are not registered.',
    ],
  },
  'register-flapping': {
    summary: 'A registration changes its place, or comes and goes, again and again.',
    title: (a, f) =>
      `The registration of ${a.aor} changed ${f.integer(a.moves + a.returns)} times within ${f.duration(a.spanUs)}.`,
    explanation: (a, f) =>
      `${f.integer(a.moves)} times the device registered from another address or port, ${f.integer(a.returns)} times it came back after nothing was bound. Calls at such moments fail or ring in the wrong place. Seen: ${f.list(a.places)}.`,
    fix: () => [
      'Check the network of the device: changing Wi-Fi, a NAT that forgets its mappings early, a SIP ALG.',
      'Check that no second device uses the same account.',
    ],
  },
  'register-storm': {
    summary: 'Far more registrations than usual.',
    title: (a, f) =>
      a.aor === ''
        ? `${f.integer(a.perMinute)} registrations came within one minute; ${f.integer(a.median)} are usual.`
        : `${a.aor} registered ${f.integer(a.perMinute)} times within one minute.`,
    explanation: (a) =>
      a.aor === ''
        ? 'Many devices lost their registration at once, or try again without a pause: a restart, an outage of a link, or a registrar that refuses them. The load may itself keep the registrar from answering.'
        : 'One registration per refresh is normal. A device that tries this often has a timer set wrong, does not get or does not accept the response, or shares its account with another one.',
    fix: (a) =>
      a.aor === ''
        ? [
            'Look at what happened a minute before: a restart, a fail-over, an outage.',
            'Let devices spread their retries at random (RFC 5626 §4.5), and the registrar answer 503 with Retry-After.',
          ]
        : [
            'Check the registration time and the retry timer of the device; look for a second device.',
          ],
  },
  'register-many-bindings': {
    summary: 'One address has many bindings.',
    title: (a, f) => `${a.aor} has ${f.integer(a.bindings)} bindings at ${a.registrar}.`,
    explanation: () =>
      'Every call to this address is sent to all of them. Bindings that nobody uses any more, left behind by restarts and changing ports, delay calls and send them nowhere.',
    fix: () => [
      'Remove stale bindings at the registrar and limit their number for each address.',
      'Let the device keep its Contact, or use instance ids (RFC 5626), so that a new binding replaces the old one.',
    ],
  },
  'register-contact-unroutable': {
    summary: 'A device registered an address that cannot be reached from here.',
    title: (a) =>
      a.tried
        ? `${a.aor} registered ${a.contact}, where it cannot be reached; it is seen at ${a.source}.`
        : `${a.aor} registered ${a.contact}, an address behind a NAT; it is seen at ${a.source}.`,
    explanation: (a) =>
      a.tried
        ? `${a.registrar} took the address over as it was and was seen sending to it. Calls to this device do not arrive.`
        : `${a.registrar} took the address over as it was, and its response does not show that it noticed the NAT. Unless it remembers where the REGISTER came from, calls to this device do not arrive.`,
    fix: () => [
      'At the registrar: turn on NAT handling (force_rport, fix_nated_register, a received parameter), so that calls go where the REGISTER came from.',
      'At the device: set its public address or STUN, or use SIP Outbound or an SBC.',
    ],
  },
  'register-outbound-439-430': {
    summary: 'SIP Outbound is not supported on the way, or its flow was lost.',
    title: (a) =>
      a.code === 439
        ? `${a.aor} asked for SIP Outbound, which the first hop does not support (439).`
        : `The flow of ${a.aor} to its edge proxy had failed (430).`,
    explanation: (a) =>
      `${a.node} answered ${a.code} ${a.phrase}. ${
        a.recovered
          ? 'The device registered another way afterwards.'
          : 'The device did not register another way.'
      }`,
    fix: (a) =>
      a.code === 439
        ? ['Turn Outbound on at the edge proxy (RFC 5626), or off at the device.']
        : ['Let the device keep the flow alive and open a new one when it fails (RFC 5626 §4.4).'],
  },
  'subscribe-failed': {
    summary: 'A subscription was refused, or its NOTIFY did not come.',
    title: (a) =>
      a.how === 'no-notify'
        ? `The subscription to ${named(a.event)} of ${a.resource} got no NOTIFY.`
        : `The subscription to ${named(a.event)} of ${a.resource} failed: ${a.code} ${a.phrase}.`,
    explanation: (a) =>
      a.how === 'no-notify'
        ? `${a.node} accepted it, and no NOTIFY was seen at this point. Lamps and message indicators that hang on it stay dark.`
        : a.how === 'unauthorised'
          ? `${a.node} asked for credentials, and no SUBSCRIBE with credentials was seen.`
          : a.code === 489
            ? `${a.node} does not offer this event package.`
            : `${a.node} refused it. Lamps and message indicators that hang on it stay dark.`,
    fix: (a) =>
      a.how === 'no-notify'
        ? [
            `Look at ${a.node}: was a NOTIFY sent, and to which address? The Contact of the subscriber may not be reachable.`,
          ]
        : a.code === 489
          ? [
              'Turn the feature (busy lamps, message waiting, presence) off at the device, or on at the server.',
            ]
          : [
              'Check that the resource exists and that the subscriber may watch it.',
              'Turn the feature off at the device if nobody needs it.',
            ],
  },
  'notify-481': {
    summary: 'The receiver of a NOTIFY does not know the subscription.',
    title: (a) =>
      `${a.node} does not know the subscription to ${named(a.event)} that it was notified of.`,
    explanation: (a, f) =>
      `${a.sender} sent NOTIFY ${f.integer(a.count)} times and got 481. The device was restarted, or never subscribed: some servers notify without having been asked.`,
    fix: (a) => [
      `${a.sender} should drop the subscription after a 481; if it goes on, look at its list of watchers.`,
      'If the device never subscribed: turn unsolicited NOTIFY off at the server.',
    ],
  },
  'info-dtmf-rejected': {
    summary: 'Digits sent by INFO were refused.',
    title: (a, f) =>
      `${a.node} refused ${f.integer(a.count)} ${a.count === 1 ? 'digit' : 'digits'} sent by INFO: ${a.code} ${a.phrase}.`,
    explanation: (a) =>
      `The digits were sent as ${a.type === '' ? 'INFO' : a.type}, which the other side does not take. Menus, PINs and conference codes do not work in this call.`,
    fix: () => [
      'Set both sides to the same way of sending digits, best RFC 4733 (telephone-event).',
      'Or let the SBC convert INFO to telephone-event.',
    ],
  },
};

function named(event: string): string {
  return event === '' ? 'an event without a name' : event;
}
