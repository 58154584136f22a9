import type { Message } from '../sip/message.ts';
import type { Peer } from './peers.ts';
import {
  LENGTH,
  PREVIOUS,
  readRecord,
  RECORD_BYTES,
  type RecordView,
  writeRecord,
} from './record.ts';

const CHUNK = 1 << 20;
/** Free blocks that are held for use again: the garbage collector is slow to take note of memory outside its heap. */
const MAX_FREE = 48;
/** Message objects that are held for use again: making one costs more than filling it. */
const MAX_SPARE = 1024;
/** Records begin at multiples of this, and positions count in it. */
const ALIGNMENT = 8;
const SLOTS = CHUNK / ALIGNMENT;

/** No earlier message. */
export const NONE = -1;

interface Chunk {
  readonly bytes: Uint8Array;
  readonly words: Int32Array;
  readonly doubles: Float64Array;
  readonly area: Area;
  /** Records that somebody still needs. */
  live: number;
}

/** New messages, and what a chain is moved to so that it does not hold on to the memory of others. */
type Area = 'new' | 'waiting' | 'kept';

/** Where the next record of an area goes. */
interface Tail {
  index: number;
  used: number;
}

/**
 * Where collected messages wait until they are judged: records in large blocks outside the JavaScript heap. A waiting
 * message costs its bytes and 88 more, and no object, no string, no work for the garbage collector; `read` makes the
 * object again. Messages of one conversation are chained from the last one to the first. A block is used again as soon as all
 * its records are released or moved away.
 */
