/** Endace extensible record format as a file of its own: records one after another, nothing before or after them. */
import type { Packet } from '../model/packet.ts';
import { hit, type UnreadReason, type UnreadTally } from '../model/unread.ts';
import { NO_BYTES } from './bytes.ts';
import { ERF_HEADER_LENGTH, type ErfRecord, hasPacket, readErf } from './erf-record.ts';
import { sniffErf } from './erf-sniff.ts';
import { FactsBuilder } from './facts.ts';
import type { CaptureFormat, PacketSink } from './reader.ts';
import { type RecordParser, RecordStream } from './record-stream.ts';

/** The link type of a whole record, header included: what is inside is for the network room. */
const LINK_TYPE = 197;

class ErfRecords implements RecordParser {
  wanted = ERF_HEADER_LENGTH;
  skip = 0;
  readonly #sink: PacketSink;
  readonly #unread: UnreadTally;
  readonly #facts: FactsBuilder;
  readonly #damaged: UnreadReason;
  #stopped = false;
  readonly #packet: Packet = {
    bytes: NO_BYTES,
    start: 0,
    end: 0,
    wireLength: 0,
    time: 0,
    linkType: LINK_TYPE,
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
    while (!this.#stopped && end - at >= ERF_HEADER_LENGTH) {
      const record = readErf(bytes, at);
      if (record === null) {
        hit(this.#damaged, this.#packet.frame + 1, base + at);
        this.#stopped = true;
        break;
      }
      if (record.length > end - at) {
        this.wanted = record.length;
        return at;
      }
      this.#record(record, bytes, at, base);
      at += record.length;
    }
    if (this.#stopped) {
      this.#facts.unreadBytes += end - at;
      return end;
    }
    this.wanted = ERF_HEADER_LENGTH;
    return at;
  }

  finish(_bytes: Uint8Array, start: number, end: number, base: number): void {
    if (end === start) return;
    this.#facts.unreadBytes += end - start;
    hit(this.#unread.reason('truncated-record'), this.#packet.frame + 1, base + start);
  }

  #record(record: ErfRecord, bytes: Uint8Array, at: number, base: number): void {
    const packet = this.#packet;
    packet.frame += 1;
    this.#facts.drops = (this.#facts.drops ?? 0) + record.lost;
    if (!hasPacket(record)) return;
    packet.bytes = bytes;
    packet.start = at;
    packet.end = at + record.length;
    packet.wireLength = record.length + record.missing;
    packet.time = record.seconds * 1_000_000 + record.micros;
    packet.offset = base + at;
    this.#facts.linkType(LINK_TYPE);
    this.#facts.packet(packet.time, record.missing > 0);
    this.#sink.packet(packet);
  }
}

export const erf: CaptureFormat = {
  id: 'erf',
  unmarked: true,
  sniff: sniffErf,
  open(sink, unread) {
    const facts = new FactsBuilder();
    facts.interfaces = 1;
    const stream = new RecordStream(new ErfRecords(sink, unread, facts));
    return { facts, push: (chunk) => stream.push(chunk), end: () => stream.end() };
  },
};
