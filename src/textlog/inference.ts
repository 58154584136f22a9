import { latin1 } from '../sip/bytes.ts';
import { field, splitList } from '../sip/field.ts';
import type { Message } from '../sip/message.ts';
import { parseNameAddr } from '../sip/values/name-addr.ts';
import { parseUri, type Uri } from '../sip/values/uri.ts';
import { parseVias } from '../sip/values/via.ts';
import type { Place } from './dialect.ts';
import { placeAt, placeOf } from './places.ts';
import { Recent } from './recent.ts';

/** Transactions whose other end is remembered, and remotes whose local end is. */
const MAX_REMEMBERED = 4096;

/** Both ends of one message; null where nothing tells. */
export interface Ends {
  from: Place | null;
  to: Place | null;
}

/** A message whose ends are to be completed. `sent`: by the host that keeps the log; undefined when the log does not say. */
export interface Placed {
  readonly message: Message;
  readonly ends: Ends;
  readonly sent: boolean | undefined;
}

/**
 * Finds the ends that a log does not name: from Via, Route, the Request-URI and Contact, and from what was said about the
 * same transaction before.
 */
export class Inference {
  /** By `transactionHash`: where its request came from and went to. */
  readonly #requests = new Recent<number, Ends>(MAX_REMEMBERED);
  /** Remote end → the local end it was seen with. */
  readonly #localOf = new Recent<Place | null, Place>(MAX_REMEMBERED);
  #local: Place | null = null;
  /** `#local` is what the host wrote into Via, not what others called it. */
  #isOwn = false;

  /** Whether a message tells which end is that of the host that keeps the log. */
  tellsLocal(one: Placed): boolean {
    return named(one) !== null || ownEnd(one) !== null || addressed(one) !== null;
  }

  /** Takes it from a message before that one is completed itself. */
  learn(one: Placed): void {
    const own = named(one) ?? ownEnd(one);
    this.#local ??= own ?? addressed(one);
    if (own !== null) this.#isOwn = true;
  }

  /** Completes the ends. `sent`: the host that keeps the log sent the message; undefined when the log does not say. */
  complete(message: Message, ends: Ends, sent: boolean | undefined): void {
    const isRequest = message.status === 0;
    if (sent === undefined) this.#blind(message, ends, isRequest);
    else this.#fromHost(message, ends, sent, isRequest);
    this.remember(message, ends);
  }

  /** Where a request went, for responses whose ends are not named. */
  remember(message: Message, ends: Ends): void {
    if (message.status === 0) this.#requests.set(transactionHash(message), ends);
  }

  /** A log that says which messages its host sent. */
  #fromHost(message: Message, ends: Ends, sent: boolean, isRequest: boolean): void {
    const one = { message, ends, sent };
    const own = named(one) ?? ownEnd(one);
    const other = sent ? ends.to : ends.from;
    // What was said of its request is asked only where the message leaves something open.
    const isOpen = !isRequest && (own === null || other === null);
    const request = isOpen ? this.#requests.get(transactionHash(message)) : undefined;
    const remote =
      other ??
      (isRequest === sent
        ? isRequest
          ? nextHop(message)
          : (request?.to ?? null)
        : viaSource(message)) ??
      (sent ? (request?.from ?? null) : (request?.to ?? null));
    if (own !== null && !this.#isOwn) this.#local = own;
    if (own !== null) this.#isOwn = true;
    let local = own;
    local ??= (sent ? request?.to : request?.from) ?? this.#localOf.get(remote) ?? this.#local;
    if (local === null && !sent) local = addressed(one) ?? requestTarget(message);
    if (local === null && sent) local = contact(message);
    if (local !== null) {
      this.#local ??= local;
      if (this.#localOf.get(remote) !== local) this.#localOf.set(remote, local);
    }
    ends.from ??= sent ? local : remote;
    ends.to ??= sent ? remote : local;
  }

  /** A log that says nothing about directions: a request comes from its top Via, a response goes there. */
  #blind(message: Message, ends: Ends, isRequest: boolean): void {
    if (isRequest) {
      ends.from ??= viaSource(message);
      ends.to ??= nextHop(message);
      return;
    }
    const request = this.#requests.get(transactionHash(message));
    ends.to ??= request?.from ?? viaSource(message);
    ends.from ??= request?.to ?? null;
  }
}

