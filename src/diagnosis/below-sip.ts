import type { Peer, PeerTable } from '../call/peers.ts';
import type { Endpoint } from '../model/packet.ts';
import type { SourceFacts } from '../model/source-facts.ts';
import type { FactSighting, TransportFact } from '../model/transport-fact.ts';

/** A fact with the source that it was seen in, and its ends as the messages name them. */
export interface PlacedFact<F extends TransportFact = TransportFact> {
  readonly source: number;
  readonly fact: F & FactSighting;
  readonly from: Endpoint;
  readonly to: Endpoint;
}

type Kind = TransportFact['kind'];
type OfKind<K extends Kind> = PlacedFact<Extract<TransportFact, { kind: K }>>;

/** Facts of one flow that one question looks at (a bound for hostile input; equal facts are one already). */
const MAX_OF_FLOW = 64;
/** Reasons that say that something was lost between the messages. */
export const GAPS: readonly string[] = [
  'tcp-stream-gap',
  'tls-gap',
  'websocket-message-gap',
  'hep-stream-gap',
  'sctp-fragment-incomplete',
];

/** Reasons that say that something was there and could not be read, SIP perhaps. */
const BEYOND_READING: readonly string[] = [
  'tcp-stream-limit',
  'tls-decrypt-failed',
  'websocket-inflate-failed',
  'ip-fragment-limit',
];

const NONE: readonly PlacedFact[] = [];

/**
 * What all sources say beside their messages: facts below SIP, and how complete they are. Empty until the sources have
 * been read; what is judged before that went well and asks nothing of it.
 */
export class BelowSip {
  readonly facts: PlacedFact[] = [];
  sources: readonly SourceFacts[] = [];
  readonly #byFlow = new Map<string, PlacedFact[]>();
  readonly #byClient = new Map<string, PlacedFact[]>();
  readonly #byCallId = new Map<string, PlacedFact[]>();
  #peers: readonly Peer[] = [];
  /** Pairs of addresses; made when somebody asks. */
  #flows: Set<string> | null = null;
  /** Addresses that sent SIP, and that it went to; made when somebody asks. */
  #senders: Set<string> | null = null;
  #receivers: Set<string> | null = null;
  readonly #lossy = new Set<number>();
  readonly #established = new Set<string>();
  readonly #encrypted = new Set<string>();

  /** Takes in what the sources noticed; call once, when all are read. */
  learn(sources: readonly SourceFacts[], peers: PeerTable): void {
    this.sources = sources;
    this.#peers = peers.all;
    for (const source of sources) {
      if (isLossy(source)) this.#lossy.add(source.index);
      for (const fact of source.facts) {
        const { flow } = fact;
        const from = peers.sender(flow);
        const to = peers.receiver(flow);
        this.#add({ source: source.index, fact, from, to });
      }
    }
    for (const list of this.#byClient.values()) list.sort((a, b) => a.fact.time - b.fact.time);
  }

  /** Facts of one kind about what `from` sent to `to`, same ports. */
  between<K extends Kind>(kind: K, from: Endpoint, to: Endpoint): readonly OfKind<K>[] {
    if (this.facts.length === 0) return [];
    const list = this.#byFlow.get(flowKey(kind, from.name, to.name)) ?? NONE;
    return list.slice(0, MAX_OF_FLOW) as unknown as readonly OfKind<K>[];
  }

  /** Connections that this address tried to open and failed, within the time (µs), both ends included. */
  failedFrom(address: string, since: number, until: number): readonly PlacedFact[] {
    const list = this.#byClient.get(address) ?? NONE;
    let low = 0;
    for (let high = list.length; low < high;) {
      const middle = (low + high) >>> 1;
      if ((list[middle] as PlacedFact).fact.time < since) low = middle + 1;
      else high = middle;
    }
    const found: PlacedFact[] = [];
    for (; low < list.length && found.length < MAX_OF_FLOW; low += 1) {
      const one = list[low] as PlacedFact;
      if (one.fact.time > until) break;
      found.push(one);
    }
    return found;
  }

  /** Lost fragments of messages with this Call-ID. */
  lostOf(callId: string): readonly OfKind<'ip-fragment-loss'>[] {
    const list = this.#byCallId.get(callId) ?? NONE;
    return list.slice(0, MAX_OF_FLOW) as unknown as readonly OfKind<'ip-fragment-loss'>[];
  }

  /**
   * The source is known to lack packets, or to hold what could not be read: nothing that was not seen is proven. Time that steps back does not count: in files
   * that were joined it does, and sorting them by time is right.
   */
  isLossy(source: number): boolean {
    return this.#lossy.has(source);
  }

  /** This address has connections whose content could not be read. */
  isEncryptedAt(address: string): boolean {
    return this.#encrypted.has(address);
  }

  /** A TLS connection between these two addresses came about. */
  isEstablished(from: Endpoint, to: Endpoint): boolean {
    return this.#established.has(`${from.address} ${to.name}`);
  }

  /** SIP travelled between the addresses of two endpoints in this direction, whatever the ports. */
  sawAddresses(from: Endpoint, to: Endpoint): boolean {
    this.#flows ??= flowsOf(this.#peers);
    return this.#flows.has(`${from.address} ${to.address}`);
  }

  /** Some SIP message came from this address. */
  isSender(address: string): boolean {
    this.#senders ??= new Set(
      this.#peers.filter(({ sentTo }) => sentTo.size > 0).map((peer) => peer.address),
    );
    return this.#senders.has(address);
  }

