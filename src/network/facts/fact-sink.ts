import type { FlowAddresses } from '../../model/packet.ts';
import type { TransportFact } from '../../model/transport-fact.ts';

/** Where a fact was read: a packet, or a run of a stream. */
export interface FactPlace {
  readonly frame: number;
  readonly offset: number;
  /** µs since 1970 UTC. */
  readonly time: number;
}

/** Receives what is noticed below SIP. Both objects may be kept; their bytes are copies. */
export interface FactSink {
  fact(fact: TransportFact, place: FactPlace): void;
  /** This connection carries SIP: from now on failures to connect to its ends are facts, whatever the port. */
  learn(flow: FlowAddresses): void;
  /** Whether connections to the destination of `flow` are expected to carry SIP. */
  expects(flow: FlowAddresses): boolean;
}
