/** Rewrites the few valid things that the grammar rejects wrongly into equivalents that it knows. */
import { indexOutsideQuotes } from './values/text.ts';

const STAND_IN = 'sip:x@x.invalid';

/** Characters of any absolute URI (RFC 3986 §2). */
const OTHER_URI = /^(?!sips?:)[a-z][a-z0-9+.-]*:[\w.~:/?#[\]@!$&'()*+,;=%-]+$/i;

/** Name-addr or addr-spec: URI schemes other than sip and sips, unquoted UTF-8 display names, root dots. */
export function neutralAddress(value: string): string {
  const open = indexOutsideQuotes(value, '<');
  if (open < 0) {
    const semicolon = value.indexOf(';');
    const end = semicolon < 0 ? value.length : semicolon;
    return neutralUri(value.slice(0, end)) + value.slice(end);
  }
  const close = value.indexOf('>', open);
  if (close < 0) return value;
  const display = value.slice(0, open).replace(/[^\x00-\x7f]+/g, 'x');
  return `${display}<${neutralUri(value.slice(open + 1, close))}${value.slice(close)}`;
}

/** A URI of another scheme is taken as good when it holds no characters that no URI may hold. */
export function neutralUri(uri: string): string {
  if (OTHER_URI.test(uri)) return STAND_IN;
  // A host may end in the root's dot (RFC 3261 §25.1, `hostname`).
  return named(uri).replace(/([a-z0-9])\.(?=$|[:;?])/i, '$1');
}

/** Transports that the grammar does not know (`TLS-SCTP`, RFC 4168) are tokens all the same. */
export function neutralVia(value: string): string {
  return named(value).replace(/^(SIP\s*\/\s*\d\.\d\s*\/\s*)[\w.!%*+`'~-]+/i, '$1UDP');
}

/** A name that begins like an IPv4 address (`192.0.2.1.nip.io`) is a name. */
function named(text: string): string {
  return text.replace(/(?:\d{1,3}\.){4}(?=[a-z])/i, 'x.');
}
