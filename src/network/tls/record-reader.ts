import { u16be } from '../../capture/bytes.ts';
import { CONTENT, MAX_FRAGMENT, type TlsRecord } from './protection.ts';

const HEADER = 5;

/** Whether the bytes begin like a record, as far as they go (RFC 8446 §5.1). */
export function looksLikeRecord(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  if (length > 0 && (bytes[start]! < 20 || bytes[start]! > 23)) return false;
  if (length > 1 && bytes[start + 1] !== 3) return false;
  if (length > 2 && bytes[start + 2]! > 4) return false;
  if (length < HEADER) return true;
  const size = u16be(bytes, start + 3);
  if (bytes[start] === CONTENT.changeCipherSpec && size !== 1) return false;
  return size > 0 && size <= MAX_FRAGMENT;
}

/** Cuts one direction into records. */
export class RecordReader {
  #held = new Uint8Array(0);
  #length = 0;
  /** Bytes of the current record that were lost and are passed over. */
  #skip = 0;
  /** The next record has to be searched for. */
  #lost: boolean;

  /** `inside`: the first bytes may be the middle of a record. */
  constructor(inside: boolean) {
    this.#lost = inside;
  }

  /** Bytes of memory in use. */
  get held(): number {
    return this.#held.length;
  }

  /** Takes the next bytes; false when what comes next is no record. `found` may say false: stop. */
  push(
    bytes: Uint8Array,
    start: number,
    end: number,
    found: (record: TlsRecord) => boolean,
  ): boolean {
    let from = start + Math.min(this.#skip, end - start);
    this.#skip -= from - start;
    if (this.#length > 0) {
      this.#append(bytes, from, end);
      [bytes, from, end] = [this.#held, 0, this.#length];
    }
    const rest = this.#cut(bytes, from, end, found);
    if (rest < 0) return false;
    if (bytes === this.#held) {
      this.#held.copyWithin(0, rest, end);
      this.#length = end - rest;
    } else if (rest < end) this.#append(bytes, rest, end);
    if (this.#length === 0) this.#held = new Uint8Array(0);
    return true;
  }

  /**
   * `length` bytes are missing. The record that they belong to is lost; where it ended before the hole did, the next one
   * is found by its looks.
   */
  gap(length: number): void {
    const open = this.#length >= HEADER ? HEADER + u16be(this.#held, 3) - this.#length : 0;
    const missing = this.#skip > 0 ? this.#skip : open;
    this.clear();
    if (missing >= length) this.#skip = missing - length;
    else this.#lost = true;
  }

  clear(): void {
    this.#held = new Uint8Array(0);
    this.#length = 0;
    this.#skip = 0;
  }

  /** Returns where the incomplete record begins, or -1. */
  #cut(
    bytes: Uint8Array,
    start: number,
    end: number,
    found: (record: TlsRecord) => boolean,
  ): number {
    let at = start;
    while (at < end) {
      if (!looksLikeRecord(bytes, at, end)) {
        if (!this.#lost) return -1;
        at += 1;
        continue;
      }
      if (end - at < HEADER) return at;
      this.#lost = false;
      const next = at + HEADER + u16be(bytes, at + 3);
      if (next > end) return at;
      const version = u16be(bytes, at + 1);
      const more = found({ type: bytes[at]!, version, bytes, start: at + HEADER, end: next });
      if (!more) return end;
      at = next;
    }
    return at;
  }

  /** Memory grows with what has come, not with what a header promises. */
  #append(bytes: Uint8Array, start: number, end: number): void {
    const length = this.#length + end - start;
    if (length > this.#held.length) {
      const larger = new Uint8Array(Math.max(length, 2 * this.#held.length));
      larger.set(this.#held.subarray(0, this.#length));
      this.#held = larger;
    }
    this.#held.set(bytes.subarray(start, end), this.#length);
    this.#length = length;
  }
}
