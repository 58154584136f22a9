import { isPersonalDevice, roleOf, type AgentRole } from '../catalog/user-agents.ts';
import type { Confidence, Outcome, Release } from '../model/vocabulary.ts';
import type { Message } from '../sip/message.ts';
import { callerOf } from '../sip/party.ts';
import { reasonsOf } from '../sip/reasons.ts';
import { reasonOf, type Reason } from '../sip/values/reason.ts';
import { analyticsBlock, type AnalyticsBlock } from './analytics.ts';
import { OUTCOME_BY_PSEUDO_CAUSE, OUTCOME_BY_Q850 } from './outcome-codes.ts';
import { openedAt } from './hops.ts';
import { isAlerting } from './milestones.ts';
import { agentOf, producerOf } from './producer.ts';
import type { Call, Surroundings, Transaction } from './types.ts';
import { withoutLegs } from './without-legs.ts';

/** How long people and machines take to refuse, µs, and how many quick refusals are a pattern. */
export interface DeclineLimits {
  /** Refusals faster than this look automatic. */
  readonly quick: number;
  /** A person needs at least this long after it began to ring. */
  readonly human: number;
  /** A device that is faster than this refuses by itself. */
  readonly device: number;
  /** Callees that refuse one caller quickly. */
  readonly pattern: number;
}

export const DECLINE_LIMITS: DeclineLimits = {
  quick: 3_000_000,
  human: 1_000_000,
  device: 500_000,
  pattern: 3,
};

/** The facts of one refusal, read where it was made. */
export interface Refusal {
  /** The hop whose server refused, and the response as it left there. */
  readonly hop: Transaction;
  readonly final: Message;
  /** The response as the caller's side got it; `final` when only one hop was seen. */
  readonly nearest: Message;
  readonly reasons: readonly Reason[];
  readonly analytics: AnalyticsBlock | null;
  /** The first 180, or 183 with media, of that hop. */
  readonly alerting: Message | null;
  /** Alerting, or else the INVITE, to the refusal, µs. */
  readonly afterUs: number;
  readonly agent: string;
  readonly role: AgentRole | null;
  readonly caller: string;
}

export type DeclineKind =
  | 'analytics-603plus'
  | '608'
  | '607'
  | 'q850'
  | 'pbx-default'
  | 'device-policy'
  | 'human'
  | 'analytics-probable'
  /** A PBX passed on what another leg of the call got, which was no decline. */
  | 'relayed'
  /** Nothing tells who or what it was. */
  | 'unknown';

export interface Decline {
  readonly kind: DeclineKind;
  readonly outcome: Outcome;
  readonly confidence: Confidence;
  readonly release: Release;
  readonly refusal: Refusal;
}

interface Question {
  readonly refusal: Refusal;
  readonly surroundings: Surroundings;
  readonly limits: DeclineLimits;
}

/** One row of the decision table. */
interface Row {
  readonly kind: DeclineKind;
  when(question: Question): boolean;
  readonly outcome: Outcome | ((refusal: Refusal) => Outcome);
  readonly release: Release | ((refusal: Refusal) => Release);
  readonly confidence: Confidence | ((refusal: Refusal, limits: DeclineLimits) => Confidence);
}

