/** Arrivals that are remembered. */
const REMEMBERED = 16;
/** What is written as it happens arrives with nearly the same delay each time, µs. */
const STEADY = 10_000_000;
/** A delay that needs no second arrival to be believed: clocks of this machine, or set like it, µs. */
const PROMPT = 5_000_000;
/** Arrivals that are as far apart tell apart what is written now from what was copied at once, µs. */
const APART = 1_000_000;
/** Buffers of writers have a multiple of this size. */
const BLOCK = 4096;

/**
 * Whether a source is written as things happen, judged by the delay with which its times arrive. A file that is copied or was finished
 * long ago comes with another delay each time; a writer that holds back what does not fill its buffer leaves the file at a multiple of a
 * block (tcpdump without -U), and what it holds back may be just what seems to be missing.
 */
export class Pace {
  /** How late the arrivals were, and when they came, µs. */
  #delays: number[] = [];
  #first = Number.NaN;
  #latest = Number.NaN;
  #isWhole = false;

  /** The source has this size now. */
  ends(bytes: number): void {
    this.#isWhole = bytes % BLOCK !== 0;
  }

  add(now: number, last: number, bytes: number): void {
    this.ends(bytes);
    if (!Number.isFinite(last)) return;
    const delay = now - last;
    const before = this.#delays.at(-1);
    // A clock was set, or what was there before has been caught up with.
    if (before !== undefined && Math.abs(delay - before) > STEADY) this.#delays = [];
    if (this.#delays.length === 0) this.#first = now;
    this.#latest = now;
    this.#delays.push(delay);
    if (this.#delays.length > REMEMBERED) this.#delays.shift();
  }

  get isLive(): boolean {
    if (!this.#isWhole || this.#delays.length === 0) return false;
    if (this.#delays.every((delay) => Math.abs(delay) <= PROMPT)) return true;
    return this.#latest - this.#first >= APART && this.jitter <= STEADY;
  }

  /** By how much the delays differ: so late may still come what has happened already, µs. */
  get jitter(): number {
    if (this.#delays.length === 0) return 0;
    return Math.max(...this.#delays) - Math.min(...this.#delays);
  }
}
