import { copyOf, NO_BYTES } from '../../capture/bytes.ts';
import type { Cursor } from '../cursor.ts';
import type { FragmentLoss } from './fragment-sink.ts';

/** Separate runs of bytes kept for one datagram; more is no real fragmentation. */
const MAX_RUNS = 128;
/** Ranges named in a loss. */
const MAX_MISSING = 16;
const LARGEST_DATAGRAM = 65_535;
const FIRST_ALLOCATION = 4096;

/** The fragments of one datagram as far as they are known. */
export class FragmentSet {
  readonly firstFrame: number;
  readonly firstOffset: number;
  readonly time: number;
  protocol: number;
  /** The same datagram was put together before: what is missing here is no loss. */
  readonly repeat: boolean;
  /** The datagram was handed on; the set only remembers that. */
  done = false;
  /** It came in more separate pieces than are kept: nothing can be said of it. */
  overflowed = false;
  /** Buffer size, bytes. */
  held = 0;
  readonly #id: number;
  readonly #addresses: Uint8Array;
  readonly #addressLength: 4 | 16;
  #bytes: Uint8Array = NO_BYTES;
  #fragments = 0;
  /** Received byte ranges, sorted, apart from each other: from, to, from, to … */
  #runs: number[] = [];
  /** Ranges of fragments that were seen and not captured, as they came: from, to. */
  readonly #cut: [number, number][] = [];
  #total = Number.POSITIVE_INFINITY;

  constructor(cursor: Cursor, id: number, repeat: boolean) {
    this.firstFrame = cursor.frame;
    this.firstOffset = cursor.base + cursor.start;
    this.time = cursor.time;
    this.protocol = cursor.protocol;
    this.#id = id;
    this.repeat = repeat;
    this.#addressLength = cursor.addressLength;
    // Both addresses lie together in either header.
    this.#addresses = copyOf(
      cursor.addressBytes,
      cursor.sourceAt,
      cursor.sourceAt + 2 * cursor.addressLength,
    );
  }

  /** Takes the cursor's payload as bytes from `offset` on; false when it cannot belong. Bytes that came first win. */
  add(cursor: Cursor, offset: number, last: boolean): boolean {
    const end = offset + cursor.wireEnd - cursor.start;
    if (end > LARGEST_DATAGRAM) return false;
    if (this.#runs.length > 2 * MAX_RUNS) this.#overflow();
    if (this.overflowed) return true;
    this.#fragments += 1;
    if (last && end < this.#total) this.#total = end;
    if (offset === 0) this.protocol = cursor.protocol;
    const captured = offset + cursor.end - cursor.start;
    if (captured < end && this.#cut.length < MAX_RUNS) this.#cut.push([captured, end]);
    this.#copy(cursor, offset);
    return true;
  }

  get complete(): boolean {
    return this.#runs.length === 2 && this.#runs[0] === 0 && this.#runs[1]! >= this.#total;
  }

  /** The whole datagram; the set gives it away. */
  take(): Uint8Array {
    const whole = this.#bytes.subarray(0, this.#total);
    this.#bytes = NO_BYTES;
    this.#runs = [];
    this.held = 0;
    this.done = true;
    return whole;
  }

  #overflow(): void {
    this.overflowed = true;
    this.#bytes = NO_BYTES;
    this.#runs = [];
    this.held = 0;
  }

  /** All of it was seen, and cut by the snap length. */
  get wasCut(): boolean {
    return this.#cut.length > 0 && this.#missing().length === 0;
  }

  /** Something of a datagram was seen. */
  get hasBytes(): boolean {
    return this.#runs.length > 0;
  }

  /** Ranges of which nothing was seen. */
  #missing(): [number, number][] {
    const seen = [...this.#cut];
    for (let run = 0; run < this.#runs.length; run += 2) {
      seen.push([this.#runs[run]!, this.#runs[run + 1]!]);
    }
    const missing: [number, number][] = [];
    let at = 0;
    for (const [from, to] of seen.toSorted((a, b) => a[0] - b[0])) {
      if (from > at) missing.push([at, from]);
      at = Math.max(at, to);
    }
    if (at < this.#total) missing.push([at, this.#total]);
    return missing;
  }

  loss(): FragmentLoss {
    const hasFirst = this.#runs[0] === 0;
    return {
      addresses: this.#addresses,
      addressLength: this.#addressLength,
      protocol: this.protocol,
      id: this.#id,
      frame: this.firstFrame,
      offset: this.firstOffset,
      time: this.time,
      fragments: this.#fragments,
      missing: this.#missing().slice(0, MAX_MISSING),
      head: hasFirst ? copyOf(this.#bytes, 0, this.#runs[1]!) : NO_BYTES,
    };
  }

  /** Copies what is not there yet, run by run, and merges the new range in. */
  #copy(cursor: Cursor, offset: number): void {
    const end = offset + cursor.end - cursor.start;
    if (end <= offset) return;
    this.#reserve(end);
    const source = cursor.start - offset;
    const runs: number[] = [];
    let from = offset;
    let to = end;
    let at = offset;
    for (let run = 0; run < this.#runs.length; run += 2) {
      const runFrom = this.#runs[run]!;
      const runTo = this.#runs[run + 1]!;
      if (runTo < offset || runFrom > end) {
        runs.push(runFrom, runTo);
        continue;
      }
      if (at < runFrom) this.#set(cursor, source, at, runFrom);
      at = Math.max(at, runTo);
      from = Math.min(from, runFrom);
      to = Math.max(to, runTo);
    }
    if (at < end) this.#set(cursor, source, at, end);
    runs.push(from, to);
    this.#runs = runs.toSorted((a, b) => a - b);
  }

  #set(cursor: Cursor, source: number, from: number, to: number): void {
    this.#bytes.set(cursor.bytes.subarray(source + from, source + to), from);
  }

  #reserve(length: number): void {
    if (length <= this.#bytes.length) return;
    const size = Math.min(LARGEST_DATAGRAM, Math.max(FIRST_ALLOCATION, 2 * length));
    const bytes = new Uint8Array(size);
    bytes.set(this.#bytes);
    this.#bytes = bytes;
    this.held = size;
  }
}