/** The first row that holds decides. A person is never "proven": a device may wait before it refuses by itself. */
const ROWS: readonly Row[] = [
  {
    kind: 'analytics-603plus',
    when: ({ refusal }) => refusal.analytics !== null,
    outcome: 'blocked-network',
    release: 'network',
    confidence: ({ analytics }) => (analytics?.byReason === true ? 'proven' : 'likely'),
  },
  {
    kind: '608',
    when: ({ refusal }) => refusal.final.status === 608,
    outcome: 'blocked-network',
    release: 'network',
    confidence: 'proven',
  },
  {
    kind: '607',
    when: ({ refusal }) => refusal.final.status === 607,
    outcome: 'blocked-unwanted',
    release: 'callee',
    confidence: 'proven',
  },
  {
    kind: 'q850',
    when: ({ refusal }) => locationOf(refusal) !== '',
    outcome: (refusal) => OUTCOME_BY_LOCATION[locationOf(refusal)] ?? 'blocked-network',
    release: (refusal) => (locationOf(refusal) === 'U' ? 'callee' : 'network'),
    confidence: (refusal) => (locationOf(refusal) === 'U' ? 'likely' : 'possible'),
  },
  {
    // Cause 24: rejected by a feature at the destination (anonymous-call rejection, screening).
    kind: 'device-policy',
    when: ({ refusal }) => causeOf(refusal) === 24,
    outcome: 'declined-auto',
    release: 'callee',
    confidence: 'likely',
  },
  {
    kind: 'pbx-default',
    when: ({ refusal }) => mayBePbxDefault(refusal),
    outcome: 'declined-auto',
    release: 'callee',
    confidence: (refusal, limits) => (rangFor(refusal, limits.human) ? 'possible' : 'likely'),
  },
  {
    kind: 'human',
    when: ({ refusal, limits }) => rangFor(refusal, limits.human),
    outcome: 'declined-user',
    release: 'callee',
    confidence: ({ agent }) => (isPersonalDevice(agent) ? 'likely' : 'possible'),
  },
  {
    kind: 'device-policy',
    when: ({ refusal }) => isPersonalDevice(refusal.agent),
    outcome: 'declined-auto',
    release: 'callee',
    confidence: (refusal, limits) =>
      refusal.alerting === null || refusal.afterUs < limits.device ? 'likely' : 'possible',
  },
  {
    kind: 'analytics-probable',
    when: isPattern,
    outcome: 'blocked-network',
    release: 'network',
    confidence: 'possible',
  },
  {
    // Whoever it is behind the gateway: no finger is that fast, whether it had begun to ring or not.
    kind: 'device-policy',
    when: ({ refusal, limits }) => refusal.afterUs < limits.device,
    outcome: 'declined-auto',
    release: 'callee',
    confidence: 'possible',
  },
  {
    // The code names a person; that it was one is all that stands for it.
    kind: 'unknown',
    when: () => true,
    outcome: 'declined-user',
    release: 'unknown',
    confidence: 'possible',
  },
];

/** Whose side a Q.850 location (RFC 8606 §4) puts the refusal on: the user, a private network (their PBX); else a public network. */
const OUTCOME_BY_LOCATION: Readonly<Record<string, Outcome>> = {
  U: 'declined-user',
  LPN: 'declined-auto',
  RPN: 'declined-auto',
};

/** A PBX passes a refusal of its other leg on within this time, µs. */
const PASSED_ON = 2_000_000;

const TOLD_BY_TIME: ReadonlySet<DeclineKind> = new Set(['human', 'device-policy']);

/** Codes that always mean that somebody or something refused the call. */
const DECLINES: ReadonlySet<number> = new Set([603, 607, 608]);
/** Codes that ask for something rather than refuse. */
const CHALLENGES: ReadonlySet<number> = new Set([401, 407, 487]);
/** Codes that count towards a caller who is refused everywhere. */
export const QUICK_REFUSALS: ReadonlySet<number> = new Set([403, 603, 607, 608]);

/**
 * Who or what refused the call: the one classification behind the outcome and all `decline-*` rules. Null when the call
 * was not declined, or its Reason names another cause than a refusal (busy, no such number …), which then counts.
 */
export function declineKind(
  call: Call,
  surroundings: Surroundings,
  limits: DeclineLimits = DECLINE_LIMITS,
): Decline | null {
  const { final, invite } = call;
  if (final === null || invite === null || final.status < 400) return null;
  const declined = DECLINES.has(final.status);
  if (!declined && (CHALLENGES.has(final.status) || reasonsOf(final).length === 0)) return null;
  const refusal = refusalOf(invite, final);
  // Any other code is a refusal only if Q.850 cause 21 says so, and by whom.
  if (!declined && locationOf(refusal) === '') return null;
  if (final.status === 603 && refusal.analytics === null && namesAnotherCause(refusal, invite)) {
    return null;
  }
  const passedOn = relayedRefusal(call, refusal, surroundings, limits);
  if (passedOn !== null) return passedOn;
  const question = { refusal, surroundings, limits };
  const row = ROWS.find(({ when }) => when(question)) as Row;
  // Without a clock a person and a machine look the same.
  if (TOLD_BY_TIME.has(row.kind) && !Number.isFinite(refusal.afterUs)) return null;
  return {
    kind: row.kind,
    outcome: typeof row.outcome === 'string' ? row.outcome : row.outcome(refusal),
    release: typeof row.release === 'string' ? row.release : row.release(refusal),
    confidence:
      typeof row.confidence === 'string' ? row.confidence : row.confidence(refusal, limits),
    refusal,
  };
}

/**
 * A PBX whose other leg was refused just before passes that refusal on, whatever code it makes of it; then the other
 * leg tells who refused. Null when no such leg was captured.
 */
