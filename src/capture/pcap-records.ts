import type { Packet } from '../model/packet.ts';
import { hit, type UnreadReason, type UnreadTally } from '../model/unread.ts';
import { NO_BYTES, u32be, u32le } from './bytes.ts';
import type { FactsBuilder } from './facts.ts';
import {
  FILE_HEADER_LENGTH,
  isFileHeader,
  type PcapLayout,
  readPcapHeader,
} from './pcap-header.ts';
import { capturedAt, looksLikeRecord } from './pcap-resync.ts';
import type { PacketSink } from './reader.ts';
import type { RecordParser } from './record-stream.ts';

/** Reads the records of a classic capture; after a record that cannot be genuine it looks for the next that can. */
export class PcapRecords implements RecordParser {
  wanted = FILE_HEADER_LENGTH;
  readonly #sink: PacketSink;
  readonly #facts: FactsBuilder;
  readonly #damaged: UnreadReason;
  readonly #truncated: UnreadReason;
  #layout: PcapLayout | undefined;
  /** In search of the next genuine record. */
  #lost = false;
  /** Another file's header came: what follows is laid out as it says. */
  #reopened = false;
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
      const from = at;
      at = this.#readRun(bytes, at, end, base, layout);
      // What the search takes for a record may be none for the run: a byte is passed over, so that it ends.
      if (this.#lost && at === from) {
        at += 1;
        this.#facts.unreadBytes += 1;
      }
      if (this.#reopened) layout = this.#layout!;
      else if (!this.#lost) return at;
      this.#reopened = false;
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
      if (captured === 0 && isFileHeader(bytes, at)) {
        this.wanted = FILE_HEADER_LENGTH;
        if (end - at < FILE_HEADER_LENGTH) return at;
        this.#open(bytes, at);
        this.#reopened = true;
        return at + FILE_HEADER_LENGTH;
      }
      const data = at + header;
      if (data + captured > end) {
        this.wanted = header + captured;
        return at;
      }
      const seconds = read(bytes, at);
      const fraction = read(bytes, at + 4);
      const micros = layout.nanoseconds ? Math.floor(fraction / 1000) : fraction;
      const time = seconds * 1_000_000 + micros;
      packet.start = data;
      packet.end = at = data + captured;
      packet.wireLength = wire < captured ? captured : wire;
      packet.time = time;
      packet.frame += 1;
      packet.offset = base + data;
      // A crashed writer leaves zeroed records: their 1970 is not a time.
      if (captured === 0 && time === 0) this.#facts.untimedPacket(wire > 0);
      else {
        // What has no sense itself is no measure for its neighbours.
        if (captured > 0 && micros < 1_000_000) this.#seconds = seconds;
        this.#facts.packet(time, wire > captured);
      }
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
      if (isFileHeader(bytes, at) && capturedAt(bytes, at, layout) === 0) {
        this.#lost = false;
        break;
      }
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
    let layout = this.#layout;
    if (layout !== undefined) {
      this.#doubtLast(bytes, start, end, base, layout);
      for (let at = start; this.#lost && end - at >= layout.recordHeader; at += 1) {
        if (!this.#vouchedFor(bytes, at, end, layout)) continue;
        this.#lost = false;
        this.#facts.unreadBytes += at - unread;
        unread = this.#readRun(bytes, at, end, base, layout);
        for (; this.#reopened; unread = this.#readRun(bytes, unread, end, base, layout)) {
          this.#reopened = false;
          layout = this.#layout!;
        }
        at = Math.max(at, unread - 1);
      }
    }
    if (end === unread) return;
    this.#facts.unreadBytes += end - unread;
    if (!this.#lost) hit(this.#truncated, this.#packet.frame + 1, base + unread);
  }

  /** A record that goes on beyond the end of the file is not cut but damaged when a genuine one begins inside it. */
  #doubtLast(
    bytes: Uint8Array,
    start: number,
    end: number,
    base: number,
    layout: PcapLayout,
  ): void {
    const header = layout.recordHeader;
    if (this.#lost || end - start < header) return;
    if (looksLikeRecord(bytes, start, layout, this.#seconds)) return;
    for (let at = start + 1; !this.#lost && end - at >= header; at += 1) {
      this.#lost = this.#vouchedFor(bytes, at, end, layout);
    }
    if (this.#lost) hit(this.#damaged, this.#packet.frame + 1, base + start);
  }

  /** The last record of a damaged file has no neighbour to vouch for it: ending with the file must do. */
  #vouchedFor(bytes: Uint8Array, at: number, end: number, layout: PcapLayout): boolean {
    if (isFileHeader(bytes, at)) return true;
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
