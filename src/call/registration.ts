import { field, fieldLines, fieldValues } from '../sip/field.ts';
import type { Message } from '../sip/message.ts';
import { parseNameAddr, type NameAddr } from '../sip/values/name-addr.ts';
import { decimal } from '../sip/values/text.ts';
import type { Try } from './types.ts';

/** Contacts of one message that are read (a bound for hostile input). */
const MAX_CONTACTS = 64;
/** Longest place that is remembered, in characters. */
const MAX_PLACE = 128;
/** Longest expiry that can be asked for, s (RFC 3261 §20.19). */
const MAX_EXPIRES = 2 ** 32 - 1;

/** One Contact of a REGISTER, and what became of it; expiries in seconds. */
export interface BindingChange {
  readonly contact: NameAddr;
  /** Null when the request leaves it to the registrar. */
  readonly asked: number | null;
  /** 0 when the binding is gone; null when nothing tells. */
  readonly granted: number | null;
}

/** What a REGISTER wants. */
export interface Wish {
  readonly kind: 'bind' | 'remove' | 'remove-all' | 'query';
  readonly contacts: readonly NameAddr[];
}

/** `Contact: *` or an expiry of 0 takes bindings away (RFC 3261 §10.2.2); without Contact they are only asked for (§10.2.3). */
export function wishOf(request: Message): Wish {
  const contacts = contactsOf(request);
  if (contacts.length === 0) return { kind: 'query', contacts };
  if (contacts.some(({ wildcard }) => wildcard)) return { kind: 'remove-all', contacts: [] };
  const removes = contacts.every((contact) => askedFor(contact, request) === 0);
  return { kind: removes ? 'remove' : 'bind', contacts };
}

/** The contacts of a REGISTER or of its response. */
export function contactsOf(message: Message): NameAddr[] {
  return fieldValues(message, 'Contact').slice(0, MAX_CONTACTS).map(parseNameAddr);
}

/** How many bindings a response lists, without reading them. */
export function countContacts(response: Message): number {
  return fieldLines(response, 'Contact').length === 0 ? 0 : fieldValues(response, 'Contact').length;
}

/** What a successful try changed at the registrar; empty for a query. */
export function changesOf({ request, final }: Try): BindingChange[] {
  if (request === null || final === null || final.status >= 300) return [];
  const bound = contactsOf(final);
  return wishOf(request).contacts.map((contact) => {
    const asked = askedFor(contact, request);
    return { contact, asked, granted: asked === 0 ? 0 : grantedFor(contact, asked, bound, final) };
  });
}

/** Its own `expires`, else the Expires field of the request, s. */
export function askedFor({ params }: NameAddr, request: Message): number | null {
  return secondsIn(params.get('expires')) ?? secondsIn(field(request, 'Expires'));
}

/**
 * The registrar's word on this contact (RFC 3261 §10.3, step 8). Where an SBC or a NAT rewrote it, so that none of the
 * contacts listed is the same, the longest expiry counts: the binding lives that long at most.
 */
function grantedFor(
  contact: NameAddr,
  asked: number | null,
  bound: readonly NameAddr[],
  final: Message,
): number | null {
  const general = secondsIn(field(final, 'Expires'));
  const own = bound.find((other) => placeOf(other) === placeOf(contact));
  if (own !== undefined) return secondsIn(own.params.get('expires')) ?? general ?? asked;
  const known = bound
    .map(({ params }) => secondsIn(params.get('expires')))
    .filter((seconds) => seconds !== null);
  return known.length === 0 ? (general ?? asked) : Math.max(...known);
}

/** Where a contact is reached: host and port, without what differs between registrations of one device. */
export function placeOf({ uri, uriText }: NameAddr): string {
  const place = uri === null || uri.host === '' ? uriText : `${uri.host}:${uri.port ?? 5060}`;
  return place.slice(0, MAX_PLACE).toLowerCase();
}

function secondsIn(text: string | undefined): number | null {
  return text === undefined ? null : decimal(text.trim(), MAX_EXPIRES);
}
