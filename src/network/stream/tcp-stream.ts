import { copyOf } from '../../capture/bytes.ts';
import type { Cursor } from '../cursor.ts';
import { distance, SegmentQueue } from './segment-queue.ts';
import type { StreamEnd, StreamFlow, StreamSink } from './stream-sink.ts';

/** Bytes and segments held back for one stream before a hole is given up. */
const MAX_HELD_BYTES = 262_144;
const MAX_HELD_SEGMENTS = 256;
/** A hole that is not filled within this time is given up, µs. */
const PATIENCE = 3_000_000;
/** A stream whose SYN was not seen waits this long for segments that come before its first, µs, and for so many. */
const REORDERING = 100_000;
const MAX_REORDERED = 16;
/** Bytes between a SYN and the first segment that was captured before it, at most. */
const FARTHEST_SYN = 1_048_576;
/** Sequence numbers farther away than any window belong to another connection or to noise. */
const FARTHEST = 16_777_216;

/** One direction of a connection: puts segments in order and hands on runs of bytes. */
export class TcpStream implements StreamFlow {
  readonly id: number;
  readonly transport = 'tcp';
  readonly depth = 0;
  readonly addresses: Uint8Array;
  readonly addressLength: 4 | 16;
  readonly sourcePort: number;
  readonly destinationPort: number;
  readonly point: number;
  fromStart: boolean;
  opposite: TcpStream | undefined;
  retransmitted = 0;
  outOfOrder = 0;
  ignored = false;
  carriesSip = false;
  /** µs; when the stream was last moved to the young end of the table. */
  touched: number;
  closed = false;
  /** Copies of the SYN that asks for a connection; 0 when it was not seen. */
  syns = 0;
  /** The other side answered, or was evidently heard. */
  answered = false;
  /** Time of the last bytes in this direction, µs; NaN before the first. */
  lastData = Number.NaN;
  /** The bytes that are sent again at present: where they begin, when they were sent first and last, µs; null when none are. */
  again: { readonly sequence: number; readonly since: number; last: number } | null = null;
  /** Since when this end has no room for more from the other, µs; NaN while it has. */
  fullSince = Number.NaN;
  /** Where the stream was first seen. */
  readonly first: { readonly frame: number; readonly offset: number; readonly time: number };
  /** Sequence number of the SYN; of the first segment that was captured while that is not known. */
  initial: number;
  /** It is known where the stream begins: what is held goes on as soon as there is no hole before it. */
  settled: boolean;
  /** Sequence number of the first byte that is handed on. */
  #start: number;
  /** Sequence number of the next byte to hand on. */
  #next: number;
  /** Sequence number of the FIN, once seen. */
  #fin: number | undefined;
  readonly #queue = new SegmentQueue();
  readonly #sink: StreamSink;
  /** Shared by all streams: how held segments are handed on. */
  readonly #run: Cursor;

  constructor(
    sink: StreamSink,
    run: Cursor,
    id: number,
    cursor: Cursor,
    sequence: number,
    syn: boolean,
  ) {
    this.#sink = sink;
    this.#run = run;
    this.id = id;
    this.addressLength = cursor.addressLength;
    this.addresses = copyOf(
      cursor.addressBytes,
      cursor.sourceAt,
      cursor.sourceAt + 2 * cursor.addressLength,
    );
    this.sourcePort = cursor.sourcePort;
    this.destinationPort = cursor.destinationPort;
    this.point = cursor.point;
    this.fromStart = syn;
    this.touched = cursor.time;
    this.first = { frame: cursor.frame, offset: cursor.base + cursor.start, time: cursor.time };
    this.initial = sequence;
    this.settled = syn;
    this.#start = this.#next = (sequence + (syn ? 1 : 0)) >>> 0;
  }

  get heldBytes(): number {
    return this.#queue.bytes;
  }

