/** Where requests of a dialog have to go: Contact, Record-Route, Route (RFC 3261 §12.2.1.1). */
import { field, fieldValues } from '../../sip/field.ts';
import type { Message } from '../../sip/message.ts';
import { parseNameAddr } from '../../sip/values/name-addr.ts';
import { parseUri, type Uri } from '../../sip/values/uri.ts';

/** Ports that a URI means when it names none (RFC 3261 §19.1.2). */
const DEFAULT_PORT: Readonly<Record<string, number>> = { sip: 5060, sips: 5061 };

export interface Target {
  readonly uri: Uri;
  readonly host: string;
  /** `host:port`, to be shown. */
  readonly text: string;
}

/** Where the first Contact of a message points; null without a readable one. */
export function contactOf(message: Message): Target | null {
  const value = field(message, 'Contact');
  return value === undefined ? null : targetOf(parseNameAddr(value).uri);
}

export function requestTarget(request: Message): Target | null {
  return targetOf(parseUri(request.requestUri));
}

/** The Record-Route or Route values, in the order of the message. */
export function routesOf(message: Message, name: 'Record-Route' | 'Route'): Target[] {
  return fieldValues(message, name)
    .map((value) => targetOf(parseNameAddr(value).uri))
    .filter((target) => target !== null);
}

function targetOf(uri: Uri | null): Target | null {
  if (uri === null || uri.host === '') return null;
  const host = uri.host.toLowerCase();
  return { uri, host, text: `${uri.user === '' ? '' : `${uri.user}@`}${host}:${portOf(uri)}` };
}

function portOf({ scheme, port }: Uri): number {
  return port ?? DEFAULT_PORT[scheme] ?? 5060;
}

/** Same scheme, user, host and port: as much of RFC 3261 §19.1.4 as decides where a request goes. */
export function sameTarget(a: Target, b: Target): boolean {
  return a.uri.scheme === b.uri.scheme && a.text === b.text;
}

/** A host name is not an address: it may stand for any. */
export function isAddress(host: string): boolean {
  return host.includes(':') || /^\d{1,3}(\.\d{1,3}){3}$/.test(host);
}
