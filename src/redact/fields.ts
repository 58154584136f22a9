import { authParameters, credentials } from './credentials.ts';
import { identities } from './identity.ts';
import { nameAddrs, vias } from './name-addr.ts';
import type { Names } from './names.ts';
import { longFieldName } from '../sip/field.ts';
import { callIds, dialogs, parameters } from './uri.ts';
import { cut, eachOf, upTo } from './text.ts';

/** How the value of a header field is hidden: the same length comes out, line ends and blanks where they were. */
export type Treatment = (value: string, names: Names) => string;

/** Numbers and times, and tokens that say what somebody is able to. */
const kept: Treatment = (value) => value;
const abilities: Treatment = (value) => value;
const strict: Treatment = (value, names) => names.strict(value);
const secret: Treatment = (value, names) => names.secret(value);
const token: Treatment = (value, names) => names.token(value);

/** Serial numbers stand in names of devices: the hardware address, with or without separators. */
const HARDWARE = /\b(?:[0-9a-f]{2}([:-]))(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}\b|\b[0-9a-f]{12}\b/gi;

/** Products stay, the one device does not. */
const agent: Treatment = (value, names) =>
  value
    .replace(HARDWARE, (address) => names.user(address))
    .replace(/[\w.+-]{1,64}@[\w.-]{1,128}/g, (address) => names.userAtHost(address));

/** `399 host "text"` (RFC 3261 §20.43). */
const warnings: Treatment = (line, names) =>
  eachOf(line, ',', (one) => {
    const head = /^\s*\d+\s+/.exec(one)?.[0] ?? '';
    const [host, text] = upTo(one.slice(head.length), ' \t\r\n"');
    return head + names.hostPort(host) + names.free(text);
  });

/** `18000;duration=3600 (comment)`. */
const untilComment: Treatment = (value, names) => {
  const [head, comment] = upTo(value, '(');
  return head + names.free(comment);
};

/** An id, then parameters with more of them (RFC 7989). */
const idWithParameters: Treatment = (value, names) => {
  const [id, params] = upTo(value, ';');
  return names.token(id) + parameters(params, names);
};

/** `type/subtype;parameters`. */
const mediaType: Treatment = (value, names) => {
  const [type, params] = upTo(value, ';');
  return type + parameters(params, names);
};

/** Reasons, one a value: `SIP;cause=480;text="…"`. */
const reasons: Treatment = (value, names) =>
  cut(value, ',')
    .map((one) => parameters(one, names))
    .join('');

const BY_TREATMENT: readonly (readonly [Treatment, string])[] = [
  [
    kept,
    'cseq max-forwards content-length expires min-expires session-expires min-se rseq rack date timestamp mime-version flow-timer max-breadth',
  ],
  [
    abilities,
    'content-encoding content-language content-disposition allow supported require proxy-require unsupported accept accept-encoding ' +
      'accept-language event allow-events subscription-state privacy p-early-media priority resource-priority accept-resource-priority refer-sub ' +
      'request-disposition answer-mode priv-answer-mode recv-info info-package security-client security-server security-verify ' +
      'p-asserted-service p-preferred-service p-answer-state suppress-if-match reject-contact accept-contact',
  ],
  [untilComment, 'retry-after'],
  [
    nameAddrs,
    'from to contact route record-route path service-route p-asserted-identity p-preferred-identity remote-party-id diversion history-info ' +
      'referred-by refer-to reply-to p-called-party-id p-associated-uri p-served-user p-profile-key p-user-database alert-info error-info call-info ' +
      'geolocation target-dialog-uri p-charging-function-addresses also requested-by',
  ],
  [vias, 'via'],
  [callIds, 'call-id'],
  [dialogs, 'replaces join target-dialog in-reply-to'],
  [mediaType, 'content-type'],
  [parameters, 'p-access-network-info p-charging-vector p-visited-network-id'],
  [idWithParameters, 'session-id'],
  [token, 'sip-etag sip-if-match'],
  [reasons, 'reason'],
  [warnings, 'warning'],
  [credentials, 'authorization proxy-authorization www-authenticate proxy-authenticate'],
  [authParameters, 'authentication-info proxy-authentication-info'],
  [identities, 'identity'],
  [secret, 'identity-info encryption response-key cookie set-cookie'],
];

const TREATMENTS: ReadonlyMap<string, Treatment> = new Map(
  BY_TREATMENT.flatMap(([treatment, names]) =>
    names.split(' ').map((name): [string, Treatment] => [name, treatment]),
  ),
);

/** Names that give away that what stands there opens something. */
const SECRETIVE = /cookie|token|secret|passw|api-?key|signature/i;

/** How a field is treated by its name (compact forms too); one that is not known is taken for full of names. */
export function fieldTreatment(name: string): Treatment {
  const long = longFieldName(name).toLowerCase();
  return TREATMENTS.get(long) ?? (SECRETIVE.test(long) ? secret : strict);
}

/** The value stays and may be called as somebody is. */
export function isAbility(treatment: Treatment): boolean {
  return treatment === abilities;
}

/** The product that sent a message: kept but for the single device, or hidden. */
export function agentTreatment(name: string, hideAgents: boolean): Treatment | undefined {
  const isAgent = /^(?:user-agent|server)$/i.test(name);
  return isAgent ? (hideAgents ? strict : agent) : undefined;
}
