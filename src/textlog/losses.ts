import { hit, type UnreadReason, type UnreadTally } from '../model/unread.ts';
import type { Row } from './row.ts';

/** Counters that are followed; one a device. */
const MAX_COUNTERS = 64;
/** A longer gap is another stretch of time, or the device started anew. */
const MAX_GAP = 100_000;
/** A row so little behind the highest number came late: it was not lost. */
const MAX_LATE = 64;

interface Counter {
  value: number;
  line: number;
  lost: number;
}

/**
 * Counts the rows that are missing by the numbers a log gives its rows. Rows that were passed over unread may have been numbered too: only
 * what they cannot account for is lost.
 */
export class Losses {
  readonly #counters = new Map<string, Counter>();
  readonly #reason: UnreadReason;

  constructor(unread: UnreadTally) {
    this.#reason = unread.reason('text-rows-lost');
  }

  see(serial: { readonly value: number; readonly of: string }, { line, offset }: Row): void {
    const counter = this.#counters.get(serial.of);
    if (counter === undefined) {
      if (this.#counters.size >= MAX_COUNTERS) this.#counters.clear();
      this.#counters.set(serial.of, { value: serial.value, line, lost: 0 });
      return;
    }
    const step = serial.value - counter.value;
    if (step < 0 && step > -MAX_LATE) {
      if (counter.lost === 0) return;
      counter.lost -= 1;
      this.#reason.count -= 1;
      return;
    }
    const lost = step - (line - counter.line);
    if (step > 0 && step < MAX_GAP && lost > 0) {
      hit(this.#reason, line, offset);
      this.#reason.count += lost - 1;
      counter.lost += lost;
    }
    counter.value = serial.value;
    counter.line = line;
  }
}
