/** Endace extensible record format as a file of its own: records one after another, nothing before or after them. */
import type { Packet } from '../model/packet.ts';
import { NO_BYTES } from './bytes.ts';
import { ERF_HEADER_LENGTH, hasPacket, readErf } from './erf-record.ts';
import { isNeighbour, sniffErf } from './erf-sniff.ts';
import { FactsBuilder } from './facts.ts';
import { FramedRecords, type RecordFormat } from './framed-records.ts';
import type { CaptureFormat, PacketSink } from './reader.ts';
import { RecordStream } from './record-stream.ts';

/** The link type of a whole record, header included: what is inside is for the network room. */
const LINK_TYPE = 197;

class ErfRecords implements RecordFormat {
  readonly header = ERF_HEADER_LENGTH;
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
    linkType: LINK_TYPE,
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

  length(bytes: Uint8Array, at: number): number {
    return readErf(bytes, at)?.length ?? 0;
  }

  isNeighbour(bytes: Uint8Array, at: number): boolean {
    const record = readErf(bytes, at);
    return record !== null && isNeighbour(record, this.#seconds);
  }

  take(bytes: Uint8Array, at: number, base: number): void {
    const packet = this.#packet;
    packet.frame += 1;
    const record = readErf(bytes, at);
    if (record === null) return;
    this.#seconds = record.seconds;
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
    const records = new FramedRecords(new ErfRecords(sink, facts), unread, facts);
    const stream = new RecordStream(records);
    return { facts, push: (chunk) => stream.push(chunk), end: () => stream.end() };
  },
};
