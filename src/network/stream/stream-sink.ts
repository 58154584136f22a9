import type { Payload, Transport } from '../../model/packet.ts';

/**
 * One direction of a connection: of TCP itself (sightings at several points of capture are one stream), or of what another
 * protocol carries inside. The object lives as long as the stream: hang state on a Map.
 */
export interface StreamFlow {
  /** Unique within the source among TCP streams, in order of appearance; inner flows have that of their TCP stream. */
  readonly id: number;
  /** What SIP straight on this flow travels by. */
  readonly transport: Transport;
  /** 0 for TCP itself, one more for each protocol around this flow. */
  readonly depth: number;
  /** Source then destination address, `addressLength` bytes each. */
  readonly addresses: Uint8Array;
  readonly addressLength: 4 | 16;
  readonly sourcePort: number;
  readonly destinationPort: number;
  /** Where it was seen first. */
  readonly point: number;
  /** The SYN was captured, so the first byte is really the first. */
  readonly fromStart: boolean;
  /** The other direction, once it has been seen. */
  readonly opposite: StreamFlow | undefined;
  /** Segments seen that repeated bytes. */
  readonly retransmitted: number;
  /** Segments that came after later ones. */
  readonly outOfOrder: number;
  /** Set by the sink when it has no use for this stream: nothing more is buffered or handed on but `close`. */
  ignored: boolean;
  /** Set by the sink once SIP was found in it. */
  carriesSip: boolean;
}

/** `fin`, `rst`: as seen. `reused`: a new connection took its ports. `evicted`: too many streams. `end`: of the source. */
export type StreamEnd = 'fin' | 'rst' | 'reused' | 'evicted' | 'end';

/** Receives byte streams in order: for each flow one `open`, then `data` and `gap`, then one `close`. */
export interface StreamSink {
  open(flow: StreamFlow): void;
  /**
   * The next bytes: `run.bytes[run.start, run.end)`, with the time, frame, offset and addresses of the segment that
   * carried them. The object and its bytes are reused: valid until this returns. `run.missing` is 0.
   */
  data(flow: StreamFlow, run: Payload): void;
  /**
   * `length` bytes of the stream were not captured; `frame` is the packet that made this certain. `segment` is the one that the
   * snap length cut, if that is why.
   */
  gap(flow: StreamFlow, length: number, frame: number, segment?: Payload): void;
  close(flow: StreamFlow, how: StreamEnd): void;
}
