import type { Payload } from '../../model/packet.ts';
import { Gathered } from './gathered.ts';
import { InnerFlow, runOf } from './inner-flow.ts';
import {
  MORE,
  NO,
  YES,
  type ConnectionReader,
  type StreamContext,
  type StreamProtocol,
  type Verdict,
} from './protocol.ts';
import type { StreamEnd, StreamFlow, StreamSink } from './stream-sink.ts';

const CR = 13;
const LF = 10;
/** `\0\r\nQUIT\n`: how a binary header begins behind its line ends (PROXY protocol, §2.2). */
const SIGNATURE = Uint8Array.of(0, 13, 10, 81, 85, 73, 84, 10);
/** The signature; then version and command, family, length. */
const FIXED = SIGNATURE.length + 4;
/** Addresses take 216 bytes at most; what follows them is seldom more than a certificate's name. */
const MAX_LENGTH = 4096;

/**
 * The header with which a load balancer tells the true client of a connection, in its binary form. What follows it is read as
 * if it were not there; messages keep the addresses of the connection that they were seen on. The text form is a line of its
 * own, which the search for a start line passes over.
 */
export const proxyHeader: StreamProtocol = {
  id: 'proxy',
  open: ({ inner }: StreamContext) => ({
    sniff,
    connect: (flow) => new ProxiedConnection(inner, flow),
  }),
};

function sniff(bytes: Uint8Array, start: number, end: number): Verdict {
  const from = behindLineEnds(bytes, start, end);
  const there = Math.min(SIGNATURE.length, end - from);
  for (let at = 0; at < there; at += 1) if (bytes[from + at] !== SIGNATURE[at]) return NO;
  if (end - from < FIXED) return MORE;
  return lengthOf(bytes, from) <= MAX_LENGTH ? YES : NO;
}

function behindLineEnds(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && (bytes[at] === CR || bytes[at] === LF)) at += 1;
  return at;
}

function lengthOf(bytes: Uint8Array, start: number): number {
  return (bytes[start + FIXED - 2]! << 8) | bytes[start + FIXED - 1]!;
}

class ProxiedConnection implements ConnectionReader {
  readonly found = true;
  readonly #sink: StreamSink;
  readonly #inner = new Map<StreamFlow, InnerFlow>();
  /** The direction that begins with the header, and what has come of it; null when it is over. */
  readonly #headed: StreamFlow;
  #header: Gathered | null = new Gathered();

  constructor(sink: StreamSink, headed: StreamFlow) {
    this.#sink = sink;
    this.#headed = headed;
  }

  data(flow: StreamFlow, run: Payload): void {
    const header = this.#header;
    if (flow !== this.#headed || header === null) {
      this.#handOn(flow, run, run.bytes, run.start, run.end);
      return;
    }
    header.append(run.bytes, run.start, run.end);
    const { bytes, length } = header;
    const from = behindLineEnds(bytes, 0, length);
    if (length < from + FIXED || length < from + FIXED + lengthOf(bytes, from)) return;
    this.#header = null;
    this.#handOn(flow, run, bytes, from + FIXED + lengthOf(bytes, from), length);
  }

  gap(flow: StreamFlow, length: number, frame: number, segment?: Payload): void {
    if (flow === this.#headed) this.#header = null;
    const inner = this.#inner.get(flow);
    if (inner !== undefined) this.#sink.gap(inner, length, frame, segment);
  }

  close(flow: StreamFlow, how: StreamEnd): void {
    const inner = this.#inner.get(flow);
    if (inner !== undefined) this.#sink.close(inner, how);
    this.#inner.delete(flow);
  }

  #handOn(flow: StreamFlow, run: Payload, bytes: Uint8Array, start: number, end: number): void {
    if (start === end) return;
    let inner = this.#inner.get(flow);
    if (inner === undefined) {
      inner = new InnerFlow(flow, flow.transport);
      const other = flow.opposite && this.#inner.get(flow.opposite);
      if (other !== undefined) [inner.opposite, other.opposite] = [other, inner];
      this.#inner.set(flow, inner);
      this.#sink.open(inner);
    }
    if (!inner.ignored) this.#sink.data(inner, runOf(run, bytes, start, end, flow.transport));
    if (inner.ignored) flow.ignored = true;
  }
}
