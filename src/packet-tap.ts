import type { PacketSink } from './capture/reader.ts';
import type { FlowAddresses, Packet, Payload } from './model/packet.ts';
import type { FragmentSink } from './network/ip/fragment-sink.ts';

/** Who looks at packets beside those who read them. */
export interface PacketTap {
  /** A packet begins; valid until it ends. */
  begin(packet: Packet): void;
  /** What it completed has been handed over. */
  end(): void;
  segment(flow: FlowAddresses): void;
  /** It is part of a fragmented datagram; equal for all parts. */
  fragment(datagram: string): void;
  payload(payload: Payload): void;
}

/** Lets a tap see each packet around its decoding. */
export class TappedPackets implements PacketSink {
  readonly #sink: PacketSink;
  readonly #tap: PacketTap;

  constructor(sink: PacketSink, tap: PacketTap) {
    this.#sink = sink;
    this.#tap = tap;
  }

  packet(packet: Packet): void {
    this.#tap.begin(packet);
    this.#sink.packet(packet);
    this.#tap.end();
  }
}

export function tappedFragments(sink: FragmentSink, tap: PacketTap | undefined): FragmentSink {
  if (tap === undefined) return sink;
  return {
    fragment(first, datagram) {
      sink.fragment(first, datagram);
      tap.fragment(datagram);
    },
    completed: () => sink.completed(),
    fragmentLoss: (loss) => sink.fragmentLoss(loss),
  };
}
