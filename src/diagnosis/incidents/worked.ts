import type { Endpoint } from '../../model/packet.ts';
import type { Attempts } from './attempts.ts';

/** Ways (source, destination, user agent) that examples are kept of, and how many of each. */
const MAX_WAYS = 96;
const OF_A_WAY = 12;
/** Slots for recent ways by their key; a power of two. */
const RECENT = 1024;
/** Refused ways that are remembered: deciding anew gives the same answer, but takes longer. */
const MAX_REFUSED = 65_536;
/** A longer INVITE is no example, bytes. */
const MAX_BYTES = 8192;

/** Where the id of the call will stand when the report is put together. */
interface Mark {
  readonly id: string;
}

/** The INVITE of a call that worked. */
export interface WorkedInvite {
  /** Its number among the attempts. */
  readonly attempt: number;
  /** A copy of the message, and its hop. */
  readonly bytes: Uint8Array;
  readonly sender: Endpoint;
  readonly receiver: Endpoint;
  /** Of its From tag, as in the records of messages. */
  readonly hash: number;
  readonly mark: Mark;
}

interface Way {
  readonly order: number;
  readonly invites: WorkedInvite[];
}

/**
 * A bounded sample of INVITEs of calls that worked, which affected calls are held against. What stays is decided by hashes
 * of From tags and of the ways' texts, the smallest ones: an even sample over the whole time, and the same one in
 * whatever order the sources are read. (Only where a dimension has more than 16,384 values does that order show.)
 */
export class WorkedInvites {
  readonly #attempts: Attempts;
  readonly #ways = new Map<number, Way>();
  readonly #refused = new Set<number>();
  /** What the ways of these keys are; emptied when one of them is refused. */
  readonly #recentKeys = new Float64Array(RECENT).fill(-1);
  readonly #recent: (Way | null)[] = [];
  /** Ways with this order or above have been refused. */
  #limit = Infinity;

  constructor(attempts: Attempts) {
    this.#attempts = attempts;
  }

  /** Whether an INVITE of so many bytes would be kept; `hash` as in `WorkedInvite`. */
  wants(attempt: number, hash: number, length: number): boolean {
    if (length > MAX_BYTES) return false;
    const way = this.#wayOf(attempt);
    if (way === null) return false;
    const last = way.invites.length < OF_A_WAY ? undefined : way.invites.at(-1);
    return last === undefined || this.#compare(hash, attempt, last) < 0;
  }

  /** Keeps what it `wants`; the bytes are copied. */
  keep(invite: WorkedInvite): void {
    const way = this.#wayOf(invite.attempt);
    if (way === null) return;
    const { invites } = way;
    const { hash, attempt } = invite;
    let at = invites.length;
    while (at > 0 && this.#compare(hash, attempt, invites[at - 1] as WorkedInvite) < 0) at -= 1;
    invites.splice(at, 0, { ...invite, bytes: invite.bytes.slice() });
    if (invites.length > OF_A_WAY) invites.pop();
  }

  all(): WorkedInvite[] {
    return [...this.#ways.values()].flatMap(({ invites }) => invites);
  }

  #compare(hash: number, attempt: number, other: WorkedInvite): number {
    const { starts } = this.#attempts;
    return hash - other.hash || (starts[attempt] as number) - (starts[other.attempt] as number);
  }

  /** Null for a way that there is no room for. */
  #wayOf(attempt: number): Way | null {
    const attempts = this.#attempts;
    const source = attempts.column('source')[attempt] as number;
    const destination = attempts.column('destination')[attempt] as number;
    const userAgent = attempts.column('userAgent')[attempt] as number;
    const key = (source * 32_768 + destination) * 32_768 + userAgent;
    const slot = (source ^ (destination << 5) ^ (userAgent << 7)) & (RECENT - 1);
    if (this.#recentKeys[slot] === key) return this.#recent[slot] ?? null;
    const way = this.#ways.get(key) ?? this.#newWay(key, source, destination, userAgent);
    this.#recentKeys[slot] = key;
    this.#recent[slot] = way;
    return way;
  }

  #newWay(key: number, source: number, destination: number, userAgent: number): Way | null {
    if (this.#refused.has(key)) return null;
    const attempts = this.#attempts;
    const { addresses, userAgents } = attempts.values;
    const texts = [addresses.text(source), addresses.text(destination), userAgents.text(userAgent)];
    const order = textHash(texts.join(' '));
    const way: Way = { order, invites: [] };
    this.#ways.set(key, way);
    if (order >= this.#limit) this.#refuse(key, order);
    else if (this.#ways.size > MAX_WAYS) this.#dropLast();
    return order < this.#limit ? way : null;
  }

  #dropLast(): void {
    let last: [number, Way] | null = null;
    for (const [key, way] of this.#ways) {
      if (last === null || way.order > last[1].order) last = [key, way];
    }
    if (last === null) return;
    this.#refuse(last[0], last[1].order);
  }

  #refuse(key: number, order: number): void {
    this.#ways.delete(key);
    if (this.#refused.size < MAX_REFUSED) this.#refused.add(key);
    this.#limit = Math.min(this.#limit, order);
    this.#recentKeys.fill(-1);
  }
}

/** FNV-1a over the characters, 32 bits, unsigned. */
function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
