import { parseAuth } from './auth.ts';
import { tokens } from './tokens.ts';

/** WWW-Authenticate or Proxy-Authenticate (RFC 3261 §20.44, RFC 8760); absent parameters are ''. */
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
}

export function parseChallenge(value: string): Challenge {
  const { scheme, params } = parseAuth(value);
  return {
    scheme,
    realm: params.get('realm') ?? '',
    nonce: params.get('nonce') ?? '',
    opaque: params.get('opaque') ?? '',
    algorithm: params.get('algorithm') ?? '',
    qop: tokens((params.get('qop') ?? '').toLowerCase()),
    stale: params.get('stale')?.toLowerCase() === 'true',
  };
}
