import type { Endpoint, Transport } from '../model/packet.ts';
import { latin1, LF, SP, utf8 } from './bytes.ts';

/** What one sighting is, compared with the earlier ones of its transaction (facts of the capture, set by the judge). */
export type Repeat = 'first' | 'retransmission' | 'duplicate';

/**
 * One SIP message as it was seen once. Holds the offsets of the few values that grouping needs; everything else is
 * read from the bytes when somebody asks. `bytes` is shared memory: indexes are valid, the array must not be written.
 */
export class Message {
  bytes: Uint8Array;
  /** First byte of the start line. */
  start: number;
  /** One past the last header line's LF (first byte of the empty line), or `end`. */
  headersEnd: number;
  bodyStart: number;
  /** One past the last byte of the body. */
  end: number;
  /** End of the start line (index of its LF). */
  lineEnd: number;

  /** Whole µs since 1970-01-01 UTC; NaN when the source has no clock. */
  time: number;
  source: number;
  /** Packet number or line number in the source, 1-based. */
  frame: number;
  offset: number;
  sender: Endpoint;
  receiver: Endpoint;
  /** Ends that a log did not name and that were inferred: 1 the sender, 2 the receiver, 3 both. */
  inferred: number;
  transport: Transport;
  ipId: number;
  ttl: number;
  point: number;

  /** Request method; for a response the CSeq method. */
  method: string;
  /** Status code; 0 for a request. */
  status: number;
  /** CSeq number, -1 when unreadable. */
  cseq: number;
  cseqMethod: string;
  /** Where the Call-ID stands, and a hash of it; the text is made when somebody asks. */
  callIdAt: number;
  callIdEnd: number;
  callIdHash: number;
  private knownCallId: string | null;
  branchAt: number;
  branchEnd: number;
  /** Hash of the branch: unequal hashes are unequal branches. */
  branchHash: number;
  sentByAt: number;
  sentByEnd: number;
  /** Values of From and To, where the scan found them; 0 when absent. */
  fromAt: number;
  toAt: number;
  fromTagAt: number;
  fromTagEnd: number;
  toTagAt: number;
  toTagEnd: number;
  /** User-Agent, its beginning if it is long; 0 when absent. */
  agentAt: number;
  agentEnd: number;
  /** Declared Content-Length, -1 when absent or unreadable. */
  contentLength: number;
  /** A Reason field is there (most messages have none, and rules ask often). */
  hasReason: boolean;
  /** `LENIENCY` bits. */
  leniency: number;
  repeat: Repeat;

  constructor(bytes: Uint8Array, start: number, end: number) {
    this.bytes = bytes;
    this.start = start;
    this.headersEnd = end;
    this.bodyStart = end;
    this.end = end;
    this.lineEnd = end;
    this.time = 0;
    this.source = 0;
    this.frame = 0;
    this.offset = 0;
    this.sender = NOWHERE;
    this.receiver = NOWHERE;
    this.inferred = 0;
    this.transport = 'unknown';
    this.ipId = -1;
    this.ttl = -1;
    this.point = 0;
    this.method = '';
    this.status = 0;
    this.cseq = -1;
    this.cseqMethod = '';
    this.callIdAt = start;
    this.callIdEnd = start;
    this.callIdHash = 0;
    this.knownCallId = null;
    this.branchAt = start;
    this.branchEnd = start;
    this.branchHash = 0;
    this.sentByAt = start;
    this.sentByEnd = start;
    this.fromAt = 0;
    this.toAt = 0;
    this.fromTagAt = start;
    this.fromTagEnd = start;
    this.toTagAt = start;
    this.toTagEnd = start;
    this.agentAt = 0;
    this.agentEnd = 0;
    this.contentLength = -1;
    this.hasReason = false;
    this.leniency = 0;
    this.repeat = 'first';
  }

  /** Makes this object stand for other bytes, as new: the reader of a capture uses one object for all messages. */
  reset(bytes: Uint8Array, start: number, end: number): void {
    this.bytes = bytes;
    this.start = start;
    this.headersEnd = end;
    this.bodyStart = end;
    this.end = end;
    this.method = '';
    this.cseq = -1;
    this.cseqMethod = '';
    this.callIdAt = start;
    this.callIdEnd = start;
    this.callIdHash = 0;
    this.knownCallId = null;
    this.branchAt = start;
    this.branchEnd = start;
    this.branchHash = 0;
    this.sentByAt = start;
    this.sentByEnd = start;
    this.fromAt = 0;
    this.toAt = 0;
    this.fromTagAt = start;
    this.fromTagEnd = start;
    this.toTagAt = start;
    this.toTagEnd = start;
    this.agentAt = 0;
    this.agentEnd = 0;
    this.contentLength = -1;
    this.hasReason = false;
    this.repeat = 'first';
  }

  get isRequest(): boolean {
    return this.status === 0;
  }

  /** Call-ID, '' when absent. */
  get callId(): string {
    return (this.knownCallId ??= latin1(this.bytes, this.callIdAt, this.callIdEnd));
  }

  /** Spares the text when it is known already. */
  set callId(callId: string) {
    this.knownCallId = callId;
  }

  /** Whether the Call-ID is `text`, without making a string. */
  hasCallId(text: string): boolean {
    const length = this.callIdEnd - this.callIdAt;
    if (length !== text.length) return false;
    for (let at = 0; at < length; at += 1) {
      if (this.bytes[this.callIdAt + at] !== text.charCodeAt(at)) return false;
    }
    return true;
  }

