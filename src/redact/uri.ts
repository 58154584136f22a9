import { hideEscaped } from './escaped.ts';
import type { Names } from './names.ts';
import { parameter } from './parameter.ts';
import { cut, eachOf, eachWord, trimmed, upTo } from './text.ts';

/** Header fields whose value is a dialog. */
const DIALOG_FIELDS: readonly string[] = ['replaces', 'join', 'target-dialog', 'in-reply-to'];
/** Parameters whose values say nothing about anybody, one space between. */
const HARMLESS: ReadonlySet<string> = new Set(
  (
    'transport lr ob q expires method ttl rport cause reason location purpose counter index screen privacy party id-type handling refresher ' +
    'comp early-only retry-after duration keep reg-id alg ppt verstat cpc oli npdi isup-oli noa charset version mode type ' +
    'outbound audio video methods events actor schemes isfocus automata mobility class user protocol port port-s port-c spi-s spi-c'
  ).split(' '),
);
/** As long as they look like it. */
const HARMLESS_VALUE = /^[\w.+*'~,#!<>%/ -]{0,256}$/;
const TOKENS: ReadonlySet<string> = new Set(
  'tag branch from-tag to-tag nonce icid-value call-id callid boundary remote id gr'.split(' '),
);
const HOSTS: ReadonlySet<string> = new Set(
  'received maddr addr phone-context icid-generated-at orig-ioi term-ioi domain host'.split(' '),
);
/** A feature tag of 3GPP or of RFC 3840 says what a device can do. */
const FEATURE = /^\+g\./;
const URI = /^<?(?:sips?|tel|urn|https?|wss?|cid):/i;

/** A URI of any scheme, without brackets. */
export function uri(text: string, names: Names): string {
  const [before, bare, after] = trimmed(text);
  const scheme = /^[a-z][\w+.-]{0,63}:/i.exec(bare)?.[0];
  // A host and port look like a scheme: `pbx.example.com:5060`.
  if (scheme === undefined || /^\d+$/.test(bare.slice(scheme.length))) {
    return before + names.strict(bare) + after;
  }
  return (
    before + scheme + schemeRest(scheme.toLowerCase(), bare.slice(scheme.length), names) + after
  );
}

function schemeRest(scheme: string, rest: string, names: Names): string {
  switch (scheme) {
    case 'sip:':
    case 'sips:':
      return sipRest(rest, names);
    case 'tel:':
      return userPart(rest, names);
    case 'urn:':
      return /^(?:service|alert|urn-7|urn-xxx):/i.test(rest) ? rest : names.strict(rest);
    case 'cid:':
      return names.userAtHost(rest);
    default:
      return names.strict(rest);
  }
}

/** `user@host:port;parameters?headers` (RFC 3261 §19.1.1). */
function sipRest(rest: string, names: Names): string {
  const at = rest.indexOf('@');
  const user = at < 0 ? '' : `${userPart(rest.slice(0, at), names)}@`;
  const [hostPort, behind] = upTo(rest.slice(at + 1), ';?');
  const [params, headers] = upTo(behind, '?');
  return user + names.hostPort(hostPort) + parameters(params, names) + headersOf(headers, names);
}

/** `user;param=value:password`. */
function userPart(text: string, names: Names): string {
  const [whole, params] = upTo(text, ';');
  const [user, password] = upTo(whole, ':');
  const hidden = password === '' ? '' : `:${names.secret(password.slice(1))}`;
  return names.user(user) + hidden + parameters(params, names);
}

/** `?name=value&name=value`: escaped header fields (RFC 3261 §19.1.1), of which those matter that name a dialog. */
function headersOf(text: string, names: Names): string {
  const hidden = (name: string) => (plain: string) =>
    DIALOG_FIELDS.includes(name) ? dialogs(plain, names) : names.strict(plain);
  return cut(text, '&?')
    .map((part) =>
      parameter(part, {
        value: (name, value) => hideEscaped(value, hidden(name)),
        other: (written) => names.strict(written),
      }),
    )
    .join('');
}

/** Parameters behind semicolons or commas. */
export function parameters(text: string, names: Names): string {
  return cut(text, ';,')
    .map((part) =>
      parameter(part, {
        value: (name, value) => parameterValue(name, value, names),
        other: (written) => names.free(written),
      }),
    )
    .join('');
}

function parameterValue(name: string, value: string, names: Names): string {
  if (HARMLESS.has(name) || FEATURE.test(name)) {
    return HARMLESS_VALUE.test(value) ? value : names.free(value);
  }
  if (name === 'text') return names.free(value);
  return hideEscaped(value, (plain) => bareValue(name, plain, names));
}

function bareValue(name: string, value: string, names: Names): string {
  if (TOKENS.has(name)) return names.token(value);
  if (HOSTS.has(name)) return value.startsWith('+') ? names.user(value) : names.hostPort(value);
  if (URI.test(value)) return value.startsWith('<') ? bracketed(value, names) : uri(value, names);
  return names.strict(value);
}

function bracketed(value: string, names: Names): string {
  const close = value.endsWith('>') ? value.length - 1 : value.length;
  return `<${uri(value.slice(1, close), names)}${value.slice(close)}`;
}

/** `Call-ID;to-tag=…;from-tag=…` (Replaces, Join, Target-Dialog), and lists of Call-IDs (In-Reply-To). */
export function dialogs(line: string, names: Names): string {
  return eachOf(line, ',', (one) => {
    const [id, params] = upTo(one, ';');
    return callIds(id, names) + parameters(params, names);
  });
}

export function callIds(text: string, names: Names): string {
  return eachWord(text, (id) => names.callId(id));
}
