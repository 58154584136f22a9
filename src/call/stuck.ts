import { isPersonalDevice, roleOf } from '../catalog/user-agents.ts';
import type { Message } from '../sip/message.ts';
import { reasonsOf } from '../sip/reasons.ts';
import { openedAt } from './hops.ts';
import { agentOf } from './producer.ts';
import type { Call, Surroundings, Transaction } from './types.ts';
import {
  gotUnseenAnswer,
  hasStrayResponse,
  UNANSWERED_LIMITS,
  unansweredInvite,
  type Unanswered,
  type UnansweredLimits,
} from './unanswered.ts';

/** µs, but for what `UnansweredLimits` counts. */
export interface StuckLimits extends UnansweredLimits {
  /** Only-100 time before a failure counts as "stuck". */
  readonly stuck: number;
  /** A response seen downstream is expected upstream within this time. */
  readonly relay: number;
  /** An outgoing INVITE is expected within this time. */
  readonly forward: number;
}

export const STUCK_LIMITS: StuckLimits = {
  ...UNANSWERED_LIMITS,
  stuck: 10_000_000,
  relay: 1_000_000,
  forward: 2_000_000,
};

/** How the wait at 100 Trying ended. */
export type StuckEnding =
  | { readonly kind: 'pending'; readonly at: number }
  | { readonly kind: 'cancelled'; readonly at: number; readonly cancel: Transaction }
  | { readonly kind: 'failed'; readonly at: number; readonly final: Message };

/** What the hops beyond the 100 tell; `unknown`: nothing, so that only the ending can be reported. */
export type StuckCause =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'downstream-silent'; readonly leg: Unanswered; readonly certain: boolean }
  | {
      readonly kind: 'answered-not-relayed';
      readonly answer: Message;
      readonly leg: Transaction;
      readonly certain: boolean;
    }
  | { readonly kind: 'not-forwarded'; readonly otherCalls: number };

/** A set-up that got nothing but 100 Trying. */
export interface Stuck {
  /** The hop nearest to the caller. */
  readonly root: Transaction;
  /** The last hop that got a 100: its server holds the INVITE. */
  readonly hop: Transaction;
  /** The first 100 of that hop. */
  readonly trying: Message;
  /** The INVITE to the end of the wait on the root hop, µs. */
  readonly elapsedUs: number;
  readonly ending: StuckEnding;
  readonly cause: StuckCause;
}

/** Finals that stand for a wait in vain; 487 only without a CANCEL. */
const GIVING_UP: ReadonlySet<number> = new Set([408, 480, 487, 500, 503, 504]);
/** Q.850 causes by which the called side answered after all: number, busy, alerted, absent, rejected, moved, other device. */
const CALLEE_CAUSES: ReadonlySet<number> = new Set([1, 17, 19, 20, 21, 22, 24, 26]);
/** Finals that the node in the middle may settle itself: challenges and redirections. */
const SETTLED_MIDWAY: ReadonlySet<number> = new Set([300, 301, 302, 305, 401, 407, 422]);
/** What the absence rule adds when only the end of the capture ended the wait, µs. */
const MARGIN = 1_000_000;
/** Hops that are followed (a bound for hostile input). */
const MAX_DEPTH = 16;
/** A B2BUA's other leg leaves within this time at the latest, µs; after `forward` it only forbids to say "not forwarded". */
const LATE_LEG = 10_000_000;

/** Reads a set-up that got nothing but 100s; null when it rang, was answered, or ended otherwise. */
export function stuckSetup(
  call: Call,
  surroundings: Surroundings,
  limits: StuckLimits = STUCK_LIMITS,
): Stuck | null {
  const root = call.invite;
  if (root === null || !gotOnlyTrying(root)) return null;
  if (call.outcome === 'answered-elsewhere' || call.outcome === 'scan-or-attack') return null;
  const ending = endingOf(root, cancelOf(call, root), surroundings, limits);
  // Without a clock nothing can be said about waiting.
  if (ending === null || !Number.isFinite(ending.at)) return null;
  const { hop, cause } = new Search(call, ending, surroundings, limits).from(root);
  return {
    root,
    hop,
    trying: hop.responses.find(({ status }) => status === 100) as Message,
    elapsedUs: ending.at - openedAt(root),
    ending,
    cause,
  };
}

/** A 100 came, and no other provisional or successful response. */
export function gotOnlyTrying({ responses }: Transaction): boolean {
  let tried = false;
  for (const { status } of responses) {
    if (status === 100) tried = true;
    else if (status < 300) return false;
  }
  return tried;
}

/** Its CANCEL, also one with a branch of its own that the server took for it all the same: the 487 proves that. */
function cancelOf({ transactions }: Call, root: Transaction): Transaction | null {
  if (root.cancel !== null || root.final?.status !== 487) return root.cancel;
  const { client, server } = root;
  return (
    transactions.find(
      (one) =>
        one.method === 'CANCEL' &&
        one.client.address === client.address &&
        one.server.address === server.address,
    ) ?? null
  );
}

function endingOf(
  root: Transaction,
  cancel: Transaction | null,
  surroundings: Surroundings,
  limits: StuckLimits,
): StuckEnding | null {
  const { final, ack } = root;
  const cancelled = cancel === null ? Number.POSITIVE_INFINITY : openedAt(cancel);
  if (cancel !== null && (final === null || final.time >= cancelled)) {
    return { kind: 'cancelled', at: cancelled, cancel };
  }
  // Who sends an ACK has got a final response that was not captured.
  if (final === null && ack !== null) return null;
  if (final === null) return { kind: 'pending', at: surroundings.captureEnd };
  if (!GIVING_UP.has(final.status) || final.time - openedAt(root) < limits.stuck) return null;
  const reached = reasonsOf(final).some(
    ({ protocol, cause }) => protocol === 'Q.850' && CALLEE_CAUSES.has(cause ?? -1),
  );
  return reached ? null : { kind: 'failed', at: final.time, final };
}