  /** Some SIP message went to this address. */
  isReceiver(address: string): boolean {
    this.#receivers ??= new Set(
      this.#peers.flatMap(({ sentTo }) => [...sentTo].map((peer) => peer.address)),
    );
    return this.#receivers.has(address);
  }

  #add(one: PlacedFact): void {
    const { fact, from, to } = one;
    this.facts.push(one);
    push(this.#byFlow, flowKey(fact.kind, from.name, to.name), one);
    if (fact.kind === 'tcp-connect-failed' || isFailedHandshake(fact)) {
      push(this.#byClient, from.address, one);
    }
    if (fact.kind === 'ip-fragment-loss' && fact.callId !== '') {
      push(this.#byCallId, fact.callId, one);
    }
    if (fact.kind === 'tls-handshake' && fact.outcome === 'established') {
      this.#established.add(`${from.address} ${to.name}`);
    }
    if (isUnreadable(fact)) this.#encrypted.add(from.address).add(to.address);
  }
}

/** The handshake ended without a connection. */
export function isFailedHandshake(fact: TransportFact): boolean {
  return fact.kind === 'tls-handshake' && (fact.outcome === 'alert' || fact.outcome === 'closed');
}

/** A connection that came about and whose content stays closed. */
export function isUnreadable(fact: TransportFact): boolean {
  return fact.kind === 'tls-handshake' && !fact.decrypted && !isFailedHandshake(fact);
}

/** Only first fragments were captured: a filter on ports takes the others away. */
export function isFiltered(fact: TransportFact): boolean {
  return fact.kind === 'ip-fragment-loss' && fact.seen.later === 0;
}

function isLossy({ drops, cut, unread, facts }: SourceFacts): boolean {
  return (
    drops > 0 ||
    cut.count > 0 ||
    [...GAPS, ...BEYOND_READING].some((reason) => unread.has(reason)) ||
    facts.some((fact) => isFiltered(fact))
  );
}

function flowsOf(peers: readonly Peer[]): Set<string> {
  const flows = new Set<string>();
  for (const { address, sentTo } of peers) {
    for (const to of sentTo) flows.add(`${address} ${to.address}`);
  }
  return flows;
}

function flowKey(kind: Kind, from: string, to: string): string {
  return `${kind} ${from} ${to}`;
}

function push(map: Map<string, PlacedFact[]>, key: string, one: PlacedFact): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [one]);
  else list.push(one);
}
