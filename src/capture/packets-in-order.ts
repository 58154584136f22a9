import type { Packet } from '../model/packet.ts';
import { NO_BYTES } from './bytes.ts';
import type { PacketSink } from './reader.ts';

/** What is held back at the beginning of a capture: a small one is put in order as a whole. */
const MAX_BYTES = 4 << 20;
const MAX_PACKETS = 32_768;
/** What was mixed up shows it before this: whatever came in order so far is not held back further. */
const ENOUGH_BYTES = 512 << 10;
/** A clock that was set, or two files in one, step back once or twice; packets that were mixed up do so again and again. */
const FEW_STEPS = 2;
/** Two queues of one card swap a few neighbours: their order is kept, as copies of one fragmented packet lie apart in it. */
const FEW_PER_PACKETS = 50;

/**
 * Puts packets that were written in any order (by a tool that mixed them up) into that of their times, as far as
 * a capture is small: streams open, go on and end in the order in which their packets come. What is larger is handed on as it is.
 */
export class PacketsInOrder implements PacketSink {
  readonly #sink: PacketSink;
  /** Packets in `#bytes`; null once they were handed on. */
  #held: Packet[] | null = [];
  #bytes = NO_BYTES;
  #length = 0;
  #steps = 0;
  /** µs */
  #latest = Number.NEGATIVE_INFINITY;

  constructor(sink: PacketSink) {
    this.#sink = sink;
  }

  packet(packet: Packet): void {
    if (this.#held === null) this.#sink.packet(packet);
    else this.#hold(this.#held, packet);
  }

  /** No more packets. */
  end(): void {
    const held = this.#held ?? [];
    this.#held = null;
    // A packet without a time of its own stays behind the one before it; the sort keeps equal ones in their order.
    if (this.#steps > Math.max(FEW_STEPS, held.length / FEW_PER_PACKETS))
      held.sort((a, b) => a.time - b.time);
    for (const packet of held) {
      packet.bytes = this.#bytes;
      this.#sink.packet(packet);
    }
    this.#bytes = NO_BYTES;
  }

  #hold(held: Packet[], packet: Packet): void {
    const { bytes, start, end, time } = packet;
    const own = this.#length;
    this.#reserve(own + end - start);
    this.#bytes.set(bytes.subarray(start, end), own);
    this.#length = own + end - start;
    if (time < this.#latest) this.#steps += 1;
    this.#latest = time;
    held.push({ ...packet, bytes: NO_BYTES, start: own, end: this.#length });
    const most = this.#steps === 0 ? ENOUGH_BYTES : MAX_BYTES;
    if (this.#length >= most || held.length >= MAX_PACKETS) this.end();
  }

  #reserve(length: number): void {
    if (length <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(65_536, 2 * length));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
