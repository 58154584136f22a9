import type { Endpoint, Transport } from '../model/packet.ts';
import { hasSdp } from '../sip/body.ts';
import { hashOf } from '../sip/hash.ts';
import { HARMLESS } from '../sip/leniency.ts';
import { Message } from '../sip/message.ts';
import { readMessage } from '../sip/read.ts';
import { answeredCodec, offeredCodecs } from './offer-answer/ordinary.ts';
import { Peer } from './peers.ts';

/**
 * Layout of a record, in 32-bit words; two words make a double. The message's bytes follow, and what they say is read
 * again when somebody asks: a record only has what the bytes do not tell, and what is compared without reading them.
 */
const TIME = 0;
const OFFSET = 2;
/** Position of the conversation's message before, or NONE. */
export const PREVIOUS = 4;
const SOURCE = 5;
const FRAME = 6;
const SENDER = 7;
const RECEIVER = 8;
const IP_ID = 9;
const TTL = 10;
const POINT = 11;
const LENIENCY = 12;
/** Bytes of the message. */
export const LENGTH = 13;
const STATUS = 14;
const CSEQ = 15;
/** `TRANSPORTS` index, `KIND` bits, inferred ends. */
const KINDS = 16;
/** Hash of top Via's sent-by and branch. */
const VIA_HASH = 17;
const FROM_TAG_HASH = 18;
const TO_TAG_HASH = 19;
/** Codecs of an ordinary offer or answer. */
const CODECS = 20;
/** User-Agent of an initial INVITE: offset from the message's start above the lowest eight bits, which are its length. */
const AGENT = 21;
/** A whole number of doubles. */
export const RECORD_BYTES = 22 * 4;

const TRANSPORTS: readonly Transport[] = ['unknown', 'udp', 'tcp', 'tls', 'sctp', 'ws', 'wss'];
const TRANSPORT_BITS = 7;
/** What a message is, for those who look at records. */
export const KIND = {
  /** Over UDP, well-formed, with a branch that identifies its transaction, without a Reason: nothing odd about it. */
  clean: 1 << 3,
  invite: 1 << 4,
  ack: 1 << 5,
  bye: 1 << 6,
  /** The CSeq method; requests have the same one. */
  ofInvite: 1 << 7,
  ofBye: 1 << 8,
  toTag: 1 << 9,
  sdp: 1 << 10,
} as const;
/** `Message.inferred`, above the kinds. */
const INFERRED_SHIFT = 11;

let blockWords: Int32Array = new Int32Array(0);
let block: Uint8Array = new Uint8Array(0);

/** One record, to be compared with others without making a message of it; `at` moves it. */
export class RecordView {
  #words: Int32Array = new Int32Array(0);
  #doubles: Float64Array = new Float64Array(0);
  #word = 0;

  /** Shows the record that begins at byte `at` of a block. */
  at(words: Int32Array, doubles: Float64Array, at: number): void {
    this.#words = words;
    this.#doubles = doubles;
    this.#word = at >> 2;
  }

