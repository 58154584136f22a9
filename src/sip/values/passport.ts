import { utf8 } from '../bytes.ts';
import { decodeBase64Url } from './base64url.ts';

/** Why a PASSporT cannot be read. */
export type PassportDamage =
  | ''
  /** Not three parts with dots between. */
  | 'parts'
  | 'base64'
  /** No JSON object. */
  | 'json'
  /** Longer than is read. */
  | 'too-long';

/** A telephone identity token (RFC 8225; SHAKEN: RFC 8588); nothing of it is verified. Absent values are ''. */
export interface Passport {
  readonly damage: PassportDamage;
  /** Header and claims were left out: they follow from the request (RFC 8225 §7). */
  readonly compact: boolean;
  readonly alg: string;
  readonly typ: string;
  readonly ppt: string;
  readonly x5u: string;
  /** `A`, `B`, `C` as written (RFC 8588 §4). */
  readonly attest: string;
  readonly origid: string;
  /** When it was signed, µs since 1970 UTC; NaN when it does not say. */
  readonly iat: number;
  /** The calling number, and a URI where there is no number. */
  readonly origTn: string;
  readonly origUri: string;
  readonly destTns: readonly string[];
  readonly destUris: readonly string[];
  /** The number that diverted the call (RFC 8946). */
  readonly divTn: string;
  /** Bytes of the signature. */
  readonly signatureBytes: number;
}

/** Longest token that is read, in characters: one with a rich card (RFC 9795) has a few thousand. */
export const MAX_PASSPORT = 32_768;
/** Destinations that are kept. */
const MAX_DESTINATIONS = 32;
/** Longest value that is kept, in characters. */
const MAX_VALUE = 512;

type Json = Readonly<Record<string, unknown>>;
const NOTHING: Json = {};

/** Reads `header.claims.signature`, each part base64url; two empty parts make the compact form `..signature`. */
export function parsePassport(token: string): Passport {
  if (token.length > MAX_PASSPORT) return passport('too-long', NOTHING, NOTHING, 0);
  const [head, body, signature, ...more] = token.split('.', 4);
  if (head === undefined || body === undefined || signature === undefined || more.length > 0) {
    return passport('parts', NOTHING, NOTHING, 0);
  }
  const signed = decodeBase64Url(signature);
  const bytes = signed?.length ?? 0;
  if (head === '' && body === '') {
    return passport(signed === null ? 'base64' : '', NOTHING, NOTHING, bytes, true);
  }
  const [headBytes, bodyBytes] = [decodeBase64Url(head), decodeBase64Url(body)];
  if (signed === null || headBytes === null || bodyBytes === null) {
    return passport('base64', NOTHING, NOTHING, bytes);
  }
  const [header, claims] = [jsonIn(headBytes), jsonIn(bodyBytes)];
  if (header === null || claims === null) return passport('json', NOTHING, NOTHING, bytes);
  return passport('', header, claims, bytes);
}

function passport(
  damage: PassportDamage,
  header: Json,
  claims: Json,
  signatureBytes: number,
  compact = false,
): Passport {
  const orig = objectIn(claims, 'orig');
  const dest = objectIn(claims, 'dest');
  const iat = claims['iat'];
  return {
    damage,
    compact,
    alg: textIn(header, 'alg'),
    typ: textIn(header, 'typ'),
    ppt: textIn(header, 'ppt'),
    x5u: textIn(header, 'x5u'),
    attest: textIn(claims, 'attest'),
    origid: textIn(claims, 'origid'),
    iat: typeof iat === 'number' && Number.isFinite(iat) ? Math.round(iat * 1_000_000) : Number.NaN,
    origTn: textIn(orig, 'tn'),
    origUri: textIn(orig, 'uri'),
    destTns: textsIn(dest, 'tn'),
    destUris: textsIn(dest, 'uri'),
    divTn: textIn(objectIn(claims, 'div'), 'tn'),
    signatureBytes,
  };
}

function jsonIn(bytes: Uint8Array): Json | null {
  try {
    const value: unknown = JSON.parse(utf8(bytes, 0, bytes.length));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectIn(json: Json, name: string): Json {
  const value = own(json, name);
  return isObject(value) ? value : NOTHING;
}

function textIn(json: Json, name: string): string {
  const value = own(json, name);
  return typeof value === 'string' ? value.slice(0, MAX_VALUE) : '';
}

/** One text or a list of them: `dest` takes lists, some signers send one number. */
function textsIn(json: Json, name: string): string[] {
  const value = own(json, name);
  const list: unknown[] = Array.isArray(value) ? value.slice(0, MAX_DESTINATIONS) : [value];
  return list.filter((one) => typeof one === 'string').map((one) => one.slice(0, MAX_VALUE));
}

function own(json: Json, name: string): unknown {
  return Object.hasOwn(json, name) ? json[name] : undefined;
}
