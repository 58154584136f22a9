import type { TimeSpan } from '../model/time-span.ts';
import { Pace } from './pace.ts';

/** A silence that goes on for longer proves nothing more: whoever writes the source may be gone, µs. */
export const LONGEST_QUIET = 300_000_000;
/** One look adds no more than this: the machine may have slept between two, µs. */
const LONGEST_LOOK = 5_000_000;

/**
 * How far a followed source is known to have gone on. While it is written as things happen, time in which nothing comes passes for the
 * source as well; of any other source only its own times count.
 */
export class SourceHorizon {
  readonly #pace = new Pace();
  #last = Number.NaN;
  /** When it was looked at last, by the clock of this machine, µs. */
  #looked = Number.NaN;
  /** How long nothing came, µs. */
  #quiet = 0;

  /** What came until `now` was read; `last`: the latest time in the source, `bytes`: its size. */
  moved(now: number, last: number, bytes: number): void {
    if (last === this.#last) {
      // A log's rows without a message: it is written, and no message is in it.
      this.#pace.ends(bytes);
      this.waited(now);
      return;
    }
    this.#last = last;
    this.#pace.add(now, last, bytes);
    this.#looked = now;
    this.#quiet = 0;
  }

  /** It was seen at `now` that nothing more had come. */
  waited(now: number): void {
    const since = now - this.#looked;
    if (!(since > 0)) return;
    this.#looked = now;
    this.#quiet = Math.min(LONGEST_QUIET, this.#quiet + Math.min(since, LONGEST_LOOK));
  }

  /** Nothing has come for so long that its silence proves nothing any more. */
  get isStalled(): boolean {
    return this.#quiet >= LONGEST_QUIET;
  }

  /** When the source was on: `times`, and the stretch that came last goes on for as long as silence is proven. */
  covers(times: readonly TimeSpan[]): readonly TimeSpan[] {
    const last = times.at(-1);
    const proven = this.#pace.isLive ? this.#quiet - this.#pace.jitter : 0;
    if (last === undefined || proven <= 0) return times;
    return [...times.slice(0, -1), { first: last.first, last: last.last + proven }];
  }
}
