import type { Endpoint } from '../model/packet.ts';
import type { Message } from '../sip/message.ts';
import { openedAt } from './hops.ts';
import { isMoreThanTrying } from './milestones.ts';
import { horizon, sawEnough } from './horizon.ts';
import type { Call, Round, Surroundings, Transaction } from './types.ts';

/** µs, but for `copies`. */
export interface UnansweredLimits {
  /** Copies of an INVITE that count as "nobody answers". */
  readonly copies: number;
  /** Timer B: a client transaction without any response is over (RFC 3261 §17.1.1.2). */
  readonly timerB: number;
  /** T1: before this nobody expects a response. */
  readonly t1: number;
  /** A node that gives up upstream has waited at least this long. */
  readonly gaveUp: number;
}

export const UNANSWERED_LIMITS: UnansweredLimits = {
  copies: 3,
  timerB: 32_000_000,
  t1: 500_000,
  gaveUp: 3_000_000,
};

/** An initial INVITE on one hop with no response of any class. */
export interface Unanswered {
  readonly hop: Transaction;
  readonly request: Message;
  readonly copies: number;
  readonly lastCopy: Message;
  /** When the wait ended: somebody gave up, the call went on elsewhere, or the capture stopped; µs. */
  readonly until: number;
  /**
   * `proven`: the other direction is visible and stayed silent. `likely`: it was never seen, but the sender's own
   * retransmissions went on as long as they could, so that it heard nothing. `unproven`: the capture does not tell.
   */
  readonly silence: 'proven' | 'likely' | 'unproven';
  /** The call got on over another hop, so this one cost time and not the call. */
  readonly saved: boolean;
}

/** Finals by which a node says that it waited in vain. */
const GAVE_UP: ReadonlySet<number> = new Set([408, 480, 500, 503, 504]);
/** Timer A doubles (§17.1.1.2); some servers stop doubling at T2. Gaps may be off by this share. */
const GAP_TOLERANCE = 0.25;
const T2 = 4_000_000;
/** A series that spans this long was given up by its sender: the last copy is due at 31.5 s, at 27.5 s where T2 bounds the gaps; µs. */
const WHOLE_SERIES = 27_000_000;
/** Silent hops of one call that are looked at (a bound for hostile input). */
const MAX_HOPS = 64;
/** Transports that repeat lost data themselves, so that SIP does not. */
const RELIABLE: ReadonlySet<string> = new Set(['tcp', 'tls', 'sctp', 'ws', 'wss']);

/** Every hop of a call whose initial INVITE got no response, the ones that others explain left out. */
export function unansweredInvites(
  call: Call,
  surroundings: Surroundings,
  limits: UnansweredLimits = UNANSWERED_LIMITS,
): Unanswered[] {
  const found: Unanswered[] = [];
  let looked = 0;
  for (const [at, round] of call.rounds.entries()) {
    for (const hop of round.hops) {
      if (hop.responses.length > 0 || hop.request === null) continue;
      looked += 1;
      if (looked > MAX_HOPS) return found;
      // It did answer, in a way that matches no request (an ALG, a broken Via): that is no silence.
      if (hasStrayResponse(call, hop) || gotUnseenAnswer(call, hop)) continue;
      // The request reached this server: it went on from there, and the silence is further on.
      if (hop.downstream.some(({ responses }) => responses.length === 0)) continue;
      const next = call.rounds[at + 1]?.hops[0];
      const until = waitEnds(call, round, hop, next);
      const one = unansweredInvite(hop, until, surroundings, limits);
      if (one !== null) found.push({ ...one, saved: isSaved(call, round, hop, next) });
    }
  }
  return found;
}

/** A response came back over this hop that belongs to no INVITE seen. */
export function hasStrayResponse({ transactions }: Call, { client, server }: Transaction): boolean {
  return transactions.some(
    (stray) =>
      stray.method === 'INVITE' &&
      stray.request === null &&
      isSameHost(stray.client, client) &&
      isSameHost(stray.server, server),
  );
}

/** A response may go to another port than the request came from: the one in its Via (RFC 3261 §18.2.2). */
function isSameHost(a: Endpoint, b: Endpoint): boolean {
  return a === b || (a.address === b.address && a.address !== '');
}

/** Methods of requests that only a client sends that got a response to its INVITE. */
const AFTER_RESPONSE: ReadonlySet<string> = new Set(['ACK', 'PRACK', 'BYE']);

/** What the client of a hop did next shows that it was answered, although no response was captured. */
export function gotUnseenAnswer({ transactions }: Call, hop: Transaction): boolean {
  const invite = hop.request;
  if (invite === null) return false;
  if (hop.ack !== null) return true;
  const { address } = hop.client;
  const tried = transactions.filter(
    ({ method, client, cseq }) =>
      method === 'INVITE' && client.address === address && cseq === hop.cseq,
  );
  // Who tried several targets acknowledges the one that answered: its responses, or where the request goes, tell which.
  if (tried.some(({ responses }) => responses.length > 0)) return false;
  return transactions.some(({ method, request, final }) => {
    if (request === null || !AFTER_RESPONSE.has(method) || !request.hasToTag) return false;
    if (request.time < invite.time || final?.status === 481) return false;
    const [here, there] =
      request.fromTag === invite.fromTag
        ? [request.sender, request.receiver]
        : [request.receiver, request.sender];
    if (here.address !== address) return false;
    return tried.length === 1 || there.address === hop.server.address;
  });
}

