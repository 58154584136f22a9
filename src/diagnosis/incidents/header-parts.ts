import { allFields, longFieldName, splitList } from '../../sip/field.ts';
import type { Message } from '../../sip/message.ts';
import { parseAuths } from '../../sip/values/auth.ts';
import { tokens } from '../../sip/values/tokens.ts';
import { parseVia } from '../../sip/values/via.ts';
import { type CallNeutral, valueForm } from './call-neutral.ts';
import { compared, type InvitePart } from './invite-part.ts';

/** Fields of one message that are compared. */
const MAX_FIELDS = 100;

/** What is compared of a value. */
type Form = (value: string, neutral: CallNeutral) => string;

const address: Form = (value, neutral) =>
  splitList(value)
    .map((one) => neutral.nameAddr(one))
    .join(', ');
const tokenList: Form = (value) =>
  tokens(value)
    .map((token) => token.toLowerCase())
    .sort()
    .join(', ');
/** Nonces, counters and responses are of this call. */
const credentials: Form = (value) =>
  parseAuths(value)
    .map(({ scheme, params }) => {
      const kept = ['realm', 'algorithm', 'qop'].map((name) => `${name}=${params.get(name) ?? ''}`);
      return `${scheme} ${kept.join(' ')}`;
    })
    .join(', ');
const via: Form = (value, neutral) =>
  splitList(value)
    .map((one) => {
      const { transport, host, port, rport } = parseVia(one);
      const own = neutral.host(host);
      const place = own !== host || port === null ? own : `${own}:${port}`;
      return `${transport} ${place}${rport === null ? '' : ';rport'}`;
    })
    .join(', ');
/** The token is signed anew for each call; what stands behind it is not. */
const identity: Form = (value) =>
  value
    .split(';')
    .slice(1)
    .map((param) => param.trim())
    .join(';');

const asItIs: Form = (value) => value;

const FORMS: ReadonlyMap<string, Form> = new Map([
  ...[
    'from',
    'to',
    'contact',
    'route',
    'record-route',
    'path',
    'p-asserted-identity',
    'p-preferred-identity',
    'remote-party-id',
    'diversion',
    'history-info',
    'referred-by',
    'reply-to',
    'p-called-party-id',
    'p-served-user',
  ].map((name): [string, Form] => [name, address]),
  ...['allow', 'supported', 'require', 'proxy-require', 'accept', 'allow-events', 'privacy'].map(
    (name): [string, Form] => [name, tokenList],
  ),
  ...['authorization', 'proxy-authorization'].map((name): [string, Form] => [name, credentials]),
  ['via', via],
  ['identity', identity],
]);

/** Compared as they are; in any other field long words with digits are ids of this call. */
const EXACT: ReadonlySet<string> = new Set([
  'expires',
  'max-forwards',
  'min-se',
  'organization',
  'priority',
  'server',
  'session-expires',
  'subject',
  'user-agent',
]);
/** Differ between any two calls, or follow from what is compared elsewhere. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  'call-id',
  'cseq',
  'content-length',
  'date',
  'timestamp',
  'session-id',
  'cisco-guid',
  'p-charging-vector',
]);
/** Shown without the secret that it carries. */
const GUARDED: ReadonlySet<string> = new Set(['authorization', 'proxy-authorization', 'identity']);

/** A To that says what the Request-URI says: it differs when that differs. */
const TARGET = '=';

function isTarget(to: string, target: string, neutral: CallNeutral): boolean {
  return neutral.nameAddr(to) === `<${target}>`;
}

/** The header fields of an INVITE as they are compared with those of another. */
export function headerParts(message: Message, neutral: CallNeutral): InvitePart[] {
  const target = neutral.uriText(compared(message.requestUri));
  return allFields(message)
    .slice(0, MAX_FIELDS)
    .flatMap(({ name: written, value: whole }) => {
      const name = longFieldName(written);
      const lower = name.toLowerCase();
      if (name === '' || LEFT_OUT.has(lower)) return [];
      const value = compared(whole);
      const form = FORMS.get(lower) ?? (EXACT.has(lower) ? asItIs : valueForm);
      const key =
        lower === 'to' && isTarget(value, target, neutral) ? TARGET : form(value, neutral);
      const shown = GUARDED.has(lower) ? key || '…' : value;
      return [{ part: 'header', name, key, shown }];
    });
}