  get time(): number {
    return this.#doubles[(this.#word + TIME) >> 1] as number;
  }
  set time(time: number) {
    this.#doubles[(this.#word + TIME) >> 1] = time;
  }
  get source(): number {
    return this.#words[this.#word + SOURCE] as number;
  }
  get offset(): number {
    return this.#doubles[(this.#word + OFFSET) >> 1] as number;
  }
  get frame(): number {
    return this.#words[this.#word + FRAME] as number;
  }
  /** `Message.inferred` */
  get inferred(): number {
    return (this.#words[this.#word + KINDS] as number) >> INFERRED_SHIFT;
  }
  set inferred(inferred: number) {
    const kinds = this.#words[this.#word + KINDS] as number;
    this.#words[this.#word + KINDS] =
      (kinds & ((1 << INFERRED_SHIFT) - 1)) | (inferred << INFERRED_SHIFT);
  }
  /** Ids of the peers. */
  get sender(): number {
    return this.#words[this.#word + SENDER] as number;
  }
  get receiver(): number {
    return this.#words[this.#word + RECEIVER] as number;
  }
  get status(): number {
    return this.#words[this.#word + STATUS] as number;
  }
  get cseq(): number {
    return this.#words[this.#word + CSEQ] as number;
  }
  get viaHash(): number {
    return this.#words[this.#word + VIA_HASH] as number;
  }
  get fromTagHash(): number {
    return this.#words[this.#word + FROM_TAG_HASH] as number;
  }
  get codecs(): number {
    return this.#words[this.#word + CODECS] as number;
  }
  get toTagHash(): number {
    return this.#words[this.#word + TO_TAG_HASH] as number;
  }
  /** Gives the record its place among other sources: their number of it, and their numbers of its ends. */
  belongsTo(source: number, sender: number, receiver: number): void {
    this.#words[this.#word + SOURCE] = source;
    this.#words[this.#word + SENDER] = sender;
    this.#words[this.#word + RECEIVER] = receiver;
  }
  /** The bytes of the message; they stay where they are. */
  get bytes(): Uint8Array {
    return new Uint8Array(this.#words.buffer, this.start, this.#words[this.#word + LENGTH]);
  }
  /** The block that they lie in, from `start` to before `end`: one array for many messages. */
  get block(): Uint8Array {
    if (this.#words !== blockWords) {
      blockWords = this.#words;
      block = new Uint8Array(blockWords.buffer);
    }
    return block;
  }
  get start(): number {
    return (this.#word << 2) + RECORD_BYTES;
  }
  get end(): number {
    return this.start + (this.#words[this.#word + LENGTH] as number);
  }
  /** User-Agent of a clean INVITE in `block`; an empty stretch when there is none. */
  get agentAt(): number {
    return this.start + ((this.#words[this.#word + AGENT] as number) >>> 8);
  }
  get agentEnd(): number {
    return this.agentAt + ((this.#words[this.#word + AGENT] as number) & 255);
  }
  /** Whether it has all these `KIND` bits. */
  is(bits: number): boolean {
    return ((this.#words[this.#word + KINDS] as number) & bits) === bits;
  }
}

export function writeRecord(
  message: Message,
  previous: number,
  words: Int32Array,
  doubles: Float64Array,
  at: number,
): void {
  const word = at >> 2;
  doubles[(word + TIME) >> 1] = message.time;
  doubles[(word + OFFSET) >> 1] = message.offset;
  words[word + PREVIOUS] = previous;
  words[word + SOURCE] = message.source;
  words[word + FRAME] = message.frame;
  words[word + SENDER] = idOf(message.sender);
  words[word + RECEIVER] = idOf(message.receiver);
  words[word + IP_ID] = message.ipId;
  words[word + TTL] = message.ttl;
  words[word + POINT] = message.point;
  words[word + LENIENCY] = message.leniency;
  words[word + LENGTH] = message.end - message.start;
  words[word + STATUS] = message.status;
  words[word + CSEQ] = message.cseq;
  const kind = kindOf(message);
  words[word + KINDS] =
    kind | transportIndex(message.transport) | (message.inferred << INFERRED_SHIFT);
  if ((kind & KIND.clean) === 0) return;
  const { bytes } = message;
  words[word + VIA_HASH] = hashOf(bytes, message.sentByAt, message.sentByEnd, message.branchHash);
  words[word + FROM_TAG_HASH] = hashOf(bytes, message.fromTagAt, message.fromTagEnd);
  words[word + TO_TAG_HASH] = hashOf(bytes, message.toTagAt, message.toTagEnd);
  words[word + CODECS] = codecsOf(message, kind);
  words[word + AGENT] = (kind & KIND.invite) === 0 ? 0 : agentOf(message);
}

/** The message of a record; its bytes stay where they are. `spare` is filled and returned. */
export function readRecord(
  bytes: Uint8Array,
  words: Int32Array,
  doubles: Float64Array,
  at: number,
  peers: readonly Peer[],
  spare: Message | undefined,
): Message {
  const word = at >> 2;
  const start = at + RECORD_BYTES;
  const end = start + (words[word + LENGTH] as number);
  const message = readMessage(bytes, start, end, spare) ?? new Message(bytes, start, end);
  message.time = doubles[(word + TIME) >> 1] as number;
  message.offset = doubles[(word + OFFSET) >> 1] as number;
  message.source = words[word + SOURCE] as number;
  message.frame = words[word + FRAME] as number;
  message.sender = peers[words[word + SENDER] as number] as Peer;
  message.receiver = peers[words[word + RECEIVER] as number] as Peer;
  message.ipId = words[word + IP_ID] as number;
  message.ttl = words[word + TTL] as number;
  message.point = words[word + POINT] as number;
  // What was tolerated depends on the packet around the message as well.
  message.leniency = words[word + LENIENCY] as number;
  message.inferred = (words[word + KINDS] as number) >> INFERRED_SHIFT;
  message.transport = TRANSPORTS[(words[word + KINDS] as number) & TRANSPORT_BITS] as Transport;
  return message;
}

function kindOf(message: Message): number {
  const { status, method, cseqMethod } = message;
  const clean =
    (message.leniency & ~HARMLESS) === 0 &&
    !message.hasReason &&
    message.transport === 'udp' &&
    message.hasMagicCookie &&
    (status !== 0 || method === cseqMethod);
  let kind: number = clean ? KIND.clean : 0;
  if (cseqMethod === 'INVITE') kind |= status === 0 ? KIND.ofInvite | KIND.invite : KIND.ofInvite;
  else if (cseqMethod === 'BYE') kind |= status === 0 ? KIND.ofBye | KIND.bye : KIND.ofBye;
  else if (status === 0 && method === 'ACK') kind |= KIND.ack;
  if (message.hasToTag) kind |= KIND.toTag;
  if (status === 183 && hasSdp(message)) kind |= KIND.sdp;
  return kind;
}

function agentOf({ agentAt, agentEnd, start }: Message): number {
  return agentAt === 0 ? 0 : ((agentAt - start) << 8) | (agentEnd - agentAt);
}

/** Only what opens a call and what answers it is looked at. */
function codecsOf(message: Message, kind: number): number {
  if ((kind & KIND.invite) !== 0) return offeredCodecs(message);
  return message.status === 200 && (kind & KIND.ofInvite) !== 0 ? answeredCodec(message) : 0;
}

let lastTransport: Transport = 'unknown';
let lastIndex = 0;

/** Nearly all messages of a capture have the same one. */
function transportIndex(transport: Transport): number {
  if (transport !== lastTransport) {
    lastTransport = transport;
    lastIndex = TRANSPORTS.indexOf(transport);
  }
  return lastIndex;
}

function idOf(endpoint: Endpoint): number {
  return endpoint instanceof Peer ? endpoint.id : 0;
}
