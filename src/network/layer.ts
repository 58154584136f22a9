import type { FlowAddresses, Payload } from '../model/packet.ts';
import type { UnreadTally } from '../model/unread.ts';
import type { Cursor } from './cursor.ts';
import type { FactSink } from './facts/fact-sink.ts';
import type { FragmentSink } from './ip/fragment-sink.ts';
import type { StreamSink } from './stream/stream-sink.ts';

export interface PayloadSink {
  /** One transport payload, SIP or not. The object and its bytes are reused: valid until this returns. */
  payload(payload: Payload): void;
  /** A message on a stream ends early because the snap length cut this segment; its `missing` says by how much. */
  cut?(segment: Payload): void;
}

/** Whether `bytes[start, end)` begins like SIP. */
export type Recognise = (bytes: Uint8Array, start: number, end: number) => boolean;

/** What a layer may use when it is opened for one source. */
export interface LayerContext {
  readonly unread: UnreadTally;
  readonly payloads: PayloadSink;
  /** Told of fragments, and of datagrams whose fragments did not all arrive. */
  readonly fragments?: FragmentSink;
  /** Told of each segment of a byte stream, and of each part of a message that travels in several, before its data are read. */
  readonly segments?: (flow: FlowAddresses) => void;
  /** Receives TCP streams; without it TCP packets are only counted. */
  readonly streams?: StreamSink;
  /** Told of ICMP errors, refused connections, resets. */
  readonly facts?: FactSink;
  /** Without it, quoted text is not recognised as SIP. */
  readonly recognises?: Recognise;
}

export interface Layer {
  /** Takes its header off the cursor and returns the key of what follows (keys.ts), or DONE. Never throws. */
  peel(cursor: Cursor): number;
  /** The source is over: give up what is held back. */
  end?(): void;
}

/** One file per layer defines one of these; the registry lists them. */
export interface LayerDefinition {
  readonly id: string;
  /** The keys under which the layer is found. */
  readonly keys: readonly number[];
  open(context: LayerContext): Layer;
}