/** Of the branch; where a log has left it out, of what else a request and its responses share. */
function transactionHash({ branchAt, branchEnd, branchHash, callIdHash, cseq }: Message): number {
  return branchEnd > branchAt ? branchHash : (Math.imul(callIdHash, 31) + cseq) | 0;
}

/** The host's own end, as the log has it. */
function named({ ends, sent }: Placed): Place | null {
  return sent === undefined ? null : sent ? ends.from : ends.to;
}

/** What the host wrote into the top Via: of the requests that it sends, and of their responses. */
function ownEnd({ message, sent }: Placed): Place | null {
  return sent === (message.status === 0) ? sentBy(message) : null;
}

/** Where a received request was sent to (RFC 3261 §8.1.2), if that is an address. */
function addressed({ message, sent }: Placed): Place | null {
  const place = sent === false && message.status === 0 ? nextHop(message) : null;
  return place !== null && /^[\d.]+$|:/.test(place.address) ? place : null;
}

/** The top Via's sent-by, if it is an address that can be sent from. */
function sentBy(message: Message): Place | null {
  const text = latin1(message.bytes, message.sentByAt, message.sentByEnd);
  const known = sentByText.get(text);
  if (known !== undefined) return known;
  if (text === '' || /\.invalid(?::|$)/i.test(text)) return null;
  // The default port is TLS's where Via says so (RFC 3261 §18.2.2).
  if (text.lastIndexOf(':') <= text.lastIndexOf(']')) {
    return placeOf(text, isTls(message) ? 5061 : 5060);
  }
  const place = placeOf(text);
  sentByText.set(text, place);
  return place;
}

/** Those with a port, which mean the same in every Via. */
const sentByText = new Recent<string, Place | null>(MAX_REMEMBERED);

function isTls(message: Message): boolean {
  return /^\s*SIP\/2\.0\/TLS/i.test(field(message, 'Via') ?? '');
}

/** Where a request came from and its responses go: received and rport, else sent-by (RFC 3261 §18.2, RFC 3581 §4). */
export function viaSource(message: Message): Place | null {
  const value = field(message, 'Via');
  if (value === undefined) return null;
  const via = parseVias(value)[0];
  const own = sentBy(message);
  const port =
    via?.rport !== null && via?.rport !== 0 && via !== undefined ? via.rport : (own?.port ?? 5060);
  if (via !== undefined && via.received !== '') return placeOf(via.received, port);
  return own === null ? null : placeAt(own.address, port);
}

/** Where a request goes: the first Route, else the Request-URI (RFC 3261 §8.1.2). */
function nextHop(message: Message): Place | null {
  const route = field(message, 'Route');
  const uri = route === undefined ? null : parseNameAddr(splitList(route)[0] ?? '').uri;
  return uriPlace(uri) ?? requestTarget(message);
}

function requestTarget(message: Message): Place | null {
  return message.status === 0 ? uriPlace(parseUri(message.requestUri)) : null;
}

function contact(message: Message): Place | null {
  const value = field(message, 'Contact');
  return value === undefined ? null : uriPlace(parseNameAddr(splitList(value)[0] ?? '').uri);
}

function uriPlace(uri: Uri | null): Place | null {
  if (uri === null || uri.host === '' || uri.host.endsWith('.invalid')) return null;
  const port = uri.port ?? (uri.scheme === 'sips' ? 5061 : 5060);
  return placeOf(uri.host.includes(':') ? `[${uri.host.replace(/^\[|\]$/g, '')}]` : uri.host, port);
}
