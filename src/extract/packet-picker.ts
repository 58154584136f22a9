import { PeerTable } from '../call/peers.ts';
import type { FlowAddresses, Packet, Payload } from '../model/packet.ts';
import type { Message } from '../sip/message.ts';
import type { PacketTap } from '../packet-tap.ts';
import type { MessageTarget } from '../source-reading.ts';
import { type HeldPacket, heldPacket, HeldPackets } from './held-packets.ts';
import { MediaEndpoints } from './media.ts';
import type { Wanted } from './wanted.ts';

/** Bytes by which the end of a message is known in a packet. */
const TAIL = 24;

export interface PickedPackets {
  /** The packet's memory is its own. */
  packet(packet: Packet, comments: readonly string[]): void;
}

/** Watches one capture being read, and picks the packets of the wanted calls. */
export class PacketPicker implements PacketTap, MessageTarget {
  readonly peers = new PeerTable();
  messages = 0;
  media = 0;
  readonly #wanted: Wanted;
  readonly #comments: ReadonlyMap<number, readonly string[]>;
  readonly #out: PickedPackets;
  readonly #held = new HeldPackets();
  readonly #endpoints = new MediaEndpoints();
  #packet: Packet | null = null;
  #copy: HeldPacket | null = null;
  #stream = '';
  #datagram = '';
  #isWanted = false;

  constructor(path: string, wanted: Wanted, out: PickedPackets) {
    this.#wanted = wanted;
    this.#comments = wanted.comments.get(path) ?? new Map();
    this.#out = out;
  }

  /** Packets that may have been parts of wanted messages, and had to be let go. */
  get dropped(): number {
    return this.#held.dropped;
  }

  begin(packet: Packet): void {
    this.#packet = packet;
    this.#copy = null;
    this.#stream = '';
    this.#datagram = '';
    this.#isWanted = this.#comments.has(packet.frame);
  }

  segment(flow: FlowAddresses): void {
    this.#stream = `${this.peers.sender(flow).name} ${this.peers.receiver(flow).name}`;
    this.#held.add(this.#stream, this.#own());
  }

  fragment(datagram: string): void {
    this.#datagram = `fragments ${datagram}`;
    this.#held.add(this.#datagram, this.#own());
  }

  payload(payload: Payload): void {
    if (this.#endpoints.size === 0) return;
    const { time } = payload;
    const isMedia =
      this.#endpoints.isMedia(this.peers.receiver(payload).name, time) ||
      this.#endpoints.isMedia(this.peers.sender(payload).name, time);
    if (!isMedia) return;
    this.media += 1;
    this.#isWanted = true;
  }

  add(message: Message): void {
    const isWanted = this.#wanted.callIds.has(message.callId);
    if (isWanted) {
      this.messages += 1;
      this.#endpoints.learn(message, this.#wanted.until.get(message.callId) ?? Infinity);
    }
    const own = `${message.sender.name} ${message.receiver.name}`;
    const stream = this.#held.has(own) ? own : this.#stream;
    if (stream === '') {
      if (isWanted) this.#isWanted = true;
      return;
    }
    if (isWanted) {
      for (const held of this.#held.of(stream)) this.#take(held);
      if (stream === this.#stream) this.#isWanted = true;
    }
    // The next message may begin where this one ends, unless nothing stands behind it.
    if (this.#held.of(stream).some((held) => endsWith(held, message))) this.#held.forget(stream);
    else this.#held.keepLast(stream);
  }

  countLost(message: Message): void {
    this.add(message);
  }

  end(): void {
    if (this.#isWanted) {
      if (this.#datagram !== '') {
        for (const held of this.#held.of(this.#datagram)) this.#take(held);
        this.#held.forget(this.#datagram);
      }
      this.#take(this.#own());
    }
    this.#packet = null;
  }

  #own(): HeldPacket {
    return (this.#copy ??= heldPacket(this.#packet as Packet));
  }

  #take(held: HeldPacket): void {
    if (held.taken) return;
    held.taken = true;
    this.#out.packet(held.packet, this.#comments.get(held.packet.frame) ?? []);
  }
}

/** Whether the packet ends as the message does: in clear text, as on TCP. */
function endsWith({ packet }: HeldPacket, { bytes, start, end }: Message): boolean {
  const length = Math.min(TAIL, end - start, packet.end);
  for (let back = 1; back <= length; back += 1) {
    if (packet.bytes[packet.end - back] !== bytes[end - back]) return false;
  }
  return true;
}
