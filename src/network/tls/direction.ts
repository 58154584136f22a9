import { copyOf } from '../../capture/bytes.ts';
import type { Payload } from '../../model/packet.ts';
import { type InnerFlow, runOf } from '../stream/inner-flow.ts';
import type { StreamFlow } from '../stream/stream-sink.ts';
import { HandshakeReader } from './handshake-reader.ts';
import type { RecordOpener } from './opener.ts';
import type { TlsRecord } from './protection.ts';
import { RecordReader } from './record-reader.ts';

/** Bytes of protected records that wait for the other direction's hello. */
const MAX_WAITING = 65_536;

interface WaitingRecord {
  readonly record: TlsRecord;
  readonly run: Payload;
}

/** What is known and held of one direction of a TLS connection. */
export class Direction {
  readonly flow: StreamFlow;
  readonly records: RecordReader;
  readonly handshakes = new HandshakeReader();
  /** ChangeCipherSpec has come: up to TLS 1.2 everything after it is protected. */
  changed = false;
  /** A protected record has come. */
  began = false;
  /** The keys in force, once they were needed. */
  opener: RecordOpener | null = null;
  /** Bytes lost before there were keys. */
  lost = 0;
  /** Records in a row that the keys did not open. */
  failures = 0;
  /** What the cleartext is handed on by. */
  inner: InnerFlow | null = null;
  /** Memory that the connection's budget knows of. */
  counted = 0;
  #waiting: WaitingRecord[] = [];
  #waitingBytes = 0;

  constructor(flow: StreamFlow) {
    this.flow = flow;
    this.records = new RecordReader(!flow.fromStart);
  }

  get held(): number {
    return this.records.held + this.handshakes.held + this.#waitingBytes;
  }

  /** Keeps a protected record until there are keys; false when there is no room. */
  wait(record: TlsRecord, run: Payload): boolean {
    const bytes = copyOf(record.bytes, record.start, record.end);
    this.#waitingBytes += bytes.length;
    if (this.#waitingBytes > MAX_WAITING) return false;
    const { flow } = this;
    const copy = runOf(run, bytes, 0, bytes.length, run.transport);
    // The packet that holds the addresses is reused.
    copy.addressBytes = flow.addresses;
    copy.sourceAt = 0;
    copy.destinationAt = flow.addressLength;
    const { type, version } = record;
    this.#waiting.push({
      record: { type, version, bytes, start: 0, end: bytes.length },
      run: copy,
    });
    return true;
  }

  get waits(): boolean {
    return this.#waiting.length > 0;
  }

  takeWaiting(): readonly WaitingRecord[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#waitingBytes = 0;
    return waiting;
  }

  clear(): void {
    this.records.clear();
    this.handshakes.clear();
    this.takeWaiting();
  }
}
