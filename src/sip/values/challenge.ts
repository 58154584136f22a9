import { parseAuths, type Auth } from './auth.ts';
import { tokens } from './tokens.ts';

/** WWW-Authenticate or Proxy-Authenticate (RFC 3261 §20.44, RFC 7616 §3.3, RFC 8760); absent parameters are ''. */
export interface Challenge {
  readonly scheme: string;
  readonly realm: string;
  readonly nonce: string;
  readonly opaque: string;
  /** As written; '' means MD5. */
  readonly algorithm: string;
  /** Offered qualities of protection, lower case. */
  readonly qop: readonly string[];
  /** The nonce was too old, the password is not at fault (RFC 7616 §3.3). */
  readonly stale: boolean;
  /** URIs that the credentials are good for, as written. */
  readonly domain: string;
  /** The user name may come hashed (RFC 7616 §3.4.4). */
  readonly userhash: boolean;
  readonly charset: string;
}

/** Every challenge on one line: commas may divide several (RFC 7235 §4.1). */
export function parseChallenges(line: string): Challenge[] {
  return parseAuths(line).map(challengeOf);
}

function challengeOf({ scheme, params }: Auth): Challenge {
  const get = (name: string): string => params.get(name) ?? '';
  return {
    scheme,
    realm: get('realm'),
    nonce: get('nonce'),
    opaque: get('opaque'),
    algorithm: get('algorithm'),
    qop: tokens(get('qop').toLowerCase()),
    stale: get('stale').toLowerCase() === 'true',
    domain: get('domain'),
    userhash: get('userhash').toLowerCase() === 'true',
    charset: get('charset'),
  };
}
