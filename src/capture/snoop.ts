/** Solaris snoop, RFC 1761. Always big-endian, microseconds. */
import type { Packet } from '../model/packet.ts';
import { hit, type UnreadReason, type UnreadTally } from '../model/unread.ts';
import { NO_BYTES, u32be } from './bytes.ts';
import { FactsBuilder } from './facts.ts';
import type { CaptureFormat, PacketSink } from './reader.ts';
import { type RecordParser, RecordStream } from './record-stream.ts';

const MAGIC = [0x73, 0x6e, 0x6f, 0x6f, 0x70, 0, 0, 0];
const FILE_HEADER_LENGTH = 16;
const RECORD_HEADER_LENGTH = 24;
const LONGEST_RECORD = 262_144;

/** RFC 1761 datalink type → LINKTYPE_: 802.3 and Ethernet, HDLC, FDDI. */
const LINK_TYPES = new Map([
  [0, 1],
  [4, 1],
  [5, 104],
  [8, 10],
]);

class SnoopRecords implements RecordParser {
  wanted = FILE_HEADER_LENGTH;
  skip = 0;
  readonly #sink: PacketSink;
  readonly #unread: UnreadTally;
  readonly #facts: FactsBuilder;
  readonly #damaged: UnreadReason;
  #state: 'header' | 'records' | 'stopped' = 'header';
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
    this.#unread = unread;
    this.#facts = facts;
    this.#damaged = unread.reason('damaged-record-last');
  }

  read(bytes: Uint8Array, start: number, end: number, base: number): number {
    let at = start;
    if (this.#state === 'header') {
      if (end - at < FILE_HEADER_LENGTH) return at;
      this.#open(u32be(bytes, at + 12), base + at);
      at += FILE_HEADER_LENGTH;
    }
    while (this.#state === 'records' && end - at >= RECORD_HEADER_LENGTH) {
      const captured = u32be(bytes, at + 4);
      const length = u32be(bytes, at + 8);
      if (length < RECORD_HEADER_LENGTH + captured || length > LONGEST_RECORD) {
        hit(this.#damaged, this.#packet.frame + 1, base + at);
        this.#state = 'stopped';
        break;
      }
      if (length > end - at) {
        this.wanted = length;
        return at;
      }
      this.#record(bytes, at, captured, base);
      at += length;
    }
    if (this.#state === 'stopped') {
      this.#facts.unreadBytes += end - at;
      return end;
    }
    this.wanted = RECORD_HEADER_LENGTH;
    return at;
  }

  finish(_bytes: Uint8Array, start: number, end: number, base: number): void {
    if (end === start) return;
    this.#facts.unreadBytes += end - start;
    hit(this.#unread.reason('truncated-record'), this.#packet.frame + 1, base + start);
  }

  #open(datalink: number, offset: number): void {
    const linkType = LINK_TYPES.get(datalink);
    this.#state = linkType === undefined ? 'stopped' : 'records';
    this.#facts.interfaces = 1;
    if (linkType === undefined) {
      hit(this.#unread.reason(`snoop-datalink-${datalink}`), 0, offset);
      return;
    }
    this.#packet.linkType = linkType;
    this.#facts.linkType(linkType);
  }

  #record(bytes: Uint8Array, at: number, captured: number, base: number): void {
    const packet = this.#packet;
    const data = at + RECORD_HEADER_LENGTH;
    const wire = u32be(bytes, at);
    packet.bytes = bytes;
    packet.start = data;
    packet.end = data + captured;
    packet.wireLength = Math.max(wire, captured);
    packet.time = u32be(bytes, at + 16) * 1_000_000 + u32be(bytes, at + 20);
    packet.frame += 1;
    packet.offset = base + data;
    // Drops are cumulative from the start of the capture.
    this.#facts.drops = u32be(bytes, at + 12);
    this.#facts.packet(packet.time, wire > captured);
    this.#sink.packet(packet);
  }
}

export const snoop: CaptureFormat = {
  id: 'snoop',
  sniff: (head) => head.length >= MAGIC.length && MAGIC.every((byte, at) => head[at] === byte),
  open(sink, unread) {
    const facts = new FactsBuilder();
    const stream = new RecordStream(new SnoopRecords(sink, unread, facts));
    return { facts, push: (chunk) => stream.push(chunk), end: () => stream.end() };
  },
};
