import { parseAuths, type Auth } from './auth.ts';

/** Authorization or Proxy-Authorization (RFC 3261 §20.7, §20.28; RFC 7616 §3.4); absent parameters are ''. */
export interface Credentials {
  readonly scheme: string;
  /** Of `username`, else of `username*` as written. */
  readonly username: string;
  readonly realm: string;
  readonly nonce: string;
  readonly uri: string;
  readonly response: string;
  readonly algorithm: string;
  readonly cnonce: string;
  readonly opaque: string;
  readonly qop: string;
  /** Nonce count as eight hex digits. */
  readonly nc: string;
  /** The user name is a hash (RFC 7616 §3.4.4). */
  readonly userhash: boolean;
  /** A parameter gives the password itself. */
  readonly cleartext: boolean;
}

/** Names under which broken clients send the password. */
const CLEARTEXT = ['password', 'passwd', 'pwd'] as const;

/** Every credentials on one line; each line should have one (RFC 3261 §22.3). */
export function parseCredentials(line: string): Credentials[] {
  return parseAuths(line).map(credentialsOf);
}

function credentialsOf({ scheme, params }: Auth): Credentials {
  const get = (name: string): string => params.get(name) ?? '';
  return {
    scheme,
    username: params.get('username') ?? get('username*'),
    realm: get('realm'),
    nonce: get('nonce'),
    uri: get('uri'),
    response: get('response'),
    algorithm: get('algorithm'),
    cnonce: get('cnonce'),
    opaque: get('opaque'),
    qop: get('qop').toLowerCase(),
    nc: get('nc'),
    userhash: get('userhash').toLowerCase() === 'true',
    cleartext: CLEARTEXT.some((name) => params.has(name)),
  };
}
