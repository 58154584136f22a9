import type { Message } from '../sip/message.ts';
import { PeerTable } from './peers.ts';
import { RECORD_BYTES, writeRecord } from './record.ts';
import { NONE } from './store.ts';

/**
 * Messages of one source on their way from the thread that reads to the one that judges: records as the store has them, each behind a few
 * words that say what grouping needs, so that nobody scans the messages again. Plain data.
 */
export interface RecordBatch {
  readonly buffer: ArrayBuffer;
  /** Bytes of it that are in use. */
  readonly used: number;
  /** Ends of messages, and methods, that no batch of this source had before: their numbers go on from there. */
  readonly peers: readonly (readonly [address: string, port: number])[];
  readonly methods: readonly string[];
}

/** Layout of what stands before a record, in 32-bit words. */
export const LEAD = {
  /** From the start of the message. */
  callIdAt: 0,
  callIdLength: 1,
  callIdHash: 2,
  /** Number of the method's name. */
  method: 3,
  /** 1: too little is left of the message to be put anywhere. */
  lost: 4,
} as const;
/** A whole number of doubles. */
export const LEAD_BYTES = 6 * 4;
const ALIGNMENT = 8;
/** Worth sending. */
export const ENOUGH_BYTES = 1 << 20;
/** What comes together until then has room in it, as a rule. */
const BATCH_BYTES = 2 * ENOUGH_BYTES;
const NO_BUFFER = new ArrayBuffer(0);

/** Takes the messages of one source and makes batches of them. */
export class BatchWriter {
  readonly peers = new PeerTable();
  #buffer = NO_BUFFER;
  #bytes = new Uint8Array(NO_BUFFER);
  #words = new Int32Array(NO_BUFFER);
  #doubles = new Float64Array(NO_BUFFER);
  #used = 0;
  #peersTold = 1;
  #methodsTold = 0;
  readonly #methods = new Map<string, number>();
  readonly #spare: ArrayBuffer[] = [];

  add(message: Message): void {
    this.#write(message, 0);
  }

  countLost(message: Message): void {
    this.#write(message, 1);
  }

  /** Bytes that came together since the last time. */
  get used(): number {
    return this.#used;
  }

  /** What came together since the last time. */
  take(): RecordBatch {
    const { all } = this.peers;
    const peers = all.slice(this.#peersTold).map(({ address, port }) => [address, port] as const);
    const methods = [...this.#methods.keys()].slice(this.#methodsTold);
    const batch = { buffer: this.#filled(), used: this.#used, peers, methods };
    this.#peersTold = all.length;
    this.#methodsTold = this.#methods.size;
    this.#used = 0;
    return batch;
  }

  /** The buffer that is being filled; a copy when it is mostly empty. */
  #filled(): ArrayBuffer {
    const buffer = this.#buffer;
    if (this.#used <= buffer.byteLength / 2) return buffer.slice(0, this.#used);
    this.#fill(NO_BUFFER);
    return buffer;
  }

  /** A buffer comes back empty, to be filled again. */
  giveBack(buffer: ArrayBuffer): void {
    if (buffer.byteLength === BATCH_BYTES) this.#spare.push(buffer);
  }

  #write(message: Message, lost: number): void {
    const { start, end } = message;
    const size = sizeInBatch(end - start);
    this.#reserve(this.#used + size);
    const word = this.#used >> 2;
    const words = this.#words;
    words[word + LEAD.callIdAt] = message.callIdAt - start;
    words[word + LEAD.callIdLength] = message.callIdEnd - message.callIdAt;
    words[word + LEAD.callIdHash] = message.callIdHash;
    words[word + LEAD.method] = this.#numberOf(message.method);
    words[word + LEAD.lost] = lost;
    const at = this.#used + LEAD_BYTES;
    writeRecord(message, NONE, words, this.#doubles, at);
    this.#bytes.set(message.bytes.subarray(start, end), at + RECORD_BYTES);
    this.#used += size;
  }

  #numberOf(method: string): number {
    let number = this.#methods.get(method);
    if (number === undefined) this.#methods.set(method, (number = this.#methods.size));
    return number;
  }

  #reserve(length: number): void {
    if (length <= this.#buffer.byteLength) return;
    const before = this.#bytes.subarray(0, this.#used);
    if (length > BATCH_BYTES) this.#fill(new ArrayBuffer((2 * length) & -ALIGNMENT));
    else this.#fill(this.#spare.pop() ?? new ArrayBuffer(BATCH_BYTES));
    this.#bytes.set(before);
  }

  #fill(buffer: ArrayBuffer): void {
    this.#buffer = buffer;
    this.#bytes = new Uint8Array(buffer);
    this.#words = new Int32Array(buffer);
    this.#doubles = new Float64Array(buffer);
  }
}

/** Bytes that a message of this length takes in a batch. */
export function sizeInBatch(length: number): number {
  return (LEAD_BYTES + RECORD_BYTES + length + ALIGNMENT - 1) & -ALIGNMENT;
}
