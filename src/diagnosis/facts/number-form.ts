import type { NumberForm } from '../../model/response-args.ts';
import type { Message } from '../../sip/message.ts';
import { parseUri, type Uri, userDigits } from '../../sip/values/uri.ts';

/** Longest number or name that is quoted, in characters. */
const MAX_CALLED = 64;
/** Digits of an E.164 number at most. */
const MAX_E164 = 15;

/**
 * Country codes whose national numbers begin with the trunk prefix 0, which is dropped behind the code (`+84 90…`, not
 * `+84 090…`); Italy, where the 0 stays, and others are left out.
 */
const DROPS_ZERO =
  /^(?:20|27|3[1-4]|3[02]|40|41|43|44|46|49|60|61|62|63|64|66|81|82|84|86|90|91|92|94|95|98)0/;

/** Called number or name of a request, for display. */
export function calledOf(request: Message | null): string {
  const uri = uriOf(request);
  if (uri === null) return '';
  const called = isUrn(uri) ? uri.text : uri.user === '' ? uri.host : uri.user.split(';', 1)[0];
  return (called as string).slice(0, MAX_CALLED);
}

/** Its digits, '' when it is a name. */
export function calledDigits(request: Message | null): string {
  return userDigits(uriOf(request));
}

/** Row by row, the first that holds; `+` begins a number in international form (RFC 3966 §5.1.4). */
export function numberForm(request: Message | null): NumberForm {
  const uri = uriOf(request);
  if (uri !== null && isUrn(uri)) return 'service';
  if (uri === null || uri.user === '') return 'empty';
  const digits = userDigits(uri);
  if (digits === '') return 'name';
  if (digits.length > MAX_E164) return 'too-long';
  if (!uri.user.startsWith('+')) return 'ordinary';
  if (/^(?:00|011)/.test(digits)) return 'plus-international';
  if (digits.startsWith('0')) return 'plus-national';
  return DROPS_ZERO.test(digits) ? 'trunk-zero' : 'ordinary';
}

function isUrn({ scheme }: Uri): boolean {
  return scheme === 'urn';
}

function uriOf(request: Message | null): Uri | null {
  return request === null ? null : parseUri(request.requestUri);
}
