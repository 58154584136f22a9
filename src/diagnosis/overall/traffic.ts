import { isInitialInvite } from '../../call/hops.ts';
import { producerOf } from '../../call/producer.ts';
import type { PlainCall } from '../../call/plain.ts';
import type { Call, Surroundings, Transaction } from '../../call/types.ts';
import type { Endpoint } from '../../model/packet.ts';
import type { Message } from '../../sip/message.ts';
import { remembered } from '../evidence.ts';
import type { PacketProof } from '../rule.ts';
import type { CallMark } from './capture-rule.ts';
import type { Recorded } from './notes.ts';

/** Pairs of client and server, calls of all of them, and refusals of one pair (bounds for hostile input). */
const MAX_WAYS = 5000;
const MAX_CALLS = 500_000;
const MAX_REFUSALS = 10_000;
/** INVITE transactions of one call that are looked at. */
const MAX_TRANSACTIONS = 64;
/** Timer B, µs: an INVITE without any response for this long has failed. */
const TIMER_B = 32_000_000;
/** Copies that show that the client heard nothing. */
const COPIES = 2;

/** A node that a challenge, a redirect or a wish of the message is sent by has refused nothing. */
const NO_REFUSAL: ReadonlySet<number> = new Set([401, 407, 420, 421, 422, 491, 494]);
/** What people decide, and numbers that do not exist: the node did its work. */
const BY_PEOPLE: ReadonlySet<number> = new Set([404, 410, 484, 487, 600, 603, 604, 607, 608]);

/** An INVITE that a node turned down. */
export interface TurnedDown {
  /** When it was sent, µs. */
  readonly time: number;
  /** 0 for no response. */
  readonly code: number;
  readonly proof: PacketProof;
  readonly mark: CallMark | null;
}

/** The calls that one client brought to one server. */
export interface Way {
  readonly client: string;
  readonly server: Endpoint;
  /** Calls that the server took on, each from its INVITE to its end (infinite: still up), µs. */
  readonly starts: number[];
  readonly ends: number[];
  readonly refusals: TurnedDown[];
}

/** Who brought how many calls to whom, and what came of them; ordinary calls are two numbers each. */
export class TrafficNotes {
  readonly ways: Way[] = [];
  /** Calls that were not followed because of a bound. */
  left = 0;
  #calls = 0;
  readonly #byServer = new Map<string, Map<string, Way>>();

  plain({ invite, bye }: PlainCall, client: Endpoint, server: Endpoint): void {
    this.#took(client, server, invite, bye);
  }

  conversation({ judged, mark, surroundings }: Recorded): void {
    if (judged.kind !== 'call' || judged.outcome === 'scan-or-attack') return;
    let looked = 0;
    for (const hop of judged.transactions) {
      const { request, final, client, server } = hop;
      if (request === null || !isInitialInvite(hop) || server.address === '') continue;
      // Without a clock no call came before another.
      if (!Number.isFinite(request.time)) return;
      looked += 1;
      if (looked > MAX_TRANSACTIONS) return;
      const code = final?.status ?? 0;
      if (final === null) {
        if (!wasSilent(hop, request, surroundings)) continue;
        this.#refused(client, server, { time: request.time, code, proof: shown(hop), mark });
      } else if (code < 300) {
        this.#took(client, server, request.time, endOf(judged, final));
      } else if (code >= 400 && BY_PEOPLE.has(code)) {
        this.#took(client, server, request.time, final.time);
      } else if (code >= 400 && !NO_REFUSAL.has(code) && producerOf(hop, final).hop === hop) {
        this.#refused(client, server, { time: request.time, code, proof: shown(hop), mark });
      }
    }
  }

  #took(client: Endpoint, server: Endpoint, start: number, end: number): void {
    const way = this.#way(client, server);
    if (way === null || this.#calls >= MAX_CALLS) {
      this.left += 1;
      return;
    }
    this.#calls += 1;
    way.starts.push(start);
    way.ends.push(end);
  }

  #refused(client: Endpoint, server: Endpoint, refusal: TurnedDown): void {
    const way = this.#way(client, server);
    if (way === null || way.refusals.length >= MAX_REFUSALS) this.left += 1;
    else way.refusals.push(refusal);
  }

  #way(client: Endpoint, server: Endpoint): Way | null {
    let clients = this.#byServer.get(server.name);
    const known = clients?.get(client.address);
    if (known !== undefined) return known;
    if (this.ways.length >= MAX_WAYS) return null;
    if (clients === undefined) this.#byServer.set(server.name, (clients = new Map()));
    const way: Way = { client: client.address, server, starts: [], ends: [], refusals: [] };
    clients.set(client.address, way);
    this.ways.push(way);
    return way;
  }
}

/** Nothing came back within Timer B, and what would have come can be seen, or the client repeats itself because it heard nothing. */
function wasSilent(
  { responses, cancel, ack, retransmissions, client, server }: Transaction,
  { time }: Message,
  surroundings: Surroundings,
): boolean {
  if (responses.length > 0 || cancel !== null || ack !== null) return false;
  if (surroundings.captureEnd - time <= TIMER_B) return false;
  return retransmissions.length >= COPIES || surroundings.sawDirection(server, client);
}

function shown({ request, final }: Transaction): PacketProof {
  return remembered(final ?? (request as Message));
}

/** When the call that this 2xx began was over; infinite when that was not seen. */
function endOf({ dialogs }: Call, answer: Message): number {
  const dialog = dialogs.find(({ toTag }) => toTag === answer.toTag);
  return dialog?.bye?.request?.time ?? Number.POSITIVE_INFINITY;
}
