/** Solaris snoop, RFC 1761. Always big-endian, microseconds. */
import type { Packet } from '../model/packet.ts';
import { hit, type UnreadTally } from '../model/unread.ts';
import { NO_BYTES, u32be } from './bytes.ts';
import { FactsBuilder } from './facts.ts';
import { FramedRecords, type RecordFormat } from './framed-records.ts';
import type { CaptureFormat, PacketSink } from './reader.ts';
import { type RecordParser, RecordStream } from './record-stream.ts';

const MAGIC = [0x73, 0x6e, 0x6f, 0x6f, 0x70, 0, 0, 0];
const FILE_HEADER_LENGTH = 16;
const RECORD_HEADER_LENGTH = 24;
const LONGEST_RECORD = 262_144;
/** Records are padded to four bytes, or to those of some machine; more is damage. */
const MOST_PADDING = 64;
/** No packet on a wire is longer, offloaded ones included. */
const LONGEST_PACKET = 1_048_576;
/** Neighbours were captured within this many seconds of each other. */
const NEIGHBOUR_SECONDS = 86_400;

/** RFC 1761 datalink type → LINKTYPE_: 802.3 and Ethernet, HDLC, FDDI. */
const LINK_TYPES = new Map([
  [0, 1],
  [4, 1],
  [5, 104],
  [8, 10],
]);

class SnoopRecord implements RecordFormat {
  readonly header = RECORD_HEADER_LENGTH;
  readonly #sink: PacketSink;
  readonly #facts: FactsBuilder;
  /** Whole seconds of the last record. */
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

  constructor(sink: PacketSink, facts: FactsBuilder) {
    this.#sink = sink;
    this.#facts = facts;
  }

  get frame(): number {
    return this.#packet.frame;
  }

  opened(linkType: number): void {
    this.#packet.linkType = linkType;
    this.#facts.linkType(linkType);
  }

  length(bytes: Uint8Array, at: number): number {
    const length = u32be(bytes, at + 8);
    const padding = length - RECORD_HEADER_LENGTH - u32be(bytes, at + 4);
    return length <= LONGEST_RECORD && padding >= 0 && padding < MOST_PADDING ? length : 0;
  }

  isNeighbour(bytes: Uint8Array, at: number): boolean {
    const wire = u32be(bytes, at);
    if (wire === 0 || wire > LONGEST_PACKET || wire < u32be(bytes, at + 4)) return false;
    if (u32be(bytes, at + 20) >= 1_000_000) return false;
    return !(Math.abs(u32be(bytes, at + 16) - this.#seconds) > NEIGHBOUR_SECONDS);
  }

  take(bytes: Uint8Array, at: number, base: number): void {
    const packet = this.#packet;
    const data = at + RECORD_HEADER_LENGTH;
    const wire = u32be(bytes, at);
    const captured = u32be(bytes, at + 4);
    this.#seconds = u32be(bytes, at + 16);
    packet.bytes = bytes;
    packet.start = data;
    packet.end = data + captured;
    packet.wireLength = Math.max(wire, captured);
    packet.time = this.#seconds * 1_000_000 + u32be(bytes, at + 20);
    packet.frame += 1;
    packet.offset = base + data;
    // Drops are cumulative from the start of the capture.
    this.#facts.drops = u32be(bytes, at + 12);
    this.#facts.packet(packet.time, wire > captured);
    this.#sink.packet(packet);
  }
}

/** The file header, then records; none of a datalink type that is not known. */
class SnoopFile implements RecordParser {
  readonly #record: SnoopRecord;
  readonly #records: FramedRecords;
  readonly #unread: UnreadTally;
  readonly #facts: FactsBuilder;
  #state: 'header' | 'records' | 'unknown' = 'header';

  constructor(sink: PacketSink, unread: UnreadTally, facts: FactsBuilder) {
    this.#record = new SnoopRecord(sink, facts);
    this.#records = new FramedRecords(this.#record, unread, facts);
    this.#unread = unread;
    this.#facts = facts;
  }

  get wanted(): number {
    return this.#state === 'header' ? FILE_HEADER_LENGTH : this.#records.wanted;
  }

  read(bytes: Uint8Array, start: number, end: number, base: number): number {
    let at = start;
    if (this.#state === 'header') {
      if (end - at < FILE_HEADER_LENGTH) return at;
      this.#open(u32be(bytes, at + 12), base + at);
      at += FILE_HEADER_LENGTH;
    }
    if (this.#state === 'records') return this.#records.read(bytes, at, end, base);
    this.#facts.unreadBytes += end - at;
    return end;
  }

  finish(bytes: Uint8Array, start: number, end: number, base: number): void {
    this.#records.finish(bytes, start, end, base);
  }

  #open(datalink: number, offset: number): void {
    const linkType = LINK_TYPES.get(datalink);
    this.#state = linkType === undefined ? 'unknown' : 'records';
    this.#facts.interfaces = 1;
    if (linkType !== undefined) this.#record.opened(linkType);
    else hit(this.#unread.reason(`snoop-datalink-${datalink}`), 0, offset);
  }
}

export const snoop: CaptureFormat = {
  id: 'snoop',
  sniff: (head) => head.length >= MAGIC.length && MAGIC.every((byte, at) => head[at] === byte),
  open(sink, unread) {
    const facts = new FactsBuilder();
    const stream = new RecordStream(new SnoopFile(sink, unread, facts));
    return { facts, push: (chunk) => stream.push(chunk), end: () => stream.end() };
  },
};
