import type { Endpoint, Transport } from '../model/packet.ts';
import { Message } from '../sip/message.ts';
import { methodAt } from '../sip/methods.ts';
import { Peer } from './peers.ts';

const CHUNK = 1 << 20;
/** Free blocks that are held for use again: the garbage collector is slow to take note of memory outside its heap. */
const MAX_FREE = 48;
/** Message objects that are held for use again: making one costs more than filling it. */
const MAX_SPARE = 1024;
/** Layout of a record, in 32-bit words; two words make a double. The message's bytes follow. */
const TIME = 0;
const OFFSET = 2;
const PREVIOUS = 4;
const SOURCE = 6;
const FRAME = 7;
const SENDER = 8;
const RECEIVER = 9;
const TRANSPORT = 10;
const IP_ID = 11;
const TTL = 12;
const POINT = 13;
const STATUS = 14;
const LENIENCY = 15;
const CSEQ = 16;
const CONTENT_LENGTH = 18;
const LENGTH = 20;
const LINE_END = 21;
const HEADERS_END = 22;
const BODY_START = 23;
const METHOD_LENGTH = 24;
const CSEQ_METHOD_AT = 25;
const CSEQ_METHOD_LENGTH = 26;
const BRANCH_AT = 27;
const BRANCH_LENGTH = 28;
const SENT_BY_AT = 29;
const SENT_BY_LENGTH = 30;
const FROM_TAG_AT = 31;
const FROM_TAG_LENGTH = 32;
const TO_TAG_AT = 33;
const TO_TAG_LENGTH = 34;
const BRANCH_HASH = 35;
const FROM_AT = 36;
const TO_AT = 37;
const HAS_REASON = 38;
const INFERRED = 39;
const RECORD_WORDS = 40;
const RECORD_BYTES = RECORD_WORDS * 4;

