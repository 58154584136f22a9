import { copyOf } from '../../capture/bytes.ts';
import type { Cursor } from '../cursor.ts';

/** A segment that came before its turn. */
export interface HeldSegment {
  readonly sequence: number;
  readonly bytes: Uint8Array;
  /** Length on the wire; more than `bytes` when the segment was cut by the snap length. */
  readonly length: number;
  readonly time: number;
  readonly frame: number;
  readonly offset: number;
  readonly ipId: number;
  readonly ttl: number;
}

/** Distance from `a` to `b` in sequence space, negative when `b` is before `a` (RFC 9293 §3.4). */
export function distance(a: number, b: number): number {
  return (b - a) | 0;
}

/** Segments waiting for what comes before them, in sequence order. */
export class SegmentQueue {
  bytes = 0;
  readonly #segments: HeldSegment[] = [];

  get size(): number {
    return this.#segments.length;
  }

  first(): HeldSegment | undefined {
    return this.#segments[0];
  }

  take(): HeldSegment | undefined {
    const segment = this.#segments.shift();
    if (segment !== undefined) this.bytes -= segment.bytes.length;
    // Most streams never hold a segment again: let go of the array's room too.
    if (this.#segments.length === 0) this.#segments.length = 0;
    return segment;
  }

  hold(cursor: Cursor, sequence: number): void {
    const segment: HeldSegment = {
      sequence,
      bytes: copyOf(cursor.bytes, cursor.start, cursor.end),
      length: cursor.wireEnd - cursor.start,
      time: cursor.time,
      frame: cursor.frame,
      offset: cursor.base + cursor.start,
      ipId: cursor.ipId,
      ttl: cursor.ttl,
    };
    let at = this.#segments.length;
    while (at > 0 && distance(this.#segments[at - 1]!.sequence, sequence) < 0) at -= 1;
    if (at === this.#segments.length) this.#segments.push(segment);
    else this.#segments.splice(at, 0, segment);
    this.bytes += segment.bytes.length;
  }

  /** Sequence number after the last of them; undefined when there are none. */
  end(): number | undefined {
    const last = this.#segments.at(-1);
    return last === undefined ? undefined : (last.sequence + last.length) >>> 0;
  }

  clear(): void {
    this.#segments.length = 0;
    this.bytes = 0;
  }
}