/** The same request beyond a node: its hop copies, or the other leg of a B2BUA, which is less certain. */
interface Legs {
  readonly hops: readonly Transaction[];
  readonly certain: boolean;
}

/** Follows the INVITE from node to node to the one that holds it. */
class Search {
  readonly #call: Call;
  readonly #ending: StuckEnding;
  readonly #surroundings: Surroundings;
  readonly #limits: StuckLimits;
  /** Later responses say nothing: there was no time left to relay them, µs. */
  readonly #cutoff: number;

  constructor(call: Call, ending: StuckEnding, surroundings: Surroundings, limits: StuckLimits) {
    this.#call = call;
    this.#ending = ending;
    this.#surroundings = surroundings;
    this.#limits = limits;
    const margin = ending.kind === 'pending' ? MARGIN : 0;
    this.#cutoff = ending.at - limits.relay - margin;
  }

  from(root: Transaction): { hop: Transaction; cause: StuckCause } {
    let hop = root;
    let certain = true;
    for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
      const legs = this.#legsOf(hop);
      certain &&= legs.certain;
      if (legs.hops.length === 0) return { hop, cause: this.#notForwarded(hop, legs.certain) };
      const deeper = this.#holding(legs.hops);
      const cause = this.#relay(legs.hops, certain, deeper === undefined);
      if (cause !== null) return { hop, cause };
      if (deeper === undefined) break;
      hop = deeper;
    }
    return { hop, cause: { kind: 'unknown' } };
  }

  /** The last leg that got a 100 and nothing else in time. */
  #holding(hops: readonly Transaction[]): Transaction | undefined {
    return hops.findLast((leg) => {
      const seen = leg.responses.filter(({ time }) => time <= this.#cutoff);
      return seen.length > 0 && seen.every(({ status }) => status === 100);
    });
  }

  /** What the legs answered and the node did not pass on, or the leg that stays silent. */
  #relay(hops: readonly Transaction[], certain: boolean, nobodyHolds: boolean): StuckCause | null {
    for (const leg of hops) {
      const answer = leg.responses.find((response) => this.#isNews(response));
      if (answer !== undefined) return { kind: 'answered-not-relayed', answer, leg, certain };
    }
    if (!nobodyHolds) return null;
    for (const hop of hops.toReversed()) {
      const leg = this.#silent(hop);
      if (leg !== null) return { kind: 'downstream-silent', leg, certain };
    }
    const leg = hops.at(-1) as Transaction;
    const { final } = leg;
    const over = hops.every((one) => one.final !== null && one.final.time <= this.#cutoff);
    return over && final !== null && !SETTLED_MIDWAY.has(final.status)
      ? { kind: 'answered-not-relayed', answer: final, leg, certain }
      : null;
  }

  /** Ringing, progress or an answer, in time to be relayed. */
  #isNews({ status, time }: Message): boolean {
    return status > 100 && status < 300 && status !== 199 && time <= this.#cutoff;
  }

  #silent(hop: Transaction): Unanswered | null {
    if (hasStrayResponse(this.#call, hop) || gotUnseenAnswer(this.#call, hop)) return null;
    const until = this.#ending.kind === 'pending' ? Number.POSITIVE_INFINITY : this.#ending.at;
    const leg = unansweredInvite(hop, until, this.#surroundings, this.#limits);
    return leg === null || leg.silence === 'unproven' ? null : leg;
  }

  #legsOf(hop: Transaction): Legs {
    if (hop.downstream.length > 0) return { hops: hop.downstream, certain: true };
    const { address } = hop.server;
    const opened = openedAt(hop);
    const until = Math.min(opened + LATE_LEG, this.#ending.at);
    const { seen, calls } = this.#surroundings.correlatedLegs(this.#call, address, opened, until);
    if (seen === 0) return { hops: [], certain: true };
    const legs = calls
      // A leg whose answer was not captured does not tell what the PBX had to relay.
      .filter(({ stage, final }) => stage !== 'answered' || final !== null)
      .flatMap(({ rounds }) => rounds.at(-1)?.hops ?? [])
      .filter(({ client }) => client.address === address);
    // Several candidates, a late one, or one that was let go: some leg did leave, but which one is this call's?
    const [only] = legs;
    if (only === undefined) return { hops: [], certain: false };
    const clear =
      seen === 1 && legs.length === 1 && openedAt(only) - opened <= this.#limits.forward;
    return { hops: clear ? [only] : [], certain: false };
  }

  #notForwarded(hop: Transaction, noLegAtAll: boolean): StuckCause {
    const waited = this.#ending.at - openedAt(hop);
    const margin = this.#ending.kind === 'pending' ? MARGIN : 0;
    const agents = hop.responses.map(agentOf);
    // A phone or a gateway has no next SIP hop.
    const isLast = agents.some((agent) => isPersonalDevice(agent) || roleOf(agent) === 'gateway');
    if (!noLegAtAll || isLast || waited < this.#limits.forward + margin) return { kind: 'unknown' };
    const otherCalls = this.#surroundings.otherCallsSentBy(
      hop.server.address,
      this.#call.callId,
      hop.client.address,
    );
    return otherCalls > 0 ? { kind: 'not-forwarded', otherCalls } : { kind: 'unknown' };
  }
}
