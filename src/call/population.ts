import { COLON, latin1 } from '../sip/bytes.ts';
import type { Message } from '../sip/message.ts';

/** Characters of the called user that must agree for two legs to be one call. */
const COMPARED_CHARACTERS = 8;
const AT = 64;
const SEMICOLON = 59;
const SPACE = 32;

/** An initial INVITE that left an address: enough to find the other leg of a call through a B2BUA. */
export interface InviteSighting {
  readonly callId: string;
  /** µs */
  readonly time: number;
  readonly called: string;
}

interface SenderIndex {
  readonly byTime: readonly InviteSighting[];
  readonly callIds: ReadonlySet<string>;
}

interface Refusals {
  count: number;
  readonly callees: Set<string>;
}

/** What the capture as a whole knows, beyond one conversation. */
export class Population {
  readonly #invitesBySender = new Map<string, InviteSighting[]>();
  /** The same, sorted by time with the distinct Call-IDs; made when a rule first asks, dropped by the next INVITE. */
  readonly #indexBySender = new Map<string, SenderIndex>();
  readonly #refusalsByCaller = new Map<string, Refusals>();

  /** Notes who sent an initial INVITE to which user. */
  sawInvite(message: Message, callId: string): void {
    const { address } = message.sender;
    let sightings = this.#invitesBySender.get(address);
    if (sightings === undefined) this.#invitesBySender.set(address, (sightings = []));
    // Copies and re-sends follow their first sighting closely: one look back keeps the list to one entry a call.
    const previous = sightings.at(-1);
    if (previous?.callId === callId) return;
    if (this.#indexBySender.size > 0) this.#indexBySender.delete(address);
    sightings.push({ callId, time: message.time, called: calledKey(message) });
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

  otherCallsSentBy(address: string, exceptCallId: string): number {
    const { callIds } = this.#index(address);
    return callIds.size - (callIds.has(exceptCallId) ? 1 : 0);
  }

  /** Call-IDs of other calls to the same user that left `address` in the window (µs). */
  legsFrom(address: string, message: Message, from: number, until: number): string[] {
    const called = calledKey(message);
    if (called === '') return [];
    const callIds = new Set<string>();
    const { byTime } = this.#index(address);
    for (let at = firstAtOrAfter(byTime, from); at < byTime.length; at += 1) {
      const sighting = byTime[at] as InviteSighting;
      if (sighting.time > until) break;
      if (sighting.callId !== message.callId && sighting.called === called) {
        callIds.add(sighting.callId);
      }
    }
    return [...callIds];
  }

  #index(address: string): SenderIndex {
    let index = this.#indexBySender.get(address);
    if (index === undefined) {
      const sightings = this.#invitesBySender.get(address) ?? [];
      index = {
        byTime: [...sightings].sort((a, b) => a.time - b.time),
        callIds: new Set(sightings.map(({ callId }) => callId)),
      };
      this.#indexBySender.set(address, index);
    }
    return index;
  }
}

/** Binary search for the first sighting at or after `time`. */
function firstAtOrAfter(byTime: readonly InviteSighting[], time: number): number {
  let low = 0;
  let high = byTime.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((byTime[middle] as InviteSighting).time < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Last characters of the Request-URI's user: numbers keep their national part whatever prefix a hop adds. */
export function calledKey(invite: Message): string {
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
  return end <= userAt ? '' : latin1(bytes, Math.max(userAt, end - COMPARED_CHARACTERS), end);
}
