import { gotUnseenAnswer } from '../../call/unanswered.ts';
import type { Judged, Transaction } from '../../call/types.ts';
import type { Endpoint } from '../../model/packet.ts';
import type { SourceFacts } from '../../model/source-facts.ts';
import { field } from '../../sip/field.ts';
import type { Message } from '../../sip/message.ts';
import { remembered } from '../evidence.ts';
import type { PacketProof, RuleContext } from '../rule.ts';
import type { CallMark } from './capture-rule.ts';
import type { Recorded } from './notes.ts';

/** What was seen from one end of a link to the other, where nothing that belongs to it came back. */
export interface LinkNote {
  readonly source: number;
  readonly from: Endpoint;
  readonly to: Endpoint;
  readonly what: 'requests' | 'responses';
  packets: number;
  /** How often the sender went on as if something had come back. */
  heard: number;
  readonly first: PacketProof;
  readonly calls: Set<CallMark>;
}

/** Responses whose request was not captured, although others on its way were. */
export interface OrphanNote {
  count: number;
  readonly first: PacketProof;
}

/** T1 and a margin: who hears nothing for this long over UDP repeats its request, µs (RFC 3261 §17.1). */
const REPEATS_WITHIN = 2_000_000;
/** Requests may have been sent before the capture began; after this they cannot be answered any more, µs. */
const OLDEST_REQUEST = 180_000_000;
/** Transactions of one conversation that are looked at (a bound for hostile input). */
const MAX_TRANSACTIONS = 64;
/** Pings that some senders do not repeat. */
const PINGS: ReadonlySet<string> = new Set(['OPTIONS', 'NOTIFY']);

/** Requests without responses and responses without requests, link by link. */
export class LinkNotes {
  readonly oneSided = new Map<string, LinkNote>();
  readonly orphans = new Map<number, OrphanNote>();

  conversation(recorded: Recorded): void {
    let looked = 0;
    for (const transaction of recorded.judged.transactions) {
      const { request, responses, client, server } = transaction;
      if (request !== null && responses.length > 0) continue;
      if (client.address === '' || server.address === '') continue;
      looked += 1;
      if (looked > MAX_TRANSACTIONS) return;
      if (request === null) this.#orphan(transaction, recorded);
      else {
        const note = this.#note(request, 'requests', recorded);
        // The ACK to a refusal belongs to the INVITE's transaction.
        const acks = transaction.ack === null || transaction.method === 'ACK' ? 0 : 1;
        note.packets += 1 + transaction.retransmissions.length + acks;
        if (wasHeard(transaction, recorded)) note.heard += 1;
      }
    }
  }

  #orphan(transaction: Transaction, recorded: Recorded): void {
    const { responses, repeatedResponses, client, server, method } = transaction;
    const first = responses[0] as Message;
    const note = this.#note(first, 'responses', recorded);
    note.packets += responses.length + repeatedResponses.length;
    note.heard += 1;
    const stray = recorded.judged.transactions.some(
      (other) =>
        other.request !== null &&
        other.responses.length === 0 &&
        other.method === method &&
        other.client.address === client.address &&
        other.server.address === server.address,
    );
    const { surroundings } = recorded;
    if (stray || first.time - surroundings.captureStart < OLDEST_REQUEST) return;
    if (!surroundings.sawDirection(client, server)) return;
    const known = this.orphans.get(first.source);
    if (known !== undefined) known.count += responses.length;
    else this.orphans.set(first.source, { count: responses.length, first: remembered(first) });
  }

  #note(message: Message, what: LinkNote['what'], { mark }: Recorded): LinkNote {
    const { source, sender, receiver } = message;
    const key = `${source} ${what} ${sender.name} ${receiver.name}`;
    let note = this.oneSided.get(key);
    if (note === undefined) {
      const first = remembered(message);
      note = {
        source,
        from: sender,
        to: receiver,
        what,
        packets: 0,
        heard: 0,
        first,
        calls: new Set(),
      };
      this.oneSided.set(key, note);
    }
    if (mark !== null) note.calls.add(mark);
    return note;
  }
}

