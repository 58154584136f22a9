import type { Collector } from '../call/collect.ts';
import { Peer } from '../call/peers.ts';
import type { Endpoint } from '../model/packet.ts';
import type { TimeSpan } from '../model/time-span.ts';
import { ReadSource, type SourceOutcome } from '../read-source.ts';
import type { Message } from '../sip/message.ts';
import type { MessageTarget, SourceReading } from '../source-reading.ts';
import { SourceHorizon } from './horizon.ts';

/** A log that wrote nothing for so long has written its last message to its end, µs. */
const WRITTEN = 1_000_000;

/** Where the messages of a followed source go: the collector that is in use, and the number that the source has there. */
export class LiveTarget implements MessageTarget {
  index = 0;
  collector: Collector;

  constructor(collector: Collector) {
    this.collector = collector;
  }

  get peers(): Collector['peers'] {
    return this.collector.peers;
  }

  add(message: Message): void {
    this.#place(message);
    this.collector.add(message);
  }

  countLost(message: Message): void {
    this.#place(message);
    this.collector.countLost(message);
  }

  /** A log's reader may remember an end by the table of a collector before. */
  #place(message: Message): void {
    message.source = this.index;
    message.sender = this.#own(message.sender);
    message.receiver = this.#own(message.receiver);
  }

  #own(end: Endpoint): Endpoint {
    if (!(end instanceof Peer) || this.peers.all[end.id] === end) return end;
    return this.peers.named(end.address, end.port);
  }
}

/** One source that is followed. */
export class LiveSource {
  readonly path: string;
  readonly target: LiveTarget;
  readonly #horizon = new SourceHorizon();
  #reading: SourceReading | null = null;
  #bytes = 0;
  #settledBytes = 0;
  /** When the latest bytes were there, by the clock of this machine, µs. */
  #arrived = Number.NaN;
  #isHeldBack = false;
  #outcome: SourceOutcome | null = null;

  constructor(path: string, target: LiveTarget) {
    this.path = path;
    this.target = target;
  }

  /** The reader of its bytes, which hands its messages to the target. */
  readBy(reading: SourceReading): void {
    this.#reading = reading;
  }

  get isLog(): boolean {
    return this.#reading?.isLog ?? this.#outcome?.facts.isLog ?? false;
  }

  get hasEnded(): boolean {
    return this.#outcome !== null;
  }

  get messages(): number {
    return this.#outcome?.facts.messages ?? this.#reading?.messages ?? 0;
  }

  push(chunk: Uint8Array): void {
    this.#bytes += chunk.length;
    this.#reading?.push(chunk);
  }

  /** All that there is was read; call it at every look, whether something came or not. `now`: µs by the clock of this machine. */
  settled(now: number): void {
    if (this.hasEnded || this.#reading === null) return;
    if (this.#bytes > this.#settledBytes) {
      this.#settledBytes = this.#bytes;
      this.#arrived = now;
      if (this.#reading.isCapture) this.#horizon.moved(now, this.#last, this.#bytes);
      else this.#isHeldBack = true;
    } else if (!this.#isHeldBack) this.#horizon.waited(now);
    else if (now - this.#arrived >= WRITTEN) {
      this.#isHeldBack = false;
      this.#reading.pause();
      this.#horizon.moved(this.#arrived, this.#last, this.#bytes);
      this.#horizon.waited(now);
    }
  }

  /** No more bytes will come. */
  end(): void {
    if (this.hasEnded || this.#reading === null) return;
    this.#reading.end();
    this.#outcome = this.#reading.outcome;
    this.#reading = null;
  }

  /** When it was on, as far as that is known now. */
  get times(): readonly TimeSpan[] {
    return this.#horizon.covers(this.#times);
  }

  /** What came of it so far. */
  get read(): ReadSource {
    const outcome = this.#outcome ?? this.#reading?.outcome;
    if (outcome === undefined) throw new Error('a source has no reader');
    return new ReadSource(this.target.index, outcome);
  }

  /** It has been silent for so long that its silence proves nothing any more. */
  get isStalled(): boolean {
    return this.#horizon.isStalled;
  }

  get #times(): readonly TimeSpan[] {
    return this.#outcome?.times ?? this.#reading?.times ?? [];
  }

  get #last(): number {
    return this.#times.at(-1)?.last ?? Number.NaN;
  }
}