  /** Could a segment with this sequence number belong here? */
  near(sequence: number): boolean {
    return Math.abs(distance(this.#next, sequence)) < FARTHEST;
  }

  /** Whether a SYN with this number opened the stream: it may be captured after the first data. */
  isOpenedBy(sequence: number, time: number): boolean {
    if (this.fromStart) return this.initial === sequence;
    if (this.closed || time - this.first.time > PATIENCE) return false;
    const held = this.settled ? undefined : this.#queue.first();
    const ahead = distance(sequence + 1, held?.sequence ?? this.#start);
    return ahead >= 0 && ahead < FARTHEST_SYN;
  }

  /** The SYN came after data. */
  begin(sequence: number, frame: number): void {
    if (!this.settled) this.#start = this.#next = (sequence + 1) >>> 0;
    this.initial = sequence;
    this.fromStart = true;
    this.settled = true;
    this.#drain(Number.NEGATIVE_INFINITY, frame);
  }

  /** Waits no longer for earlier segments: the first that is held is the first of the stream. */
  settle(frame: number): void {
    if (this.settled) return;
    this.settled = true;
    const first = this.#queue.first();
    if (first !== undefined) this.#start = this.#next = first.sequence;
    this.#drain(Number.NEGATIVE_INFINITY, frame);
  }

  /** Whether earlier segments can still be expected at `now`. */
  waits(now: number): boolean {
    return !this.settled && now - this.first.time <= REORDERING;
  }

  /** Bytes that belong before those which were handed on as the first. */
  isTooLate(sequence: number, length: number): boolean {
    if (!this.settled || this.ignored) return false;
    // One byte is a keep-alive probe, which repeats the last one.
    return length > 1 && distance(this.#start, sequence + length) <= 0;
  }

  /** Takes the payload under the cursor; it begins at `sequence`. */
  segment(cursor: Cursor, sequence: number): void {
    const length = cursor.wireEnd - cursor.start;
    this.lastData = cursor.time;
    if (this.ignored) {
      this.#next = (sequence + length) >>> 0;
      return;
    }
    if (!this.settled) {
      this.#queue.hold(cursor, sequence);
      const { bytes, size } = this.#queue;
      const full = bytes > MAX_HELD_BYTES || size > MAX_REORDERED;
      if (full || !this.waits(cursor.time)) this.settle(cursor.frame);
      return;
    }
    const ahead = distance(this.#next, sequence);
    if (ahead > 0) {
      this.#queue.hold(cursor, sequence);
    } else if (ahead + length <= 0) {
      this.retransmitted += 1;
    } else {
      if (ahead < 0) this.retransmitted += 1;
      if (this.#queue.size > 0) this.outOfOrder += 1;
      this.#hand(cursor, -ahead, length);
    }
    this.#drain(cursor.time, cursor.frame);
  }

  fin(sequence: number): void {
    this.#fin = sequence;
  }

  get hasFin(): boolean {
    return this.#fin !== undefined;
  }

  /** Everything up to the FIN has been handed on. */
  get finished(): boolean {
    return this.#fin !== undefined && distance(this.#fin, this.#next) >= 0;
  }

  /** Gives up the first hole, if there is one. */
  skipHole(frame: number): void {
    if (!this.settled) return this.settle(frame);
    const first = this.#queue.first();
    if (first === undefined) return;
    this.#gap(distance(this.#next, first.sequence), frame);
    this.#drain(Number.NEGATIVE_INFINITY, frame);
  }

  close(how: StreamEnd, frame: number): void {
    this.settle(frame);
    while (!this.ignored && this.#queue.size > 0) this.skipHole(frame);
    this.#queue.clear();
    this.closed = true;
    this.#sink.close(this, how);
  }

  /** Hands on held segments whose turn has come, and gives up holes that were open too long. */
  #drain(now: number, frame: number): void {
    for (let first = this.#queue.first(); first !== undefined; first = this.#queue.first()) {
      if (this.ignored) {
        this.#next = this.#queue.end() ?? this.#next;
        return this.#queue.clear();
      }
      const ahead = distance(this.#next, first.sequence);
      if (ahead > 0) {
        const full = this.#queue.bytes > MAX_HELD_BYTES || this.#queue.size > MAX_HELD_SEGMENTS;
        if (!full && now - first.time < PATIENCE) return;
        this.#gap(ahead, frame);
        continue;
      }
      this.#queue.take();
      if (ahead + first.length <= 0) {
        this.retransmitted += 1;
        continue;
      }
      if (ahead < 0) this.retransmitted += 1;
      const run = this.#run;
      run.bytes = first.bytes;
      run.start = 0;
      run.end = first.bytes.length;
      run.base = first.offset;
      run.time = first.time;
      run.frame = first.frame;
      run.ipId = first.ipId;
      run.ttl = first.ttl;
      run.point = this.point;
      run.addressBytes = this.addresses;
      run.addressLength = this.addressLength;
      run.sourceAt = 0;
      run.destinationAt = this.addressLength;
      run.sourcePort = this.sourcePort;
      run.destinationPort = this.destinationPort;
      this.#hand(run, -ahead, first.length);
      run.bytes = this.addresses;
    }
  }

  /** Hands on the cursor's bytes but the first `known`; what the snap length cut off is a gap. */
  #hand(cursor: Cursor, known: number, length: number): void {
    const captured = cursor.end - cursor.start;
    this.#next = (this.#next + length - known) >>> 0;
    if (captured > known) {
      cursor.start += known;
      cursor.wireEnd = cursor.end;
      cursor.settle('tcp');
      this.#sink.data(this, cursor);
    }
    const cut = length - Math.max(captured, known);
    if (cut === 0 || this.ignored) return;
    cursor.missing = cut;
    this.#sink.gap(this, cut, cursor.frame, cursor);
  }

  #gap(length: number, frame: number): void {
    this.#next = (this.#next + length) >>> 0;
    if (!this.ignored) this.#sink.gap(this, length, frame);
  }
}