/** Share of responses without a request, and the fewest of them, that speak for a capture with holes. */
const ORPHAN_SHARE = 0.02;
const FEWEST_ORPHANS = 3;

/** The responses without their request, if there are so many of them in the source that packets must be missing; else null. */
export function manyOrphans(
  { orphans }: LinkNotes,
  { index, responses }: SourceFacts,
): OrphanNote | null {
  const found = orphans.get(index);
  if (found === undefined || found.count < FEWEST_ORPHANS) return null;
  return found.count > ORPHAN_SHARE * responses ? found : null;
}

/** Fewer packets are too few to speak of a direction. */
const FEWEST = 4;

type Capture = Pick<RuleContext, 'surroundings' | 'below'>;

/**
 * Links of which one direction was captured: nothing ever came back, and yet the sender goes on as if something had. A link
 * with few packets counts together with the others of a node that was never seen to send, or to get anything, or of a source
 * that has no message of the other direction at all.
 */
export function oneWayLinks({ oneSided }: LinkNotes, { surroundings, below }: Capture): LinkNote[] {
  const bare = [...oneSided.values()].filter(
    ({ from, to, heard }) =>
      heard > 0 &&
      // A reply may come from another port.
      !surroundings.sawDirection(to, from) &&
      !below.sawAddresses(to, from),
  );
  const sources = new Map(below.sources.map((facts) => [facts.index, facts]));
  const pools = new Map<string, LinkNote[]>();
  for (const link of bare) {
    for (const key of poolsOf(link, sources.get(link.source), below)) {
      const pool = pools.get(key);
      if (pool === undefined) pools.set(key, [link]);
      else pool.push(link);
    }
  }
  const pooled = new Set([...pools.values()].filter(isTelling).flat());
  return bare.filter((link) => link.packets >= FEWEST || pooled.has(link));
}

/** What a link has in common with others that miss the same direction. */
function poolsOf(
  { source, from, to, what }: LinkNote,
  facts: SourceFacts | undefined,
  below: Capture['below'],
): string[] {
  const others = facts === undefined ? 0 : facts.messages - facts.responses;
  const opposite = what === 'requests' ? facts?.responses : others;
  return [
    ...(opposite === 0 ? [`${source} ${what}`] : []),
    ...(below.isSender(to.address) ? [] : [`${source} ${what} to ${to.address}`]),
    ...(below.isReceiver(from.address) ? [] : [`${source} ${what} from ${from.address}`]),
  ];
}

/** Enough packets, and more than one of them that shows that an answer came. */
function isTelling(pool: readonly LinkNote[]): boolean {
  const total = (part: 'packets' | 'heard'): number =>
    pool.reduce((sum, link) => sum + link[part], 0);
  return total('packets') >= FEWEST && total('heard') > 1;
}

/** What the sender does shows that an answer reached it. */
function wasHeard(transaction: Transaction, { judged, surroundings }: Recorded): boolean {
  const { method, request, retransmissions, ack } = transaction;
  if (request === null || method === 'ACK') return false;
  if (ack !== null) return true;
  if (method === 'INVITE' && judged.kind === 'call' && gotUnseenAnswer(judged, transaction)) {
    return true;
  }
  if (wasChallenged(transaction, judged)) return true;
  // Scanners send once and do not care; only who has a dialog does.
  if (PINGS.has(method) || request.transport !== 'udp' || !request.hasToTag) return false;
  return retransmissions.length === 0 && surroundings.captureEnd - request.time > REPEATS_WITHIN;
}

/** The same request went out again with credentials, for which a challenge must have come. */
function wasChallenged({ method, cseq, client, request }: Transaction, judged: Judged): boolean {
  if (request === null || hasCredentials(request)) return false;
  return judged.transactions.some(
    (later) =>
      later.method === method &&
      later.cseq > cseq &&
      later.client === client &&
      later.request !== null &&
      hasCredentials(later.request),
  );
}

function hasCredentials(request: Message): boolean {
  return (
    field(request, 'Authorization') !== undefined ||
    field(request, 'Proxy-Authorization') !== undefined
  );
}
