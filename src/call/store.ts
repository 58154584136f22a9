import type { Endpoint, Transport } from '../model/packet.ts';
import { Message } from '../sip/message.ts';
import { methodAt } from '../sip/methods.ts';
import { Peer } from './peers.ts';

const CHUNK = 1 << 20;
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
const CSEQ = 15;
const LENIENCY = 17;
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
const RECORD_WORDS = 40;
const RECORD_BYTES = RECORD_WORDS * 4;

const TRANSPORTS: readonly Transport[] = ['unknown', 'udp', 'tcp', 'tls', 'sctp', 'ws', 'wss'];

/** No earlier message. */
export const NONE = -1;

interface Chunk {
  readonly bytes: Uint8Array;
  readonly words: Int32Array;
  readonly doubles: Float64Array;
}

/**
 * Where collected messages wait until they are judged: records in large blocks outside the JavaScript heap. A waiting
 * message costs its bytes and 160 more, and no object, no string, no work for the garbage collector; `read` makes the object again.
 * Messages of one conversation are chained from the last one to the first.
 */
export class MessageStore {
  /** Bytes of records and messages stored since the last `recycle`. */
  bytes = 0;
  readonly #peers: readonly Peer[];
  #chunks: Chunk[] = [];
  /** Where each chunk begins in the numbering of positions. */
  #used = CHUNK;
  readonly #free: Chunk[] = [];

  constructor(peers: readonly Peer[]) {
    this.#peers = peers;
  }

  /** Stores a copy of the message and returns its position; `previous` is that of the conversation's one before, or NONE. */
  add(message: Message, previous: number): number {
    const { start } = message;
    const length = message.end - start;
    const at = this.#allot(RECORD_BYTES + length);
    const { bytes, words, doubles } = this.#chunks[this.#chunks.length - 1] as Chunk;
    const word = at >> 2;
    doubles[(word + TIME) >> 1] = message.time;
    doubles[(word + OFFSET) >> 1] = message.offset;
    doubles[(word + PREVIOUS) >> 1] = previous;
    doubles[(word + CSEQ + 1) >> 1] = message.cseq;
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
    words[word + FROM_TAG_AT] = message.fromTagAt - start;
    words[word + FROM_TAG_LENGTH] = message.fromTagEnd - message.fromTagAt;
    words[word + TO_TAG_AT] = message.toTagAt - start;
    words[word + TO_TAG_LENGTH] = message.toTagEnd - message.toTagAt;
    bytes.set(message.bytes.subarray(start, message.end), at + RECORD_BYTES);
    return (this.#chunks.length - 1) * CHUNK + at;
  }

  /** The messages of a conversation, oldest arrival first, as objects that refer to this memory until `recycle`. */
  read(last: number, count: number, callId: string): Message[] {
    const messages = new Array<Message>(count);
    let position = last;
    for (let index = count - 1; index >= 0; index -= 1) {
      const chunk = this.#chunks[Math.floor(position / CHUNK)] as Chunk;
      const at = position % CHUNK;
      messages[index] = this.#message(chunk, at, callId);
      position = chunk.doubles[((at >> 2) + PREVIOUS) >> 1] as number;
    }
    return messages;
  }

  /**
   * Keeps only the chains that `survivors` names, moves them to other memory and gives that of all others back. Every
   * message object read before is void: it may show foreign bytes.
   */
  recycle(survivors: Iterable<Chain>): void {
    const old = this.#chunks;
    this.#chunks = [];
    this.#used = CHUNK;
    this.bytes = 0;
    for (const chain of survivors) this.#move(chain, old);
    for (const chunk of old) if (chunk.bytes.length === CHUNK) this.#free.push(chunk);
  }

  /** Copies a chain, newest message first, and ties each copy to the one made before it. */
  #move(chain: Chain, old: readonly Chunk[]): void {
    let from = chain.last;
    let newer: Chunk | null = null;
    let newerLink = 0;
    for (let left = chain.count; left > 0; left -= 1) {
      const source = old[Math.floor(from / CHUNK)] as Chunk;
      const sourceAt = from % CHUNK;
      const size = RECORD_BYTES + (source.words[(sourceAt >> 2) + LENGTH] as number);
      const at = this.#allot(size);
      const target = this.#chunks[this.#chunks.length - 1] as Chunk;
      target.bytes.set(source.bytes.subarray(sourceAt, sourceAt + size), at);
      const position = (this.#chunks.length - 1) * CHUNK + at;
      if (newer === null) chain.last = position;
      else newer.doubles[newerLink] = position;
      newer = target;
      newerLink = ((at >> 2) + PREVIOUS) >> 1;
      from = target.doubles[newerLink] as number;
    }
  }

  #message(chunk: Chunk, at: number, callId: string): Message {
    const { bytes, words, doubles } = chunk;
    const word = at >> 2;
    const start = at + RECORD_BYTES;
    const message = new Message(bytes, start, start + (words[word + LENGTH] as number));
    message.time = doubles[(word + TIME) >> 1] as number;
    message.offset = doubles[(word + OFFSET) >> 1] as number;
    message.cseq = doubles[(word + CSEQ + 1) >> 1] as number;
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
    message.fromTagAt = start + (words[word + FROM_TAG_AT] as number);
    message.fromTagEnd = message.fromTagAt + (words[word + FROM_TAG_LENGTH] as number);
    message.toTagAt = start + (words[word + TO_TAG_AT] as number);
    message.toTagEnd = message.toTagAt + (words[word + TO_TAG_LENGTH] as number);
    return message;
  }

  /** Room for `size` bytes at an 8-byte boundary of the last chunk. */
  #allot(size: number): number {
    const rounded = (size + 7) & ~7;
    if (this.#used + rounded > CHUNK) {
      // An exceptionally long message gets a chunk of its own, which is not used again.
      this.#chunks.push(
        rounded > CHUNK ? newChunk(rounded) : (this.#free.pop() ?? newChunk(CHUNK)),
      );
      this.#used = 0;
    }
    const at = this.#used;
    this.#used += rounded;
    this.bytes += rounded;
    return at;
  }
}

/** The messages of one conversation, as the store knows them. */
export interface Chain {
  /** Position of the newest, NONE when there is none. */
  last: number;
  count: number;
}

function newChunk(size: number): Chunk {
  const buffer = new ArrayBuffer(size);
  return {
    bytes: new Uint8Array(buffer),
    words: new Int32Array(buffer),
    doubles: new Float64Array(buffer),
  };
}

function idOf(endpoint: Endpoint): number {
  return endpoint instanceof Peer ? endpoint.id : 0;
}
