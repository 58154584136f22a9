import { decodeBase64Url } from '../sip/values/base64url.ts';
import { MAX_PASSPORT } from '../sip/values/passport.ts';
import { latin1 } from '../sip/bytes.ts';
import { encodeBase64Url } from './base64url.ts';
import { hideClaims } from './claims.ts';
import type { Names } from './names.ts';
import { parameters } from './uri.ts';
import { eachOf, trimmed, upTo } from './text.ts';

/**
 * Identity (RFC 8224 §4): the token's claims are hidden like the message's own numbers, so that both still agree or not; the
 * signature is dropped, nobody can take the token for a real one.
 */
export function identities(line: string, names: Names): string {
  return eachOf(line, ',', (one) => {
    const [token, params] = upTo(one, ';');
    const [before, bare, after] = trimmed(token);
    return `${before}${passport(bare, names)}${after}${parameters(params, names)}`;
  });
}

/** `header.claims.signature`. */
function passport(token: string, names: Names): string {
  const parts = token.split('.');
  if (parts.length !== 3 || token.length > MAX_PASSPORT) return names.secret(token);
  return parts
    .map((part, at) =>
      at === 2 ? names.secret(part) : (hideJson(part, names) ?? names.secret(part)),
    )
    .join('.');
}

/** Null for what is no base64url, or is written in another way than the usual. */
function hideJson(part: string, names: Names): string | null {
  const bytes = decodeBase64Url(part);
  if (bytes === null) return null;
  const text = latin1(bytes, 0, bytes.length);
  const padding = part.slice(encodeBase64Url(text).length);
  if (encodeBase64Url(text) + padding !== part) return null;
  return encodeBase64Url(hideClaims(text, names)) + padding;
}
