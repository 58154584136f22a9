import { parseHostPort } from './host-port.ts';
import { NO_PARAMS, parseParams, type Params } from './params.ts';
import { capped } from './text.ts';

/** A URI as SIP uses it: `sip:`, `sips:` (RFC 3261 §19.1), `tel:` (RFC 3966), `urn:` (RFC 5031) and any other. */
export interface Uri {
  /** As received, without brackets. */
  readonly text: string;
  /** Lower case. */
  readonly scheme: string;
  /** User part as written; the number of a `tel:` URI; '' when there is none. */
  readonly user: string;
  readonly password: string | null;
  /** Without IPv6 brackets; '' for `tel:` and schemes that have no host. */
  readonly host: string;
  readonly port: number | null;
  readonly params: Params;
  /** What follows `?` in sip and sips URIs, names in lower case. */
  readonly headers: Params;
  /** What follows the scheme of a URI that is neither sip, sips nor tel (`service:sos`). */
  readonly opaque: string;
}

type Shape = Omit<Uri, 'text' | 'scheme'>;

const EMPTY: Shape = {
  user: '',
  password: null,
  host: '',
  port: null,
  params: NO_PARAMS,
  headers: NO_PARAMS,
  opaque: '',
};

const SHAPES: Readonly<Record<string, (rest: string) => Shape>> = {
  sip: sipShape,
  sips: sipShape,
  tel: telShape,
};

/** Parses a URI without brackets; null when it has no scheme. */
export function parseUri(text: string): Uri | null {
  const trimmed = capped(text.trim());
  const match = /^([a-z][a-z0-9+.-]{0,63}):/i.exec(trimmed);
  if (match === null) return null;
  const scheme = (match[1] as string).toLowerCase();
  const rest = trimmed.slice(match[0].length);
  const shape = Object.hasOwn(SHAPES, scheme) ? SHAPES[scheme] : undefined;
  return {
    text: trimmed,
    scheme,
    ...(shape === undefined ? { ...EMPTY, opaque: rest } : shape(rest)),
  };
}

/** The user part ends at the `@`, which cannot stand in it: `;` and `?` can (RFC 4475 §3.1.1.9). */
function sipShape(rest: string): Shape {
  const at = rest.indexOf('@');
  const userinfo = at < 0 ? '' : rest.slice(0, at);
  const colon = userinfo.indexOf(':');
  const behind = rest.slice(at + 1);
  const question = behind.indexOf('?');
  const address = question < 0 ? behind : behind.slice(0, question);
  const semicolon = address.indexOf(';');
  return {
    user: colon < 0 ? userinfo : userinfo.slice(0, colon),
    password: colon < 0 ? null : userinfo.slice(colon + 1),
    ...parseHostPort(semicolon < 0 ? address : address.slice(0, semicolon)),
    params: semicolon < 0 ? NO_PARAMS : parseParams(address.slice(semicolon + 1)),
    headers: question < 0 ? NO_PARAMS : parseParams(behind.slice(question + 1), '&'),
    opaque: '',
  };
}

function telShape(rest: string): Shape {
  const semicolon = rest.indexOf(';');
  return {
    ...EMPTY,
    user: semicolon < 0 ? rest : rest.slice(0, semicolon),
    params: semicolon < 0 ? NO_PARAMS : parseParams(rest.slice(semicolon + 1)),
  };
}

/**
 * The digits of a telephone number in the user part, visual separators and user parameters removed; '' when the user
 * is a name. A leading `+` is dropped, so that `+8424…` and `8424…` compare equal.
 */
export function userDigits(uri: Uri | null): string {
  if (uri === null) return '';
  const semicolon = uri.user.indexOf(';');
  const number = decodeEscapes(semicolon < 0 ? uri.user : uri.user.slice(0, semicolon));
  const digits = number.replace(/^\+|[\s().-]/g, '');
  return /^[\d*#]+$/.test(digits) ? digits : '';
}

/** `%41` → `A`; an escape that is not valid UTF-8 stays as written. */
export function decodeEscapes(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
