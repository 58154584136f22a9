import { parseAuth } from './auth.ts';

/** Authorization or Proxy-Authorization (RFC 3261 §20.7, §20.28); absent parameters are ''. */
export interface Credentials {
  readonly scheme: string;
  readonly username: string;
  readonly realm: string;
  readonly nonce: string;
  readonly uri: string;
  readonly response: string;
  readonly algorithm: string;
  readonly cnonce: string;
  readonly qop: string;
  /** Nonce count as eight hex digits. */
  readonly nc: string;
}

export function parseCredentials(value: string): Credentials {
  const { scheme, params } = parseAuth(value);
  const get = (name: string): string => params.get(name) ?? '';
  return {
    scheme,
    username: get('username'),
    realm: get('realm'),
    nonce: get('nonce'),
    uri: get('uri'),
    response: get('response'),
    algorithm: get('algorithm'),
    cnonce: get('cnonce'),
    qop: get('qop'),
    nc: get('nc'),
  };
}