function relayedRefusal(
  call: Call,
  refusal: Refusal,
  surroundings: Surroundings,
  limits: DeclineLimits,
): Decline | null {
  if (refusal.final.status !== 603 || !mayBePbxDefault(refusal)) return null;
  const { hop, final, nearest } = refusal;
  const { address } = hop.server;
  const { seen, calls } = surroundings.correlatedLegs(call, address, openedAt(hop), final.time);
  const [leg] = calls
    .filter((one) => wasRefusedBefore(one, address, final.time))
    .sort((a, b) => (b.final as Message).time - (a.final as Message).time);
  if (leg === undefined) return null;
  const theirs = declineKind(leg, withoutLegs(surroundings), limits) ?? {
    kind: 'relayed' as const,
    outcome: leg.outcome,
    confidence: 'likely' as const,
    release: leg.release,
    refusal,
  };
  // With several legs it may have been another call's.
  const confidence = seen > 1 ? 'possible' : theirs.confidence;
  return { ...theirs, confidence, refusal: { ...theirs.refusal, nearest } };
}

function wasRefusedBefore({ invite, final }: Call, address: string, time: number): boolean {
  if (invite?.client.address !== address || final === null || final.status < 400) return false;
  return final.time <= time && time - final.time <= PASSED_ON;
}

let latest: { invite: Transaction; nearest: Message; refusal: Refusal } | null = null;

/** The outcome and the rules ask about the same call one after the other: it is worked out once. */
function refusalOf(invite: Transaction, nearest: Message): Refusal {
  if (latest?.invite !== invite || latest.nearest !== nearest) {
    latest = { invite, nearest, refusal: readRefusal(invite, nearest) };
  }
  return latest.refusal;
}

function readRefusal(invite: Transaction, nearest: Message): Refusal {
  const { hop, message: final } = producerOf(invite, nearest);
  const reasons = [...reasonsOf(final), ...(final === nearest ? [] : reasonsOf(nearest))];
  const before = hop.responses.slice(0, hop.responses.indexOf(final));
  const alerting = before.find(isAlerting);
  const agent = agentOf(final);
  const request = hop.request;
  return {
    hop,
    final,
    nearest,
    reasons,
    analytics: final.status === 603 ? analyticsBlock(nearest, final, reasons) : null,
    alerting: alerting ?? null,
    afterUs: final.time - (alerting ?? request ?? final).time,
    agent,
    role: roleOf(agent),
    caller: callerOf(invite.request ?? request ?? final),
  };
}

/** The Q.850 cause (RFC 6432); null when there is none. */
export function causeOf({ reasons }: Refusal): number | null {
  return reasonOf(reasons, 'Q.850')?.cause ?? null;
}

/** Location of a Q.850 cause 21, '' when there is no such cause or it does not say where. */
export function locationOf({ reasons }: Refusal): string {
  const rejected = reasons.find(({ protocol, cause }) => protocol === 'Q.850' && cause === 21);
  const location = rejected?.location.toUpperCase() ?? '';
  return /^[A-Z\d-]{1,8}$/.test(location) ? location : '';
}

/** Causes that a PBX puts on any hang-up: none, 0, normal clearing, normal unspecified. */
function saysNothing(cause: number | null): boolean {
  return cause === null || cause === 0 || cause === 16 || cause === 31;
}

function mayBePbxDefault(refusal: Refusal): boolean {
  return refusal.role === 'pbx' && refusal.analytics === null && saysNothing(causeOf(refusal));
}

function rangFor({ alerting, afterUs }: Refusal, us: number): boolean {
  return alerting !== null && afterUs >= us;
}

function isPattern({ refusal, surroundings, limits }: Question): boolean {
  if (refusal.alerting !== null || refusal.afterUs >= limits.quick) return false;
  return surroundings.quickRefusals(refusal.caller).callees >= limits.pattern;
}

/** The Reason of the final, or of a provisional before it, tells a cause that is no refusal. */
function namesAnotherCause({ reasons }: Refusal, invite: Transaction): boolean {
  if (reasons.some(isAnotherCause)) return true;
  return invite.responses.some(
    (response) => response.status < 200 && reasonsOf(response).some(isAnotherCause),
  );
}

function isAnotherCause({ protocol, cause }: Reason): boolean {
  if (cause === null) return false;
  if (protocol === 'Q.850') return cause !== 24 && OUTCOME_BY_Q850[cause] !== undefined;
  return protocol === 'SIP' && OUTCOME_BY_PSEUDO_CAUSE[cause] !== undefined;
}
