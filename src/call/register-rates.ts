import type { Message } from '../sip/message.ts';
import { seen, type Seen } from './seen.ts';

const MINUTE = 60_000_000;
/** Minutes that are counted apart: two weeks. */
const MAX_MINUTES = 20_160;

/** Registrations of one minute. */
export interface Minute {
  /** µs */
  readonly start: number;
  count: number;
  readonly first: Seen;
}

/** How often registrations were tried, by minute; re-sends after a challenge are one try. */
export class RegisterRates {
  /** Tries in minutes beyond the bound. */
  left = 0;
  readonly #minutes = new Map<number, Minute>();

  add(request: Message): void {
    const minute = Math.floor(request.time / MINUTE);
    if (Number.isNaN(minute)) return;
    const known = this.#minutes.get(minute);
    if (known !== undefined) known.count += 1;
    else if (this.#minutes.size >= MAX_MINUTES) this.left += 1;
    else this.#minutes.set(minute, { start: minute * MINUTE, count: 1, first: seen(request) });
  }

  /** The busiest minute, and what is usual between the first and the last one, quiet minutes included; null when none was seen. */
  peak(): { readonly busiest: Minute; readonly median: number; readonly minutes: number } | null {
    const known = [...this.#minutes.values()];
    const [first] = known;
    if (first === undefined) return null;
    let busiest = first;
    let begin = first.start;
    let end = first.start;
    for (const minute of known) {
      if (minute.count > busiest.count) busiest = minute;
      begin = Math.min(begin, minute.start);
      end = Math.max(end, minute.start);
    }
    const minutes = (end - begin) / MINUTE + 1;
    const counts = known.map(({ count }) => count).sort((a, b) => b - a);
    return { busiest, median: counts[Math.floor((minutes - 1) / 2)] ?? 0, minutes };
  }
}

/** The same of one address of record: only its busiest minute is kept. */
export class OwnRate {
  peak = 0;
  /** The try that made the peak what it is. */
  at: Seen | null = null;
  #minute = Number.NaN;
  #count = 0;

  /** Tries come roughly in the order of their time; one that comes too late for its minute is not missed. */
  add(request: Message, worthKeeping: number): void {
    const minute = Math.floor(request.time / MINUTE);
    if (Number.isNaN(minute)) return;
    if (minute !== this.#minute) {
      this.#minute = minute;
      this.#count = 0;
    }
    this.#count += 1;
    if (this.#count <= this.peak) return;
    this.peak = this.#count;
    if (this.#count >= worthKeeping) this.at = seen(request);
  }
}
