import type { Packet } from '../model/packet.ts';
import { hit, type UnreadReason, type UnreadTally } from '../model/unread.ts';
import { NO_BYTES, u32be, u32le } from './bytes.ts';
import type { FactsBuilder } from './facts.ts';
import { FILE_HEADER_LENGTH, type PcapLayout, readPcapHeader } from './pcap-header.ts';
import { capturedAt, looksLikeRecord } from './pcap-resync.ts';
import type { PacketSink } from './reader.ts';
import type { RecordParser } from './record-stream.ts';

/** Reads the records of a classic capture; after a record that cannot be genuine it looks for the next that can. */
export class PcapRecords implements RecordParser {
  wanted = FILE_HEADER_LENGTH;
  skip = 0;
  readonly #sink: PacketSink;
  readonly #facts: FactsBuilder;
  readonly #damaged: UnreadReason;
  readonly #truncated: UnreadReason;
  #layout: PcapLayout | undefined;
  /** In search of the next genuine record. */
  #lost = false;
  /** Whole seconds of the last good record. */
  #seconds = Number.NaN;
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

  constructor(sink: PacketSink, unread: UnreadTally, facts: FactsBuilder) {
    this.#sink = sink;
    this.#facts = facts;
    this.#damaged = unread.reason('damaged-record');
    this.#truncated = unread.reason('truncated-record');
  }

  read(bytes: Uint8Array, start: number, end: number, base: number): number {
    let layout = this.#layout;
    let at = start;
    if (layout === undefined) {
      if (end - at < FILE_HEADER_LENGTH) return at;
      layout = this.#open(bytes, at);
      if (layout === undefined) return this.#giveUp(at, end, base);
      at += FILE_HEADER_LENGTH;
    }
    for (;;) {
      if (this.#lost) {
        at = this.#search(bytes, at, end, layout);
        if (this.#lost) return at;
      }
      at = this.#readRun(bytes, at, end, base, layout);
      if (!this.#lost) return at;
    }
  }

  /** The hot loop: records as they should be. */
  #readRun(
    bytes: Uint8Array,
    start: number,
    end: number,
    base: number,
    layout: PcapLayout,
  ): number {
    const header = layout.recordHeader;
    const longest = layout.longest;
    const read = layout.littleEndian ? u32le : u32be;
    const packet = this.#packet;
    packet.bytes = bytes;
    let at = start;
    while (end - at >= header) {
      let captured = read(bytes, at + 8);
      let wire = read(bytes, at + 12);
      if (layout.swapped !== 'no' && (layout.swapped === 'yes' || captured > wire)) {
        [captured, wire] = [wire, captured];
      }
      if (captured > longest) {
        hit(this.#damaged, packet.frame + 1, base + at);
        this.#lost = true;
        return at;
      }
      const data = at + header;
      if (data + captured > end) {
        this.wanted = header + captured;
        return at;
      }
      this.#seconds = read(bytes, at);
      const fraction = read(bytes, at + 4);
      const micros = layout.nanoseconds ? Math.floor(fraction / 1000) : fraction;
      const time = this.#seconds * 1_000_000 + micros;
      packet.start = data;
      packet.end = at = data + captured;
      packet.wireLength = wire < captured ? captured : wire;
      packet.time = time;
      packet.frame += 1;
      packet.offset = base + data;
      // A crashed writer leaves zeroed records: their 1970 is not a time.
      if (captured === 0 && time === 0) this.#facts.untimedPacket(wire > 0);
      else this.#facts.packet(time, wire > captured);
      this.#sink.packet(packet);
    }
    this.wanted = header;
    return at;
  }

  /** Looks for two plausible headers in a row; leaves `#lost` set when it ran out of bytes. */
  #search(bytes: Uint8Array, start: number, end: number, layout: PcapLayout): number {
    const header = layout.recordHeader;
    let at = start;
    for (; end - at >= header; at += 1) {
      if (!looksLikeRecord(bytes, at, layout, this.#seconds)) continue;
      const next = at + header + capturedAt(bytes, at, layout);
      if (next + header > end) {
        this.wanted = next + header - at;
        this.#facts.unreadBytes += at - start;
        return at;
      }
      if (looksLikeRecord(bytes, next, layout, this.#seconds)) {
        this.#lost = false;
        break;
      }
    }
    this.wanted = header;
    this.#facts.unreadBytes += at - start;
    return at;
  }

  finish(bytes: Uint8Array, start: number, end: number, base: number): void {
    let unread = start;
    const layout = this.#layout;
    if (layout !== undefined) {
      for (let at = start; this.#lost && end - at >= layout.recordHeader; at += 1) {
        if (!this.#vouchedFor(bytes, at, end, layout)) continue;
        this.#lost = false;
        this.#facts.unreadBytes += at - unread;
        unread = this.#readRun(bytes, at, end, base, layout);
        at = unread - 1;
      }
    }
    if (end === unread) return;
    this.#facts.unreadBytes += end - unread;
    if (!this.#lost) hit(this.#truncated, this.#packet.frame + 1, base + unread);
  }

  /** The last record of a damaged file has no neighbour to vouch for it: ending with the file must do. */
  #vouchedFor(bytes: Uint8Array, at: number, end: number, layout: PcapLayout): boolean {
    if (!looksLikeRecord(bytes, at, layout, this.#seconds)) return false;
    const next = at + layout.recordHeader + capturedAt(bytes, at, layout);
    if (next + layout.recordHeader > end) return next === end;
    return looksLikeRecord(bytes, next, layout, this.#seconds);
  }

  #open(bytes: Uint8Array, at: number): PcapLayout | undefined {
    this.#layout = readPcapHeader(bytes, at);
    if (this.#layout === undefined) return undefined;
    this.#packet.linkType = this.#layout.linkType;
    this.#facts.interfaces = 1;
    this.#facts.linkType(this.#layout.linkType);
    return this.#layout;
  }

  #giveUp(at: number, end: number, base: number): number {
    if (this.#facts.unreadBytes === 0) hit(this.#damaged, 0, base + at);
    this.#facts.unreadBytes += end - at;
    return end;
  }
}
