import type { Payload } from '../../model/packet.ts';
import type { UnreadTally } from '../../model/unread.ts';
import type { FactSink } from '../facts/fact-sink.ts';
import type { PayloadSink, Recognise } from '../layer.ts';
import type { StreamEnd, StreamFlow, StreamSink } from './stream-sink.ts';

/** What a protocol says about the head of a stream. MORE: too early to tell. */
export const NO = 0;
export const MORE = 1;
export const YES = 2;
export type Verdict = typeof NO | typeof MORE | typeof YES;

/** What a stream protocol may use when it is opened for one source. */
export interface StreamContext {
  readonly unread: UnreadTally;
  /** Takes whole messages: WebSocket and HEP give them. */
  readonly payloads: PayloadSink;
  /** The registry itself: a protocol that carries another byte stream opens its inner flows here. */
  readonly inner: StreamSink;
  readonly facts?: FactSink | undefined;
  /** Whether bytes begin like SIP; this room cannot tell by itself. */
  readonly recognises: Recognise;
}

/** One file per stream protocol defines one of these; a list of them makes a registry. */
export interface StreamProtocol {
  readonly id: string;
  open(context: StreamContext): OpenProtocol;
}

/** A protocol opened for one source. */
export interface OpenProtocol {
  /** Looks at the head of a direction and, while nothing is recognised, at the start of each later segment. */
  sniff(bytes: Uint8Array, start: number, end: number, flow: StreamFlow): Verdict;
  /** A reader for both directions of the connection that `flow` belongs to. */
  connect(flow: StreamFlow): ConnectionReader;
  /** The source is over; every flow has been closed. */
  end?(): void;
}

/** Reads both directions of one connection. */
export interface ConnectionReader {
  /** It has read something: no other protocol is looked for. */
  readonly found: boolean;
  /** The next bytes of a direction. The object and its bytes are reused: valid until this returns. */
  data(flow: StreamFlow, run: Payload): void;
  gap(flow: StreamFlow, length: number, frame: number, segment?: Payload): void;
  close(flow: StreamFlow, how: StreamEnd): void;
}