  /** Top Via branch, '' when absent. */
  get branch(): string {
    return latin1(this.bytes, this.branchAt, this.branchEnd);
  }

  /** Top Via sent-by (`host:port`), '' when absent. */
  get sentBy(): string {
    return latin1(this.bytes, this.sentByAt, this.sentByEnd);
  }

  /** Whether both carry the same branch (an absent one counts as equal to an absent one). */
  sameBranch(other: Message): boolean {
    return (
      this.branchHash === other.branchHash &&
      sameRange(this, this.branchAt, this.branchEnd, other, other.branchAt, other.branchEnd)
    );
  }

  /**
   * Whether both were sent by the same host and port, as the top Via says. Some stacks write the default port into one
   * request and leave it out of the next.
   */
  sameSentBy(other: Message): boolean {
    if (sameRange(this, this.sentByAt, this.sentByEnd, other, other.sentByAt, other.sentByEnd)) {
      return true;
    }
    return normalSentBy(this.sentBy) === normalSentBy(other.sentBy);
  }

  /** Whether this message's To tag is the other's To tag. */
  sameToTag(other: Message): boolean {
    return sameRange(this, this.toTagAt, this.toTagEnd, other, other.toTagAt, other.toTagEnd);
  }

  /** Whether this message's From tag is the other's. */
  sameFromTag(other: Message): boolean {
    return sameRange(
      this,
      this.fromTagAt,
      this.fromTagEnd,
      other,
      other.fromTagAt,
      other.fromTagEnd,
    );
  }

  /** Whether From and To tag are the other's the other way round: a request of the callee in the caller's dialog. */
  crossedTags(other: Message): boolean {
    return (
      sameRange(this, this.fromTagAt, this.fromTagEnd, other, other.toTagAt, other.toTagEnd) &&
      sameRange(this, this.toTagAt, this.toTagEnd, other, other.fromTagAt, other.fromTagEnd)
    );
  }

  /** The branch begins with `z9hG4bK`: it identifies its transaction alone (RFC 3261 §8.1.1.7). */
  get hasMagicCookie(): boolean {
    const { bytes, branchAt } = this;
    return (
      this.branchEnd - branchAt >= 7 &&
      bytes[branchAt] === 122 &&
      bytes[branchAt + 1] === 57 &&
      bytes[branchAt + 2] === 104 &&
      bytes[branchAt + 3] === 71 &&
      bytes[branchAt + 4] === 52 &&
      bytes[branchAt + 5] === 98 &&
      bytes[branchAt + 6] === 75
    );
  }

  get fromTag(): string {
    return latin1(this.bytes, this.fromTagAt, this.fromTagEnd);
  }

  get toTag(): string {
    return latin1(this.bytes, this.toTagAt, this.toTagEnd);
  }

  get hasToTag(): boolean {
    return this.toTagEnd > this.toTagAt;
  }

  get hasBody(): boolean {
    return this.end > this.bodyStart;
  }

  /** The start line as text, without its line end. */
  get startLine(): string {
    let end = this.lineEnd;
    while (end > this.start && (this.bytes[end - 1] as number) <= SP) end -= 1;
    return utf8(this.bytes, this.start, end);
  }

  /** Reason phrase of a response (may be ''). */
  get phrase(): string {
    const { bytes } = this;
    let end = this.lineEnd;
    while (end > this.start && (bytes[end - 1] as number) <= SP) end -= 1;
    // Behind "SIP/2.0 " and the code.
    let at = this.start + 8;
    while (at < end && bytes[at] !== SP) at += 1;
    while (at < end && bytes[at] === SP) at += 1;
    return this.status === 0 ? '' : utf8(bytes, at, end);
  }

  /** Request-URI as received, '' for responses. */
  get requestUri(): string {
    if (this.status !== 0) return '';
    const line = this.startLine;
    const from = line.indexOf(' ') + 1;
    const version = line.search(/ SIP\/\d\.\d\S*$/i);
    return line.slice(from, version < from ? undefined : version).trim();
  }

  get body(): string {
    return utf8(this.bytes, this.bodyStart, this.end);
  }

  /** Whole message as text. */
  get text(): string {
    return utf8(this.bytes, this.start, this.end);
  }

  /** Same bytes on the wire as `other`. */
  sameBytes(other: Message): boolean {
    return sameRange(this, this.start, this.end, other, other.start, other.end);
  }
}

/** Host in lower case, without a port that is the default (RFC 3261 §18.2.1: 5060, for TLS 5061). */
function normalSentBy(sentBy: string): string {
  return sentBy.toLowerCase().replace(/:506[01]$/, '');
}

function sameRange(
  a: Message,
  aStart: number,
  aEnd: number,
  b: Message,
  bStart: number,
  bEnd: number,
): boolean {
  const length = aEnd - aStart;
  if (length !== bEnd - bStart) return false;
  for (let at = 0; at < length; at += 1) {
    if (a.bytes[aStart + at] !== b.bytes[bStart + at]) return false;
  }
  return true;
}

/** Stands in where a log does not tell an address. */
export const NOWHERE: Endpoint = { address: '', port: 0, name: 'unknown' };

/** Whether the byte at `at` starts a continuation line (RFC 3261 §7.3.1). */
export function isFolded(bytes: Uint8Array, lineFeed: number, end: number): boolean {
  if (bytes[lineFeed] !== LF || lineFeed + 1 >= end) return false;
  const next = bytes[lineFeed + 1];
  return next === SP || next === 9;
}
