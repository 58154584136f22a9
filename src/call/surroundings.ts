import type { Endpoint } from '../model/packet.ts';
import type { Collector } from './collect.ts';
import { judge } from './judge.ts';
import { NONE } from './store.ts';
import { Peer } from './peers.ts';
import type { Registrations } from './registrations.ts';
import type { Call, CorrelatedLegs, Surroundings } from './types.ts';
import { NO_LEGS, withoutLegs } from './without-legs.ts';

/** Sources with less than this between them are one capture (files of a rotation on a quiet link), µs. */
const SAME_STRETCH = 30_000_000;
/** Legs that are judged for one question: none, one, or several is all that matters. */
const MAX_LEGS = 3;

interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** What the collected messages say about the capture as a whole. */
export class CollectedSurroundings implements Surroundings {
  captureStart = Number.NaN;
  captureEnd = Number.NaN;
  #stretches: readonly Stretch[] = [];
  readonly #collector: Collector;

  constructor(collector: Collector) {
    this.#collector = collector;
  }

  /** The capture was on from `first` to `last` (µs); what is told apart by a long gap is another stretch of capture. */
  covers(first: number, last: number): void {
    const merged = { first, last };
    const apart: Stretch[] = [];
    for (const stretch of this.#stretches) {
      if (
        stretch.last < merged.first - SAME_STRETCH ||
        stretch.first > merged.last + SAME_STRETCH
      ) {
        apart.push(stretch);
        continue;
      }
      merged.first = Math.min(merged.first, stretch.first);
      merged.last = Math.max(merged.last, stretch.last);
    }
    this.#stretches = [...apart, merged];
    this.focus(last);
  }

  /** Start and end of the capture become those of the stretch that was on at `time`; `until`: what comes later does not matter (µs). */
  focus(time: number, until = Number.POSITIVE_INFINITY): void {
    const stretch = this.#stretchAt(time) ?? this.#stretches.at(-1);
    this.captureStart = stretch?.first ?? Number.NaN;
    this.captureEnd = Math.min(stretch?.last ?? Number.NaN, until);
  }

  get registrations(): Registrations {
    return this.#collector.population.registrations;
  }

  stretchEnd(time: number): number {
    return this.#stretchAt(time)?.last ?? Number.NaN;
  }

  #stretchAt(time: number): Stretch | undefined {
    return this.#stretches.find(({ first, last }) => time >= first && time <= last);
  }

  sawDirection(from: Endpoint, to: Endpoint): boolean {
    if (!(from instanceof Peer) || !(to instanceof Peer)) return false;
    return from.sentTo.has(to) && from.lostTo?.has(to) !== true;
  }

  sawReceiver(address: string): boolean {
    return this.#collector.receivers.has(address);
  }

  otherCallsSentBy(address: string, exceptCallId: string, notTo: string): number {
    const { conversations, population } = this.#collector;
    const except = conversations.get(exceptCallId)?.id ?? NONE;
    return population.otherCallsSentBy(address, except, notTo);
  }

  correlatedLegs(call: Call, address: string, from: number, until: number): CorrelatedLegs {
    const request = call.invite?.request;
    if (!request) return NO_LEGS;
    const { conversations, population } = this.#collector;
    const own = conversations.get(call.callId)?.id ?? NONE;
    const legs = population.legsFrom(address, own, request, from, until);
    const calls = legs.slice(0, MAX_LEGS).flatMap((id) => {
      const conversation = conversations.at(id);
      if (conversation.count === 0) return [];
      return judge(this.#collector.messagesOf(conversation), withoutLegs(this)).filter(
        (leg) => leg.kind === 'call',
      );
    });
    return { seen: legs.length, calls };
  }

  quickRefusals(caller: string): { readonly refusals: number; readonly callees: number } {
    return this.#collector.population.quickRefusals(caller);
  }
}
