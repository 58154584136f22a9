import { field } from '../../sip/field.ts';
import type { Message } from '../../sip/message.ts';
import { parseNameAddr } from '../../sip/values/name-addr.ts';
import { decodeEscapes } from '../../sip/values/uri.ts';

/** User part of the address that a request speaks for: From, of a REGISTER To (RFC 3261 §10.2); '' when there is none. */
export function callerUser(request: Message): string {
  return userIn(field(request, request.method === 'REGISTER' ? 'To' : 'From'));
}

/** User part of the URI in a field value, escapes undone; '' when there is none. */
export function userIn(value: string | undefined): string {
  const uri = value === undefined ? null : parseNameAddr(value).uri;
  return decodeEscapes(uri?.user.split(';', 1)[0] ?? '');
}