export class MessageStore {
  /** Bytes that were added since the store was made; only grows. */
  added = 0;
  /** Bytes in blocks that hold new messages. */
  newBytes = 0;
  readonly #peers: readonly Peer[];
  readonly #chunks: (Chunk | null)[] = [];
  readonly #freeIndexes: number[] = [];
  readonly #spare: Message[] = [];
  readonly #freeBuffers: ArrayBuffer[] = [];
  readonly #tails: Readonly<Record<Area, Tail>> = {
    new: { index: NONE, used: 0 },
    waiting: { index: NONE, used: 0 },
    kept: { index: NONE, used: 0 },
  };

  constructor(peers: readonly Peer[]) {
    this.#peers = peers;
  }

  /** Stores a copy of the message at the end of a chain. */
  add(message: Message, chain: Chain): void {
    const { start } = message;
    const length = message.end - start;
    const position = this.#allot('new', RECORD_BYTES + length);
    this.added += RECORD_BYTES + length;
    const { bytes, words, doubles } = this.#chunkAt(position);
    const at = offsetOf(position);
    writeRecord(message, chain.last, words, doubles, at);
    bytes.set(message.bytes.subarray(start, message.end), at + RECORD_BYTES);
    chain.append(position);
  }

  /** Stores a copy of a record that was written elsewhere, `length` bytes with its message, at the end of a chain. */
  adopt(from: Uint8Array, fromAt: number, length: number, chain: Chain): void {
    const position = this.#allot('new', length);
    this.added += length;
    const { bytes, words } = this.#chunkAt(position);
    const at = offsetOf(position);
    bytes.set(from.subarray(fromAt, fromAt + length), at);
    words[(at >> 2) + PREVIOUS] = chain.last;
    chain.append(position);
  }

  /** The messages of a chain, oldest arrival first, as objects that refer to this memory until the chain is released or moved. */
  read({ last, count }: Pick<Chain, 'last' | 'count'>, callId: string): Message[] {
    const messages = new Array<Message>(count);
    let position = last;
    for (let index = count - 1; index >= 0; index -= 1) {
      const { bytes, words, doubles } = this.#chunkAt(position);
      const at = offsetOf(position);
      const message = readRecord(bytes, words, doubles, at, this.#peers, this.#spare.pop());
      message.callId = callId;
      messages[index] = message;
      position = words[(at >> 2) + PREVIOUS] as number;
    }
    return messages;
  }

  /** Shows one record; returns the position of the one before. */
  viewAt(position: number, view: RecordView): number {
    const { words, doubles } = this.#chunkAt(position);
    const at = offsetOf(position);
    view.at(words, doubles, at);
    return words[(at >> 2) + PREVIOUS] as number;
  }

  /** Shows the records of a chain through the first `count` views, oldest arrival first; all their places are known. */
  view(chain: Chain, views: readonly RecordView[]): void {
    const { count } = chain;
    // Not from one to the next: each is far from the others in memory, and this way they are fetched at the same time.
    for (let index = 0; index < count; index += 1) {
      this.viewAt(chain.placeOf(index), views[index] as RecordView);
    }
  }

  /** Takes message objects back, to be used for the next ones that are read: nobody may hold on to them. */
  giveBack(messages: readonly Message[]): void {
    for (const message of messages) {
      if (this.#spare.length >= MAX_SPARE) return;
      this.#spare.push(message);
    }
  }

  /** Gives a chain's memory back. Every message object read from it before is void: it may show foreign bytes. */
  release(chain: Chain): void {
    let position = chain.last;
    for (let index = chain.count - 1; index >= 0; index -= 1) {
      const previous =
        index > 0 && chain.placeOf(index - 1) !== NONE
          ? chain.placeOf(index - 1)
          : this.#previous(position);
      this.#drop(position);
      position = previous;
    }
    chain.clear();
  }

  /** Moves the new messages of a chain to another area, so that the blocks of new messages can be used again. */
  move(chain: Chain, area: 'waiting' | 'kept'): void {
    let from = chain.last;
    let newer: Chunk | null = null;
    let newerLink = 0;
    for (let index = chain.count - 1; index >= 0; index -= 1) {
      const source = this.#chunkAt(from);
      // Older messages were moved before, all together.
      if (source.area !== 'new') return;
      const sourceAt = offsetOf(from);
      const size = RECORD_BYTES + (source.words[(sourceAt >> 2) + LENGTH] as number);
      const position = this.#allot(area, size);
      const target = this.#chunkAt(position);
      const at = offsetOf(position);
      target.bytes.set(source.bytes.subarray(sourceAt, sourceAt + size), at);
      chain.place(index, position);
      if (newer !== null) newer.words[newerLink] = position;
      newer = target;
      newerLink = (at >> 2) + PREVIOUS;
      this.#drop(from);
      from = target.words[newerLink] as number;
    }
  }

  #previous(position: number): number {
    return this.#chunkAt(position).words[(offsetOf(position) >> 2) + PREVIOUS] as number;
  }

  #chunkAt(position: number): Chunk {
    return this.#chunks[Math.floor(position / SLOTS)] as Chunk;
  }

  /** Position with room for `size` bytes. */
  #allot(area: Area, size: number): number {
    const tail = this.#tails[area];
    const rounded = (size + ALIGNMENT - 1) & -ALIGNMENT;
    if (tail.index === NONE || tail.used + rounded > CHUNK) {
      const full = tail.index;
      tail.index = this.#newChunk(area, Math.max(CHUNK, rounded));
      tail.used = 0;
      if (full !== NONE && this.#chunks[full]?.live === 0) this.#free(full);
    }
    const at = tail.used;
    tail.used += rounded;
    (this.#chunks[tail.index] as Chunk).live += 1;
    return tail.index * SLOTS + at / ALIGNMENT;
  }

  #newChunk(area: Area, size: number): number {
    const buffer =
      size === CHUNK ? (this.#freeBuffers.pop() ?? new ArrayBuffer(CHUNK)) : new ArrayBuffer(size);
    const index = this.#freeIndexes.pop() ?? this.#chunks.length;
    this.#chunks[index] = {
      bytes: new Uint8Array(buffer),
      words: new Int32Array(buffer),
      doubles: new Float64Array(buffer),
      area,
      live: 0,
    };
    if (area === 'new') this.newBytes += size;
    return index;
  }

  #drop(position: number): void {
    const index = Math.floor(position / SLOTS);
    const chunk = this.#chunks[index] as Chunk;
    chunk.live -= 1;
    if (chunk.live === 0 && index !== this.#tails[chunk.area].index) this.#free(index);
  }

  #free(index: number): void {
    const { bytes, area } = this.#chunks[index] as Chunk;
    if (area === 'new') this.newBytes -= bytes.length;
    // An exceptionally long message had a block of its own, which is not used again.
    if (bytes.length === CHUNK && this.#freeBuffers.length < MAX_FREE) {
      this.#freeBuffers.push(bytes.buffer as ArrayBuffer);
    }
    this.#chunks[index] = null;
    this.#freeIndexes.push(index);
  }
}

/** The messages of one conversation, as the store knows them. */
export interface Chain {
  /** Position of the newest, NONE when there is none. */
  readonly last: number;
  readonly count: number;
  /** One more message. */
  append(position: number): void;
  /** Position of a message, oldest arrival first; NONE when it is not known without walking there. */
  placeOf(index: number): number;
  /** A message has another position now. */
  place(index: number, position: number): void;
  clear(): void;
}

/** Byte in its block where the record of a position begins. */
function offsetOf(position: number): number {
  return (position % SLOTS) * ALIGNMENT;
}
