import { u16be } from '../../capture/bytes.ts';
import type { FlowAddresses } from '../../model/packet.ts';
import type { FragmentsSeen } from '../../model/transport-fact.ts';
import type { FragmentLoss, FragmentSink } from '../ip/fragment-sink.ts';
import type { Recognise } from '../layer.ts';
import { hasPorts, payloadAt } from '../transport/ports.ts';
import type { FactSink } from './fact-sink.ts';
import { isSipPort } from './sip-ports.ts';
import { callIdAt, lineAt } from './text.ts';

const PORTS_LENGTH = 4;

/** Makes facts of datagrams that may have carried SIP and stayed incomplete; one for both IP versions of a source. */
export class FragmentLosses implements FragmentSink {
  readonly #facts: FactSink;
  readonly #recognises: Recognise;
  readonly #seen: FragmentsSeen = { first: 0, later: 0, completed: 0 };

  constructor(facts: FactSink, recognises: Recognise) {
    this.#facts = facts;
    this.#recognises = recognises;
  }

  fragment(first: boolean): void {
    if (first) this.#seen.first += 1;
    else this.#seen.later += 1;
  }

  completed(): void {
    this.#seen.completed += 1;
  }

  /** Without its first fragment a datagram may be anything that has ports; with it, only SIP is a fact. */
  fragmentLoss(loss: FragmentLoss): void {
    const { head, protocol, id, fragments, missing } = loss;
    if (!hasPorts(protocol)) return;
    const flow = flowOf(loss);
    const text = payloadAt(head, 0, protocol, head.length);
    const isText = text < head.length && this.#recognises(head, text, head.length);
    const sip = isText || isSipPort(flow.sourcePort) || isSipPort(flow.destinationPort);
    if (head.length >= PORTS_LENGTH && !sip) return;
    const startLine = isText ? lineAt(head, text, head.length) : '';
    const callId = isText ? callIdAt(head, text, head.length) : '';
    this.#facts.fact(
      {
        kind: 'ip-fragment-loss',
        flow,
        protocol,
        id,
        fragments,
        missing,
        sip,
        startLine,
        callId,
        seen: this.#seen,
      },
      loss,
    );
  }
}

function flowOf({ addresses, addressLength, head }: FragmentLoss): FlowAddresses {
  const known = head.length >= PORTS_LENGTH;
  return {
    addressBytes: addresses,
    sourceAt: 0,
    destinationAt: addressLength,
    addressLength,
    sourcePort: known ? u16be(head, 0) : 0,
    destinationPort: known ? u16be(head, 2) : 0,
  };
}
