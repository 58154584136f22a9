import { LF } from '../sip/bytes.ts';
import type { Collector } from './collect.ts';
import { LEAD, LEAD_BYTES, type RecordBatch, sizeInBatch } from './handover.ts';
import type { Peer } from './peers.ts';
import { KIND, RECORD_BYTES, RecordView } from './record.ts';

/** A message of a batch, as far as collecting looks at it: the same names as in `Message`. */
export class HandedMessage {
  bytes = new Uint8Array(0);
  words = new Int32Array(0);
  /** Where its record begins. */
  at = 0;
  end = 0;
  callIdAt = 0;
  callIdEnd = 0;
  callIdHash = 0;
  method = '';
  status = 0;
  time = 0;
  source = 0;
  hasToTag = false;
  sender: Peer;
  receiver: Peer;

  constructor(nobody: Peer) {
    this.sender = nobody;
    this.receiver = nobody;
  }

  get start(): number {
    return this.at + RECORD_BYTES;
  }

  get lineEnd(): number {
    const found = this.bytes.subarray(this.start, this.end).indexOf(LF);
    return found < 0 ? this.end : this.start + found;
  }
}

/** Hands the batches of one source to the collector. */
export class BatchReader {
  readonly #collector: Collector;
  readonly #source: number;
  /** The collector's, by the numbers that the batches use. */
  readonly #peers: Peer[];
  readonly #methods: string[] = [];
  readonly #message: HandedMessage;
  readonly #view = new RecordView();
  #doubles = new Float64Array(0);
  /** Where the next message of the batch begins. */
  #next = 0;

  constructor(collector: Collector, source: number) {
    const nobody = collector.peers.all[0] as Peer;
    this.#collector = collector;
    this.#source = source;
    this.#peers = [nobody];
    this.#message = new HandedMessage(nobody);
  }

  /** Begins a batch; its buffer is free when all of it was taken. */
  open({ buffer, peers, methods }: RecordBatch): void {
    for (const [address, port] of peers) {
      this.#peers.push(this.#collector.peers.named(address, port));
    }
    this.#methods.push(...methods);
    this.#message.bytes = new Uint8Array(buffer);
    this.#message.words = new Int32Array(buffer);
    this.#doubles = new Float64Array(buffer);
    this.#next = 0;
  }

  /** The messages of the batch as far as byte `end`, in order. */
  take(end: number): void {
    const message = this.#message;
    for (; this.#next < end; this.#next += sizeInBatch(message.end - message.start)) {
      this.#show(this.#next);
      if (message.words[(this.#next >> 2) + LEAD.lost] === 1) this.#collector.countLost(message);
      else this.#collector.adopt(message);
    }
  }

  #show(lead: number): void {
    const message = this.#message;
    const { words } = message;
    const view = this.#view;
    const word = lead >> 2;
    message.at = lead + LEAD_BYTES;
    view.at(words, this.#doubles, message.at);
    const start = view.start;
    message.end = view.end;
    message.callIdAt = start + (words[word + LEAD.callIdAt] as number);
    message.callIdEnd = message.callIdAt + (words[word + LEAD.callIdLength] as number);
    message.callIdHash = words[word + LEAD.callIdHash] as number;
    message.method = this.#methods[words[word + LEAD.method] as number] as string;
    message.status = view.status;
    message.time = view.time;
    message.hasToTag = view.is(KIND.toTag);
    message.sender = this.#peers[view.sender] as Peer;
    message.receiver = this.#peers[view.receiver] as Peer;
    message.source = this.#source;
    view.belongsTo(this.#source, message.sender.id, message.receiver.id);
  }
}
