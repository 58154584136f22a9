import { COLON, SEMICOLON } from '../sip/bytes.ts';
import type { Message } from '../sip/message.ts';
import { Registrations } from './registrations.ts';

/** Characters of the called user that must agree for two legs to be one call. */
const COMPARED_CHARACTERS = 8;
const AT = 64;
const SPACE = 32;

/** The initial INVITEs that left one address, as columns: there is one entry for every call of a busy trunk. */
class SentInvites {
  /** Ids of their conversations. */
  readonly calls: number[] = [];
  /** µs */
  readonly times: number[] = [];
  /** Hash of the called user's last characters. */
  readonly called: number[] = [];
  /** Addresses that they went to. */
  readonly #receivers: string[] = [];
  /** The calls by receiver, and the entries by time; made when a rule first asks, dropped by the next INVITE. */
  #byReceiver: ReadonlyMap<string, ReadonlySet<number>> | null = null;
  #byTime: readonly number[] | null = null;

  add(call: number, time: number, called: number, receiver: string): void {
    this.calls.push(call);
    this.#receivers.push(receiver);
    this.times.push(time);
    this.called.push(called);
    this.#byReceiver = null;
    this.#byTime = null;
  }

  /** Distinct calls without this one and without those that went to `receiver`. */
  callsBut(call: number, receiver: string): number {
    this.#byReceiver ??= this.#groupByReceiver();
    let calls = 0;
    for (const [to, theirs] of this.#byReceiver) {
      if (to !== receiver) calls += theirs.size - (theirs.has(call) ? 1 : 0);
    }
    return calls;
  }

  #groupByReceiver(): Map<string, Set<number>> {
    const groups = new Map<string, Set<number>>();
    for (const [index, receiver] of this.#receivers.entries()) {
      const call = this.calls[index] as number;
      const group = groups.get(receiver);
      if (group === undefined) groups.set(receiver, new Set([call]));
      else group.add(call);
    }
    return groups;
  }

  /** Indexes of the entries in [from, until], oldest first. */
  *between(from: number, until: number): Iterable<number> {
    const { times } = this;
    this.#byTime ??= times
      .map((_, index) => index)
      .sort((a, b) => timeAt(times, a) - timeAt(times, b));
    const byTime = this.#byTime;
    let low = 0;
    let high = byTime.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (timeAt(times, byTime[middle]) < from) low = middle + 1;
      else high = middle;
    }
    for (; low < byTime.length && timeAt(times, byTime[low]) <= until; low += 1) {
      yield byTime[low] as number;
    }
  }
}

function timeAt(times: readonly number[], index: number | undefined): number {
  return times[index as number] as number;
}

interface Refusals {
  count: number;
  readonly callees: Set<string>;
}

/** Where the first line of a request stands. */
type StartLine = Pick<Message, 'bytes' | 'start' | 'lineEnd'>;

/** What the capture as a whole knows, beyond one conversation. */
export class Population {
  readonly registrations = new Registrations();
  readonly #sentBy = new Map<string, SentInvites>();
  readonly #refusalsByCaller = new Map<string, Refusals>();

  /** Notes who sent an initial INVITE to which user. */
  sawInvite(
    message: StartLine & Pick<Message, 'time' | 'sender' | 'receiver'>,
    call: number,
  ): void {
    const { address } = message.sender;
    let sent = this.#sentBy.get(address);
    if (sent === undefined) this.#sentBy.set(address, (sent = new SentInvites()));
    // Copies and re-sends follow their first sighting closely: one look back keeps the list to one entry a call.
    if (sent.calls.at(-1) !== call) {
      sent.add(call, message.time, calledKey(message), message.receiver.address);
    }
  }

  sawQuickRefusal(caller: string, callee: string): void {
    let refusals = this.#refusalsByCaller.get(caller);
    if (refusals === undefined) {
      this.#refusalsByCaller.set(caller, (refusals = { count: 0, callees: new Set() }));
    }
    refusals.count += 1;
    refusals.callees.add(callee);
  }

  quickRefusals(caller: string): { refusals: number; callees: number } {
    const refusals = this.#refusalsByCaller.get(caller);
    return { refusals: refusals?.count ?? 0, callees: refusals?.callees.size ?? 0 };
  }

  /** Calls that left `address` for somebody else than `notTo`, this one left out. */
  otherCallsSentBy(address: string, except: number, notTo: string): number {
    return this.#sentBy.get(address)?.callsBut(except, notTo) ?? 0;
  }

  /** Conversations besides `own` to the same user (that of an INVITE, or by name) that left `address` in the window (µs). */
  legsFrom(
    address: string,
    own: number,
    user: Message | string,
    from: number,
    until: number,
  ): number[] {
    const called = typeof user === 'string' ? keyOfUser(user) : calledKey(user);
    const sent = this.#sentBy.get(address);
    if (called === NOBODY || sent === undefined) return [];
    const calls = new Set<number>();
    for (const index of sent.between(from, until)) {
      const call = sent.calls[index] as number;
      if (call !== own && sent.called[index] === called) calls.add(call);
    }
    return [...calls];
  }
}

/** No user part in the Request-URI. */
const NOBODY = 0;

/** The same for a user part by itself. */
function keyOfUser(user: string): number {
  let hash = NOBODY;
  for (let at = Math.max(0, user.length - COMPARED_CHARACTERS); at < user.length; at += 1) {
    hash = (Math.imul(hash, 31) + user.charCodeAt(at)) | 0;
  }
  return hash;
}

/** Hash of the last characters of the Request-URI's user: numbers keep their national part whatever prefix a hop adds. */
function calledKey(invite: StartLine): number {
  const { bytes, lineEnd } = invite;
  let at = invite.start;
  while (at < lineEnd && bytes[at] !== SPACE) at += 1;
  while (at < lineEnd && bytes[at] !== COLON) at += 1;
  const userAt = at + 1;
  let end = userAt;
  while (end < lineEnd) {
    const byte = bytes[end] as number;
    if (byte === AT || byte === SEMICOLON || byte === SPACE) break;
    end += 1;
  }
  let hash = NOBODY;
  for (at = Math.max(userAt, end - COMPARED_CHARACTERS); at < end; at += 1) {
    hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0;
  }
  return hash;
}