const TRANSPORTS: readonly Transport[] = ['unknown', 'udp', 'tcp', 'tls', 'sctp', 'ws', 'wss'];

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
 * message costs its bytes and 160 more, and no object, no string, no work for the garbage collector; `read` makes the
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

  /** Stores a copy of the message and returns its position; `previous` is that of the conversation's one before, or NONE. */
  add(message: Message, previous: number): number {
    const { start } = message;
    const length = message.end - start;
    const position = this.#allot('new', RECORD_BYTES + length);
    this.added += RECORD_BYTES + length;
    const { bytes, words, doubles } = this.#chunkAt(position);
    const at = position % CHUNK;
    const word = at >> 2;
    doubles[(word + TIME) >> 1] = message.time;
    doubles[(word + OFFSET) >> 1] = message.offset;
    doubles[(word + PREVIOUS) >> 1] = previous;
    doubles[(word + CSEQ) >> 1] = message.cseq;
    doubles[(word + CONTENT_LENGTH) >> 1] = message.contentLength;
    words[word + SOURCE] = message.source;
    words[word + FRAME] = message.frame;
    words[word + SENDER] = idOf(message.sender);
    words[word + RECEIVER] = idOf(message.receiver);
    words[word + TRANSPORT] = TRANSPORTS.indexOf(message.transport);
    words[word + IP_ID] = message.ipId;
    words[word + TTL] = message.ttl;
    words[word + POINT] = message.point;
    words[word + STATUS] = message.status;
    words[word + LENIENCY] = message.leniency;
    words[word + LENGTH] = length;
    words[word + LINE_END] = message.lineEnd - start;
    words[word + HEADERS_END] = message.headersEnd - start;
    words[word + BODY_START] = message.bodyStart - start;
    words[word + METHOD_LENGTH] = message.status === 0 ? message.method.length : 0;
    words[word + CSEQ_METHOD_AT] = message.cseqMethodAt - start;
    words[word + CSEQ_METHOD_LENGTH] = message.cseqMethod.length;
    words[word + BRANCH_AT] = message.branchAt - start;
    words[word + BRANCH_LENGTH] = message.branchEnd - message.branchAt;
    words[word + BRANCH_HASH] = message.branchHash;
    words[word + SENT_BY_AT] = message.sentByAt - start;
    words[word + SENT_BY_LENGTH] = message.sentByEnd - message.sentByAt;
    words[word + FROM_AT] = message.fromAt === 0 ? 0 : message.fromAt - start;
    words[word + TO_AT] = message.toAt === 0 ? 0 : message.toAt - start;
    words[word + HAS_REASON] = message.hasReason ? 1 : 0;
    words[word + INFERRED] = message.inferred;
    words[word + FROM_TAG_AT] = message.fromTagAt - start;
    words[word + FROM_TAG_LENGTH] = message.fromTagEnd - message.fromTagAt;
    words[word + TO_TAG_AT] = message.toTagAt - start;
    words[word + TO_TAG_LENGTH] = message.toTagEnd - message.toTagAt;
    bytes.set(message.bytes.subarray(start, message.end), at + RECORD_BYTES);
    return position;
  }

  /** The messages of a chain, oldest arrival first, as objects that refer to this memory until the chain is released or moved. */
  read({ last, count }: Readonly<Chain>, callId: string): Message[] {
    const messages = new Array<Message>(count);
    let position = last;
    for (let index = count - 1; index >= 0; index -= 1) {
      const chunk = this.#chunkAt(position);
      const at = position % CHUNK;
      messages[index] = this.#message(chunk, at, callId);
      position = chunk.doubles[((at >> 2) + PREVIOUS) >> 1] as number;
    }
    return messages;
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
    for (let left = chain.count; left > 0; left -= 1) {
      const chunk = this.#chunkAt(position);
      const previous = chunk.doubles[(((position % CHUNK) >> 2) + PREVIOUS) >> 1] as number;
      this.#drop(position);
      position = previous;
    }
    chain.last = NONE;
    chain.count = 0;
  }

  /** Moves the new messages of a chain to another area, so that the blocks of new messages can be used again. */
  move(chain: Chain, area: 'waiting' | 'kept'): void {
    let from = chain.last;
    let newer: Chunk | null = null;
    let newerLink = 0;
    for (let left = chain.count; left > 0; left -= 1) {
      const source = this.#chunkAt(from);
      // Older messages were moved before, all together.
      if (source.area !== 'new') return;
      const sourceAt = from % CHUNK;
      const size = RECORD_BYTES + (source.words[(sourceAt >> 2) + LENGTH] as number);
      const position = this.#allot(area, size);
      const target = this.#chunkAt(position);
      const at = position % CHUNK;
      target.bytes.set(source.bytes.subarray(sourceAt, sourceAt + size), at);
      if (newer === null) chain.last = position;
      else newer.doubles[newerLink] = position;
      newer = target;
      newerLink = ((at >> 2) + PREVIOUS) >> 1;
      this.#drop(from);
      from = target.doubles[newerLink] as number;
    }
  }

  #message(chunk: Chunk, at: number, callId: string): Message {
    const { bytes, words, doubles } = chunk;
    const word = at >> 2;
    const start = at + RECORD_BYTES;
    const end = start + (words[word + LENGTH] as number);
    const message = this.#spare.pop() ?? new Message(bytes, start, end);
    message.bytes = bytes;
    message.start = start;
    message.end = end;
    message.repeat = 'first';
    message.time = doubles[(word + TIME) >> 1] as number;
    message.offset = doubles[(word + OFFSET) >> 1] as number;
    message.cseq = doubles[(word + CSEQ) >> 1] as number;
    message.contentLength = doubles[(word + CONTENT_LENGTH) >> 1] as number;
    message.source = words[word + SOURCE] as number;
    message.frame = words[word + FRAME] as number;
    message.sender = this.#peers[words[word + SENDER] as number] as Peer;
    message.receiver = this.#peers[words[word + RECEIVER] as number] as Peer;
    message.transport = TRANSPORTS[words[word + TRANSPORT] as number] as Transport;
    message.ipId = words[word + IP_ID] as number;
    message.ttl = words[word + TTL] as number;
    message.point = words[word + POINT] as number;
    message.status = words[word + STATUS] as number;
    message.leniency = words[word + LENIENCY] as number;
    message.callId = callId;
    message.lineEnd = start + (words[word + LINE_END] as number);
    message.headersEnd = start + (words[word + HEADERS_END] as number);
    message.bodyStart = start + (words[word + BODY_START] as number);
    message.cseqMethodAt = start + (words[word + CSEQ_METHOD_AT] as number);
    const cseqMethodEnd = message.cseqMethodAt + (words[word + CSEQ_METHOD_LENGTH] as number);
    message.cseqMethod = methodAt(bytes, message.cseqMethodAt, cseqMethodEnd);
    message.method =
      message.status === 0
        ? methodAt(bytes, start, start + (words[word + METHOD_LENGTH] as number))
        : message.cseqMethod;
    message.branchAt = start + (words[word + BRANCH_AT] as number);
    message.branchEnd = message.branchAt + (words[word + BRANCH_LENGTH] as number);
    message.branchHash = words[word + BRANCH_HASH] as number;
    message.sentByAt = start + (words[word + SENT_BY_AT] as number);
    message.sentByEnd = message.sentByAt + (words[word + SENT_BY_LENGTH] as number);
    message.fromAt = words[word + FROM_AT] === 0 ? 0 : start + (words[word + FROM_AT] as number);
    message.toAt = words[word + TO_AT] === 0 ? 0 : start + (words[word + TO_AT] as number);
    message.hasReason = words[word + HAS_REASON] === 1;
    message.inferred = words[word + INFERRED] as number;
    message.fromTagAt = start + (words[word + FROM_TAG_AT] as number);
    message.fromTagEnd = message.fromTagAt + (words[word + FROM_TAG_LENGTH] as number);
    message.toTagAt = start + (words[word + TO_TAG_AT] as number);
    message.toTagEnd = message.toTagAt + (words[word + TO_TAG_LENGTH] as number);
    return message;
  }

  #chunkAt(position: number): Chunk {
    return this.#chunks[Math.floor(position / CHUNK)] as Chunk;
  }

  /** Position with room for `size` bytes at an 8-byte boundary. */
  #allot(area: Area, size: number): number {
    const tail = this.#tails[area];
    const rounded = (size + 7) & ~7;
    if (tail.index === NONE || tail.used + rounded > CHUNK) {
      const full = tail.index;
      tail.index = this.#newChunk(area, Math.max(CHUNK, rounded));
      tail.used = 0;
      if (full !== NONE && this.#chunks[full]?.live === 0) this.#free(full);
    }
    const at = tail.used;
    tail.used += rounded;
    (this.#chunks[tail.index] as Chunk).live += 1;
    return tail.index * CHUNK + at;
  }

  #newChunk(area: Area, size: number): number {
    const buffer =
      size === CHUNK
        ? (this.#freeBuffers.pop() ?? new ArrayBuffer(CHUNK))
        : new ArrayBuffer((size + 7) & ~7);
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
    const index = Math.floor(position / CHUNK);
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
  last: number;
  count: number;
}

function idOf(endpoint: Endpoint): number {
  return endpoint instanceof Peer ? endpoint.id : 0;
}
