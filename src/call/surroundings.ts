import type { Endpoint } from '../model/packet.ts';
import type { Collector } from './collect.ts';
import { judge } from './judge.ts';
import { Peer } from './peers.ts';
import type { Call, Surroundings } from './types.ts';

/** What the collected messages say about the capture as a whole. */
export class CollectedSurroundings implements Surroundings {
  captureStart = Number.NaN;
  captureEnd = Number.NaN;
  readonly #collector: Collector;

  constructor(collector: Collector) {
    this.#collector = collector;
  }

  /** Widens the horizon: the capture was on at these moments (µs). */
  covers(first: number, last: number): void {
    if (!(first >= this.captureStart)) this.captureStart = first;
    if (!(last <= this.captureEnd)) this.captureEnd = last;
  }

  sawDirection(from: Endpoint, to: Endpoint): boolean {
    return from instanceof Peer && to instanceof Peer && from.sentTo.has(to);
  }

  sawReceiver(address: string): boolean {
    return this.#collector.receivers.has(address);
  }

  otherCallsSentBy(address: string, exceptCallId: string): number {
    return this.#collector.population.otherCallsSentBy(address, exceptCallId);
  }

  correlatedLegs(call: Call, address: string, from: number, until: number): readonly Call[] {
    const request = call.invite?.request;
    if (!request) return [];
    const callIds = this.#collector.population.legsFrom(address, request, from, until);
    return callIds.flatMap((callId) => {
      const conversation = this.#collector.conversations.get(callId);
      if (conversation === undefined || conversation.count === 0) return [];
      return judge(this.#collector.messagesOf(conversation), this).filter(
        (leg) => leg.kind === 'call',
      );
    });
  }

  quickRefusals(caller: string): { readonly refusals: number; readonly callees: number } {
    return this.#collector.population.quickRefusals(caller);
  }
}
