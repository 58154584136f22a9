import { hit, type UnreadReason, type UnreadTally } from '../../model/unread.ts';
import { Cursor } from '../cursor.ts';
import type { StreamEnd, StreamSink } from './stream-sink.ts';
import { TcpStream } from './tcp-stream.ts';

/** Streams (directions) kept open at most; the longest silent ones go first. */
const MAX_STREAMS = 32_768;
/** Bytes held back for all streams together. */
const MAX_HELD = 67_108_864;
/** A stream is moved to the young end of the table at most this often, µs. */
const TOUCH_EVERY = 1_000_000;
/** Streams that wait for segments before their first, at most. */
const MAX_WAITING = 1024;

/** Every open stream of a source, the longest silent first. */
export class StreamTable {
  readonly #streams = new Map<string, TcpStream>();
  /** Goes on from where it stopped: a new iterator would step over every deleted entry first. */
  #oldest = this.#streams.entries();
  readonly #sink: StreamSink;
  readonly #limit: UnreadReason;
  readonly #late: UnreadReason;
  readonly #run = new Cursor();
  readonly #over: (stream: TcpStream) => void;
  /** Streams without a SYN in the order of their first segments, so many of them settled for certain. */
  readonly #waiting: TcpStream[] = [];
  #settled = 0;
  #opened = 0;
  #held = 0;

  /** `over` is told of each stream that ends, before the sink is. */
  constructor(sink: StreamSink, unread: UnreadTally, over: (stream: TcpStream) => void) {
    this.#sink = sink;
    this.#over = over;
    this.#limit = unread.reason('tcp-stream-limit');
    this.#late = unread.reason('tcp-segment-late');
  }

  find(cursor: Cursor): TcpStream | undefined {
    const key = streamKey(
      cursor,
      cursor.sourceAt,
      cursor.sourcePort,
      cursor.destinationAt,
      cursor.destinationPort,
    );
    const stream = this.#streams.get(key);
    if (stream !== undefined && cursor.time - stream.touched > TOUCH_EVERY) {
      stream.touched = cursor.time;
      this.#streams.delete(key);
      this.#streams.set(key, stream);
    }
    return stream;
  }

  /** The stream in the other direction of the packet under the cursor. */
  opposite(cursor: Cursor): TcpStream | undefined {
    const { sourceAt, sourcePort, destinationAt, destinationPort } = cursor;
    return this.#streams.get(
      streamKey(cursor, destinationAt, destinationPort, sourceAt, sourcePort),
    );
  }

  open(cursor: Cursor, sequence: number, syn: boolean): TcpStream {
    if (this.#streams.size >= MAX_STREAMS) this.#evict(cursor);
    const { sourceAt, sourcePort, destinationAt, destinationPort } = cursor;
    const key = streamKey(cursor, sourceAt, sourcePort, destinationAt, destinationPort);
    const stream = new TcpStream(this.#sink, this.#run, this.#opened, cursor, sequence, syn);
    this.#opened += 1;
    const opposite = this.opposite(cursor);
    if (opposite !== undefined && !opposite.closed) {
      stream.opposite = opposite;
      opposite.opposite = stream;
      stream.answered = opposite.answered = true;
    }
    this.#streams.set(key, stream);
    if (!syn) this.#waiting.push(stream);
    this.#sink.open(stream);
    return stream;
  }

  /** `segment` on the stream, with an eye on what all streams hold together. */
  segment(stream: TcpStream, cursor: Cursor, sequence: number): void {
    this.countLate(stream, cursor, sequence);
    const before = stream.heldBytes;
    const frame = cursor.frame;
    stream.segment(cursor, sequence);
    if (this.#held + stream.heldBytes - before > MAX_HELD) {
      hit(this.#limit, frame, cursor.offset);
      stream.skipHole(frame);
    }
    this.#held += stream.heldBytes - before;
  }

  /** Counts a segment that came when what follows it had been handed on as the first of the stream. */
  countLate(stream: TcpStream, cursor: Cursor, sequence: number): void {
    if (stream.isTooLate(sequence, cursor.wireEnd - cursor.start)) {
      hit(this.#late, cursor.frame, cursor.base + cursor.start);
    }
  }

  /** Lets streams go on that have waited long enough for segments before their first. */
  settleOld(now: number, frame: number): void {
    const waiting = this.#waiting;
    if (waiting.length === 0) return;
    for (; this.#settled < waiting.length; this.#settled += 1) {
      const stream = waiting[this.#settled]!;
      if (stream.waits(now) && waiting.length - this.#settled <= MAX_WAITING) break;
      this.settle(stream, frame);
    }
    // Moved seldom: every stream of a flood passes through here.
    if (this.#settled > MAX_WAITING || this.#settled === waiting.length) {
      waiting.splice(0, this.#settled);
      this.#settled = 0;
    }
  }

  /** What comes next follows from what this stream has said so far: it waits no longer. */
  settle(stream: TcpStream | undefined, frame: number): void {
    if (stream === undefined || stream.settled) return;
    this.#released(stream, () => stream.settle(frame));
  }

  /** The SYN of a stream came after its first data. */
  begin(stream: TcpStream, sequence: number, frame: number): void {
    this.#released(stream, () => stream.begin(sequence, frame));
  }

  #released(stream: TcpStream, go: () => void): void {
    const before = stream.heldBytes;
    go();
    this.#held += stream.heldBytes - before;
  }

  /** Ends a stream; one that ended with FIN stays in the table as closed. */
  close(stream: TcpStream, cursor: Cursor, how: StreamEnd): void {
    if (how !== 'fin') {
      const { sourceAt, sourcePort, destinationAt, destinationPort } = cursor;
      this.#streams.delete(streamKey(cursor, sourceAt, sourcePort, destinationAt, destinationPort));
    }
    this.#finish(stream, how, cursor.frame);
  }

  end(): void {
    for (const stream of this.#streams.values()) this.#finish(stream, 'end', 0);
    this.#streams.clear();
  }

  #evict(cursor: Cursor): void {
    let oldest = this.#oldest.next();
    if (oldest.done === true) {
      this.#oldest = this.#streams.entries();
      oldest = this.#oldest.next();
      if (oldest.done === true) return;
    }
    const [key, stream] = oldest.value;
    this.#streams.delete(key);
    hit(this.#limit, cursor.frame, cursor.base + cursor.start);
    this.#finish(stream, 'evicted', cursor.frame);
  }

  #finish(stream: TcpStream, how: StreamEnd, frame: number): void {
    if (stream.closed) return;
    this.#held -= stream.heldBytes;
    this.#over(stream);
    stream.close(how, frame);
    // Let go of the pair, so that no chain of old streams is kept alive.
    if (stream.opposite?.opposite === stream) stream.opposite.opposite = undefined;
    stream.opposite = undefined;
  }
}

/** Both ends, 16 bits a character. Not the point of capture: a segment seen at several places is one segment. */
function streamKey(
  cursor: Cursor,
  sourceAt: number,
  sourcePort: number,
  destinationAt: number,
  destinationPort: number,
): string {
  const bytes = cursor.addressBytes;
  let key = String.fromCharCode(sourcePort, destinationPort);
  for (let at = 0; at < cursor.addressLength; at += 2) {
    key += String.fromCharCode(
      (bytes[sourceAt + at]! << 8) | bytes[sourceAt + at + 1]!,
      (bytes[destinationAt + at]! << 8) | bytes[destinationAt + at + 1]!,
    );
  }
  return key;
}
