import { begunAt } from '../call/exchanges.ts';
import type { OtherConversation, Try } from '../call/types.ts';
import type { RegistrationKpis } from '../model/kpis.ts';
import { delaysOf } from './delays.ts';
import { percent } from './kpi-counts.ts';
import { milliseconds } from './time.ts';

/** A REGISTER without a final response has failed by then (Timer F), µs. */
const TIMER_F = 32_000_000;
/** What is no failure although it is a 4xx (RFC 6076 §4.2). */
const NO_FAILURE: ReadonlySet<number> = new Set([401, 402, 407]);

/** Registration request delay and ineffective registration attempts (RFC 6076 §4.1–4.2). */
export class RegistrationCounts {
  #attempts = 0;
  #excluded = 0;
  #failed = 0;
  readonly #rrdMs: number[] = [];

  add({ tries, outcome }: OtherConversation): void {
    for (const [at, one] of tries.entries()) {
      const { final } = one;
      if (
        outcome === 'scan-or-attack' ||
        (final === null && !isOver(one, tries[at + 1], outcome))
      ) {
        this.#excluded += 1;
        continue;
      }
      this.#attempts += 1;
      if (final === null || (final.status >= 400 && !NO_FAILURE.has(final.status))) {
        this.#failed += 1;
      }
      if (final === null || final.status >= 300) continue;
      const delay = milliseconds(begunAt(one), final.time);
      // Without its request there is nothing to measure from.
      if (delay !== null && one.exchanges[0]?.request) this.#rrdMs.push(delay);
    }
  }

  kpis(): RegistrationKpis {
    return {
      attempts: this.#attempts,
      excluded: this.#excluded,
      ira: percent(this.#failed, this.#attempts),
      rrd: delaysOf(this.#rrdMs),
    };
  }
}

/** Nothing is to be expected for it any more. */
function isOver(one: Try, next: Try | undefined, outcome: OtherConversation['outcome']): boolean {
  return next === undefined ? outcome === 'unanswered' : begunAt(next) - begunAt(one) >= TIMER_F;
}
