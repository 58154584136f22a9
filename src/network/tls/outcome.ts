import type { FlowAddresses } from '../../model/packet.ts';
import type { TlsHandshakeFact } from '../../model/transport-fact.ts';
import type { FactPlace, FactSink } from '../facts/fact-sink.ts';
import type { StreamFlow } from '../stream/stream-sink.ts';
import type { Handshake } from './handshake.ts';

/** Tells how the handshake of a connection ended: once, and only where SIP is expected. */
export class OutcomeTeller {
  told = false;
  readonly #facts: FactSink | undefined;

  constructor(facts: FactSink | undefined) {
    this.#facts = facts;
  }

  /** `flow` is the client's direction, as far as that is known. */
  tell(
    outcome: TlsHandshakeFact['outcome'],
    handshake: Handshake,
    flow: StreamFlow,
    place: FactPlace,
  ): void {
    if (this.told) return;
    this.told = true;
    const facts = this.#facts;
    if (facts === undefined) return;
    const fact = handshake.fact(endsOf(flow), outcome);
    const named = fact.protocols.some((name) => name.startsWith('sip'));
    if (named || facts.expects(fact.flow) || facts.expects(turned(fact.flow))) {
      facts.fact(fact, place);
    }
  }
}

function endsOf(flow: StreamFlow): FlowAddresses {
  const { addresses, addressLength, sourcePort, destinationPort } = flow;
  return {
    addressBytes: addresses,
    sourceAt: 0,
    destinationAt: addressLength,
    addressLength,
    sourcePort,
    destinationPort,
  };
}

/** Where the handshake was not seen, either end may be the server. */
function turned(ends: FlowAddresses): FlowAddresses {
  return {
    ...ends,
    sourceAt: ends.destinationAt,
    destinationAt: ends.sourceAt,
    sourcePort: ends.destinationPort,
    destinationPort: ends.sourcePort,
  };
}