/** Judges the silence on one hop; null when it is too short to mean anything. `until`: when the wait ended, µs. */
export function unansweredInvite(
  hop: Transaction,
  until: number,
  surroundings: Surroundings,
  limits: UnansweredLimits = UNANSWERED_LIMITS,
): Unanswered | null {
  const { request, retransmissions } = hop;
  if (request === null || hop.responses.length > 0) return null;
  const silence = silenceOf(hop, request, until, surroundings, limits);
  if (silence === null) return null;
  return {
    hop,
    request,
    copies: retransmissions.length + 1,
    lastCopy: retransmissions.at(-1) ?? request,
    until: Math.min(until, surroundings.captureEnd),
    silence,
    saved: false,
  };
}

function silenceOf(
  hop: Transaction,
  request: Message,
  until: number,
  surroundings: Surroundings,
  limits: UnansweredLimits,
): Unanswered['silence'] | null {
  const decisive = hop.retransmissions[limits.copies - 2];
  const repeated = decisive !== undefined && sawEnough(surroundings, decisive.time, 0);
  if (!surroundings.sawDirection(hop.server, hop.client)) {
    if (repeated) return heardNothing(hop, until, surroundings) ? 'likely' : 'unproven';
    return isOpen(request, until, surroundings, limits) ? 'unproven' : null;
  }
  const end = Math.min(until, surroundings.captureEnd);
  // Without SIP's own repetitions the wait has to speak.
  const waited =
    end - request.time >= limits.timerB && sawEnough(surroundings, request.time, limits.timerB);
  if (repeated || gaveUp(hop, until, limits)) return 'proven';
  // Over UDP, who hears nothing repeats itself: one lone copy may have been answered, or its sender does not care.
  if (waited)
    return hop.retransmissions.length > 0 || request.transport !== 'udp' ? 'proven' : 'likely';
  return isOpen(request, until, surroundings, limits) ? 'unproven' : null;
}

/** Nothing but the end of the capture cut the wait off, and a response was due. */
function isOpen(
  request: Message,
  until: number,
  surroundings: Surroundings,
  limits: UnansweredLimits,
): boolean {
  return until > surroundings.captureEnd && horizon(surroundings, request.time) >= limits.t1;
}

/** The node between told its upstream side that it waited in vain. */
function gaveUp(
  { request, upstream }: Transaction,
  until: number,
  limits: UnansweredLimits,
): boolean {
  const final = upstream?.final ?? null;
  return (
    request !== null &&
    final !== null &&
    final.time === until &&
    GAVE_UP.has(final.status) &&
    RELIABLE.has(request.transport) &&
    until - request.time >= limits.gaveUp
  );
}

/**
 * A sender that follows Timer A heard nothing as long as it repeats; copies that stop before the series is over suggest
 * that an answer came. So the series counts only if it ran to its end, or was still running when the wait was cut off.
 */
export function heardNothing(
  { request, retransmissions }: Transaction,
  until: number,
  { captureEnd }: Surroundings,
): boolean {
  const last = retransmissions.at(-1);
  if (request === null || last === undefined) return false;
  const gap = nextGap(request, retransmissions);
  if (gap === null) return false;
  if (last.time - request.time >= WHOLE_SERIES) return true;
  return last.time + gap * (1 + GAP_TOLERANCE) > Math.min(until, captureEnd);
}

/** When copies that follow Timer A (each gap twice the one before it, or bounded by T2) go on, µs; null when they do not follow it. */
function nextGap(request: Message, copies: readonly Message[]): number | null {
  let previous = 0;
  let from = request.time;
  let bounded = false;
  for (const { time } of copies) {
    const gap = time - from;
    if (previous > 0 && !near(gap, 2 * previous)) {
      if (!near(gap, Math.min(2 * previous, T2))) return null;
      bounded = true;
    }
    previous = gap;
    from = time;
  }
  if (!(previous > 0)) return null;
  return bounded ? Math.min(2 * previous, T2) : 2 * previous;
}

function near(gap: number, wanted: number): boolean {
  return Math.abs(gap - wanted) <= GAP_TOLERANCE * wanted;
}

/** When nobody waited for this hop any more, µs; infinite when only the end of the capture stopped it. */
function waitEnds(
  call: Call,
  round: Round,
  hop: Transaction,
  next: Transaction | undefined,
): number {
  const lastCopy = (hop.retransmissions.at(-1) ?? (hop.request as Message)).time;
  const ends = [
    hop.cancel === null ? null : openedAt(hop.cancel),
    hop.upstream?.cancel ? openedAt(hop.upstream.cancel) : null,
    hop.upstream?.final?.time,
    call.milestones.answer,
    next === undefined ? null : openedAt(next),
    // The next target of a serial search (RFC 3263 §4.3).
    ...round.hops.filter((other) => isAlternative(other, hop)).map(openedAt),
  ].filter((time) => typeof time === 'number' && time >= lastCopy);
  return (ends as number[]).reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

/** Another target that the same sender tried for the same request. */
function isAlternative(other: Transaction, hop: Transaction): boolean {
  return (
    other !== hop && other.upstream === hop.upstream && other.client.address === hop.client.address
  );
}

function isSaved(
  call: Call,
  round: Round,
  hop: Transaction,
  next: Transaction | undefined,
): boolean {
  if (call.stage === 'answered' || call.invite?.responses.some(isMoreThanTrying)) return true;
  if (next !== undefined) return true;
  return round.hops.some((other) => isAlternative(other, hop) && other.responses.length > 0);
}
