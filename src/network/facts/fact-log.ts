import type { FlowAddresses } from '../../model/packet.ts';
import type { SeenFact, TransportFact } from '../../model/transport-fact.ts';
import { hit, type UnreadReason, type UnreadTally } from '../../model/unread.ts';
import type { FactPlace, FactSink } from './fact-sink.ts';
import { isSipPort } from './sip-ports.ts';

/** Different facts that are kept of one kind: floods of one leave room for the others. */
const MAX_OF_KIND = 2048;
/** Ends of SIP connections that are remembered. */
const MAX_LEARNED = 4096;

/** The facts of one source: equal ones are counted, and of different ones a bounded number is kept. */
export class FactLog implements FactSink {
  readonly #facts = new Map<string, SeenFact>();
  readonly #learned = new Set<string>();
  readonly #limit: UnreadReason;
  readonly #counts = new Map<string, number>();

  constructor(unread: UnreadTally) {
    this.#limit = unread.reason('transport-fact-limit');
  }

  /** In order of first appearance. */
  list(): SeenFact[] {
    return [...this.#facts.values()];
  }

  fact(fact: TransportFact, place: FactPlace): void {
    const key = keyOf(fact);
    const known = this.#facts.get(key);
    if (known !== undefined) {
      known.count += 1;
      known.lastFrame = place.frame;
      known.lastTime = place.time;
      return;
    }
    // What is not certainly about SIP is a kind of its own: there may be one for each RTP packet.
    const kind = 'sip' in fact && !fact.sip ? `${fact.kind}-other` : fact.kind;
    const count = this.#counts.get(kind) ?? 0;
    if (count >= MAX_OF_KIND) {
      hit(this.#limit, place.frame, place.offset);
      return;
    }
    this.#counts.set(kind, count + 1);
    const { frame, offset, time } = place;
    this.#facts.set(key, {
      ...fact,
      frame,
      offset,
      time,
      lastFrame: frame,
      lastTime: time,
      count: 1,
    });
  }

  learn(flow: FlowAddresses): void {
    if (this.#learned.size >= MAX_LEARNED) return;
    this.#learned.add(end(flow, flow.sourceAt, flow.sourcePort));
    this.#learned.add(end(flow, flow.destinationAt, flow.destinationPort));
  }

  expects(flow: FlowAddresses): boolean {
    if (isSipPort(flow.destinationPort)) return true;
    return this.#learned.has(end(flow, flow.destinationAt, flow.destinationPort));
  }
}

/** Address and port, 16 bits a character. */
function end(flow: FlowAddresses, at: number, port: number): string {
  const { addressBytes, addressLength } = flow;
  let key = String.fromCharCode(port);
  for (let index = at; index < at + addressLength; index += 2) {
    key += String.fromCharCode((addressBytes[index]! << 8) | addressBytes[index + 1]!);
  }
  return key;
}

/** ICMP errors about one flow are one fact; each event of a connection stands for itself. */
function keyOf(fact: TransportFact): string {
  const { flow, kind } = fact;
  const ends = `${kind} ${end(flow, flow.sourceAt, flow.sourcePort)} ${end(flow, flow.destinationAt, flow.destinationPort)}`;
  switch (fact.kind) {
    case 'icmp-unreachable':
      return `${ends} ${fact.version} ${fact.type} ${fact.code} ${fact.protocol} ${fact.reporter.join('.')}`;
    case 'tcp-connect-failed':
      return `${ends} ${fact.how}`;
    case 'tcp-closed':
      return `${ends} ${fact.how} ${fact.lastSent} ${fact.lastReceived}`;
    case 'tcp-stalled':
      return `${ends} ${fact.how} ${fact.since}`;
    case 'ws-upgrade-failed':
      return `${ends} ${fact.status}`;
    case 'tls-handshake':
      return `${ends} ${fact.outcome}`;
    case 'ip-fragment-loss':
      return `${ends} ${fact.id} ${fact.callId} ${fact.startLine}`;
  }
}
