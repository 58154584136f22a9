import type { Endpoint } from '../model/packet.ts';
import type { TimeSpan } from '../model/time-span.ts';
import type { Collector } from './collect.ts';
import { judge } from './judge.ts';
import { NONE } from './store.ts';
import { Peer } from './peers.ts';
import type { Registrations } from './registrations.ts';
import { type Span, stretchesOf } from './stretches.ts';
import type { Call, CorrelatedLegs, Surroundings } from './types.ts';
import { NO_LEGS, withoutLegs } from './without-legs.ts';

/** Legs that are judged for one question: none, one, or several is all that matters. */
const MAX_LEGS = 3;

/** What the collected messages say about the capture as a whole. */
export class CollectedSurroundings implements Surroundings {
  captureStart = Number.NaN;
  captureEnd = Number.NaN;
  readonly #spans = new Map<number, readonly Span[]>();
  /** Worked out when it is asked for; null: something has changed since. */
  #stretches: ReadonlyMap<Span, TimeSpan> | null = null;
  readonly #collector: Collector;

  constructor(collector: Collector) {
    this.#collector = collector;
  }

  /** When a source was on. */
  covers(source: number, times: readonly TimeSpan[]): void {
    const addresses = this.#collector.seenIn(source);
    const spans = times.map(({ first, last }) => ({ source, first, last, addresses }));
    this.#spans.set(source, spans);
    this.#stretches = null;
  }

  /**
   * Start and end of the capture become those of the stretch in which the source was on at `time`; `until`: what comes later
   * does not matter (µs).
   */
  focus(source: number, time: number, until = Number.POSITIVE_INFINITY): void {
    const stretch = this.#stretchAt(source, time);
    this.captureStart = stretch?.first ?? Number.NaN;
    this.captureEnd = Math.min(stretch?.last ?? Number.NaN, until);
  }

  get registrations(): Registrations {
    return this.#collector.population.registrations;
  }

  stretchEnd(source: number, time: number): number {
    return this.#stretchAt(source, time)?.last ?? Number.NaN;
  }

  #stretchAt(source: number, time: number): TimeSpan | undefined {
    const spans = this.#spans.get(source) ?? [];
    const own = spans.find(({ first, last }) => time >= first && time <= last) ?? spans.at(-1);
    this.#stretches ??= stretchesOf([...this.#spans.values()].flat());
    return own && this.#stretches.get(own);
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

  correlatedLegs(
    call: Call,
    address: string,
    from: number,
    until: number,
    user?: string,
  ): CorrelatedLegs {
    const called = user ?? call.invite?.request;
    if (!called) return NO_LEGS;
    const { conversations, population } = this.#collector;
    const own = conversations.get(call.callId)?.id ?? NONE;
    const legs = population.legsFrom(address, own, called, from, until);
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
