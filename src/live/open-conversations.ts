import type { Tale } from './telling.ts';

/** How long an unanswered set-up and an answered call may rest before they are let go without their end, µs. */
const LONGEST_SETUP = 3600e6;
const LONGEST_CALL = 14_400e6;
/** Open conversations, and bytes of their messages; beyond, those that rest longest are let go. */
const MAX_OPEN = 50_000;
const MAX_BYTES = 128 << 20;
/** What is let go at a time: choosing costs a look at all of them. */
const SHARE = 0.1;
/** After a second at the earliest, and then ever more seldom, is looked again what time alone has changed, µs. */
const SOONEST = 1_000_000;
const SETUP_STEPS = 16;
const CALL_STEPS = 4;

/** What is remembered of a conversation while it is open. */
export interface Open {
  /** Number of the source of its last message. */
  source: number;
  /** When that was, and when it is looked at again, µs by the clock of the source. */
  last: number;
  due: number;
  bytes: number;
  answered: boolean;
  /** By the beginning of each call in it. */
  readonly tales: Map<string, Tale>;
}

/** The conversations that are not over, by their ids. */
export class OpenConversations {
  /** Let go for want of room, before they were over. */
  crowdedOut = 0;
  bytes = 0;
  readonly #all = new Map<number, Open>();

  get size(): number {
    return this.#all.size;
  }

  get(id: number): Open | undefined {
    return this.#all.get(id);
  }

  ids(): Iterable<number> {
    return this.#all.keys();
  }

  /** What is due by the clock of its source (µs). */
  due(clockOf: (source: number) => number): number[] {
    const due: number[] = [];
    for (const [id, open] of this.#all) if (open.due <= clockOf(open.source)) due.push(id);
    return due;
  }

  /** The conversation stands like this at `clock`. */
  put(id: number, state: Omit<Open, 'due' | 'tales'>, clock: number): void {
    const tales = this.#all.get(id)?.tales ?? new Map<string, Tale>();
    this.bytes += state.bytes - (this.#all.get(id)?.bytes ?? 0);
    const rests = clock - state.last;
    const step = rests / (state.answered ? CALL_STEPS : SETUP_STEPS);
    const due = clock + Math.max(state.answered ? 2 * SOONEST : SOONEST, step);
    this.#all.set(id, { ...state, due, tales });
  }

  /** Whether it has rested so long that nobody waits for its end any more. */
  isForgotten({ last, answered }: Pick<Open, 'last' | 'answered'>, clock: number): boolean {
    return clock - last > (answered ? LONGEST_CALL : LONGEST_SETUP);
  }

  delete(id: number): void {
    this.bytes -= this.#all.get(id)?.bytes ?? 0;
    this.#all.delete(id);
  }

  /** Those that have to go because there are too many; most of the time none. */
  surplus(): number[] {
    if (this.#all.size <= MAX_OPEN && this.bytes <= MAX_BYTES) return [];
    const byRest = [...this.#all].sort(([, a], [, b]) => a.last - b.last);
    const gone: number[] = [];
    let bytes = 0;
    for (const [id, open] of byRest) {
      const isEnough =
        this.#all.size - gone.length <= MAX_OPEN * (1 - SHARE) &&
        this.bytes - bytes <= MAX_BYTES * (1 - SHARE);
      if (isEnough) break;
      gone.push(id);
      bytes += open.bytes;
    }
    this.crowdedOut += gone.length;
    return gone;
  }

  /** The conversations have other ids and sources now. */
  renumber(ids: ReadonlyMap<number, number>, sourceOf: (source: number) => number): void {
    const before = [...this.#all];
    this.#all.clear();
    this.bytes = 0;
    for (const [id, open] of before) {
      const to = ids.get(id);
      if (to === undefined) continue;
      this.#all.set(to, { ...open, source: sourceOf(open.source) });
      this.bytes += open.bytes;
    }
  }
}
