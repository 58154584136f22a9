import type { Packet } from '../../model/packet.ts';
import { hit, type UnreadReason, type UnreadTally } from '../../model/unread.ts';
import { NO_BYTES } from '../bytes.ts';
import type { FactsBuilder } from '../facts.ts';
import type { PacketSink } from '../reader.ts';
import type { Clock } from './timestamp.ts';

/** One capture interface of the current section. */
export interface Interface {
  readonly linkType: number;
  /** Bytes; 0 means unlimited. */
  readonly snapLength: number;
  readonly clock: Clock;
  /** Number over all sections of the source. */
  readonly id: number;
}

/** What the blocks of a section share. One object serves all sections of a source in turn. */
export class Section {
  littleEndian = true;
  interfaces: Interface[] = [];
  /** Interfaces described so far, over all sections. */
  interfaceCount = 0;
  readonly facts: FactsBuilder;
  readonly unread: UnreadTally;
  readonly #sink: PacketSink;
  readonly #noInterface: UnreadReason;
  readonly #lengthWrong: UnreadReason;
  readonly #packet: Packet = {
    bytes: NO_BYTES,
    start: 0,
    end: 0,
    wireLength: 0,
    time: 0,
    linkType: 0,
    frame: 0,
    offset: 0,
    interfaceId: 0,
  };
  /** Latest counters of each interface: interface → packets dropped so far. */
  readonly #statisticDrops = new Map<number, number>();
  #packetDrops: number | undefined;

  constructor(sink: PacketSink, unread: UnreadTally, facts: FactsBuilder) {
    this.#sink = sink;
    this.unread = unread;
    this.facts = facts;
    this.#noInterface = unread.reason('interface-unknown');
    this.#lengthWrong = unread.reason('packet-length-wrong');
  }

  /** Number of the last packet block. */
  get frame(): number {
    return this.#packet.frame;
  }

  begin(littleEndian: boolean): void {
    this.littleEndian = littleEndian;
    this.interfaces = [];
  }

  /**
   * Hands on one packet. `room` is what the block can hold after `data`; `high`/`low` are the interface's ticks.
   * A packet without ticks of its own (`timed` false) gets the time of the one before it.
   */
  packet(
    bytes: Uint8Array,
    data: number,
    room: number,
    captured: number,
    wire: number,
    interfaceIndex: number,
    timed: boolean,
    high: number,
    low: number,
    base: number,
  ): void {
    const packet = this.#packet;
    packet.frame += 1;
    const on = this.interfaces[interfaceIndex];
    if (on === undefined) {
      hit(this.#noInterface, packet.frame, base + data);
      return;
    }
    let length = captured;
    if (length > room) {
      hit(this.#lengthWrong, packet.frame, base + data);
      length = room;
    }
    packet.bytes = bytes;
    packet.start = data;
    packet.end = data + length;
    packet.wireLength = wire < length ? length : wire;
    packet.linkType = on.linkType;
    packet.offset = base + data;
    packet.interfaceId = on.id;
    if (timed) {
      packet.time = on.clock.micros(high, low);
      this.facts.packet(packet.time, wire > length);
    } else {
      this.facts.untimedPacket(wire > length);
    }
    this.#sink.packet(packet);
  }

  /** Drops since the packet before it on that interface (EPB, old packet block). */
  droppedBefore(count: number): void {
    this.#packetDrops = (this.#packetDrops ?? 0) + count;
    this.#sumDrops();
  }

  /** Drops since the start of the capture on one interface (statistics block). */
  droppedInAll(interfaceIndex: number, count: number): void {
    const on = this.interfaces[interfaceIndex];
    if (on === undefined) return;
    this.#statisticDrops.set(on.id, count);
    this.#sumDrops();
  }

  /** Statistics count everything, packets only some of it: whichever saw more is right. */
  #sumDrops(): void {
    let sum = 0;
    for (const count of this.#statisticDrops.values()) sum += count;
    // Counters of 64 bits: a damaged one says more than a number can.
    this.facts.drops = Math.min(Math.max(sum, this.#packetDrops ?? 0), Number.MAX_SAFE_INTEGER);
  }
}
