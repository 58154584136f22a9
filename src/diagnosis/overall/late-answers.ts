import type { Endpoint } from '../../model/packet.ts';
import type { RuleArgs } from '../../model/rule-args.ts';
import { remembered } from '../evidence.ts';
import type { Finding, PacketProof } from '../rule.ts';
import type { CallMark } from './capture-rule.ts';
import type { Recorded } from './notes.ts';

type Storm = Finding<'retransmission-storm'>;

/** Pairs of client and server, and calls of one pair, that are followed (bounds for hostile input). */
const MAX_WAYS = 1000;
const MAX_CALLS = 10_000;
/** INVITEs of one pair that are kept to be shown. */
const MAX_KEPT = 4;

/** Calls of one client whose INVITE one server heard only after copies were lost. */
export interface LateWay {
  readonly client: Endpoint;
  readonly server: Endpoint;
  readonly calls: CallMark[];
  /** The INVITEs of the first few. */
  readonly first: PacketProof[];
  /** What is said of the one that waited longest. */
  worst: RuleArgs['retransmission-storm'];
}

/** Requests that were answered after a copy or two: nothing for one call, telling where many calls suffer from it. */
export class LateAnswerNotes {
  readonly ways: LateWay[] = [];
  /** Calls that were not followed because of a bound. */
  left = 0;
  readonly #byWay = new Map<string, LateWay>();

  conversation({ judged, findings, mark }: Recorded): void {
    if (judged.kind !== 'call' || mark === null) return;
    for (const finding of findings) {
      // What is a warning for the call itself needs no others.
      if (finding.rule === 'retransmission-storm' && finding.severity === 'info') {
        this.#add(finding as Storm, mark);
      }
    }
  }

  #add({ args, evidence }: Storm, mark: CallMark): void {
    const [proof] = evidence;
    if (args.deaf !== 'slow' || args.what !== 'INVITE' || proof.kind !== 'message') return;
    const { sender: client, receiver: server } = proof.message;
    const key = `${client.address} ${server.name}`;
    let way = this.#byWay.get(key);
    if (way === undefined && this.ways.length < MAX_WAYS) {
      way = { client, server, calls: [], first: [], worst: args };
      this.#byWay.set(key, way);
      this.ways.push(way);
    }
    if (way === undefined || way.calls.length >= MAX_CALLS) {
      this.left += 1;
      return;
    }
    way.calls.push(mark);
    if (way.first.length < MAX_KEPT) way.first.push(remembered(proof.message));
    if (args.elapsedUs > way.worst.elapsedUs) way.worst = args;
  }
}
