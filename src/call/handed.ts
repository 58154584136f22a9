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

  constructor(collector: Collector, source: number) {
    const nobody = collector.peers.all[0] as Peer;
    this.#collector = collector;
    this.#source = source;
    this.#peers = [nobody];
    this.#message = new HandedMessage(nobody);
  }

  /** All messages of a batch, in order; its buffer is free afterwards. */
  take({ buffer, used, peers, methods }: RecordBatch): void {
    for (const [address, port] of peers) {
      this.#peers.push(this.#collector.peers.named(address, port));
    }
    this.#methods.push(...methods);
    const message = this.#message;
    message.bytes = new Uint8Array(buffer);
    message.words = new Int32Array(buffer);
    const doubles = new Float64Array(buffer);
    for (let at = 0; at < used; at += sizeInBatch(message.end - message.start)) {
      this.#show(at, doubles);
      if (message.words[(at >> 2) + LEAD.lost] === 1) this.#collector.countLost(message);
      else this.#collector.adopt(message);
    }
  }

  #show(lead: number, doubles: Float64Array): void {
    const message = this.#message;
    const { words } = message;
    const view = this.#view;
    const word = lead >> 2;
    message.at = lead + LEAD_BYTES;
    view.at(words, doubles, message.at);
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
