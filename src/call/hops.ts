import type { Endpoint } from '../model/packet.ts';
import { fieldValues } from '../sip/field.ts';
import type { Message } from '../sip/message.ts';
import type { Round, Transaction } from './types.ts';

/** A relayed request leaves this long after it came in at the most, µs (a redirect or database lookup included). */
const FORWARD_WINDOW = 40_000_000;

/** When the transaction was first seen, µs. */
export function openedAt(transaction: Transaction): number {
  return (transaction.request ?? (transaction.responses[0] as Message)).time;
}

/** Whether the request opens a dialog: an INVITE without To tag. */
export function isInitialInvite(transaction: Transaction): boolean {
  return (
    transaction.method === 'INVITE' && transaction.request !== null && !transaction.request.hasToTag
  );
}

/**
 * Links the hops of initial INVITEs (in time order): a request whose sender received an earlier one that is still
 * open is the same request one hop later. The Via stack decides between several (RFC 3261 §16.6: each proxy adds one), and alone
 * where a log does not say who sent or received it.
 */
export function linkHops(invites: readonly Transaction[]): void {
  for (let at = 1; at < invites.length; at += 1) {
    const later = invites[at] as Transaction;
    const upstream = upstreamOf(later, invites, at);
    if (upstream === null) continue;
    later.upstream = upstream;
    upstream.downstream.push(later);
  }
}

/** Earlier INVITEs that a new one is compared with (a bound for hostile input). */
const LOOK_BACK = 64;

function upstreamOf(
  later: Transaction,
  invites: readonly Transaction[],
  at: number,
): Transaction | null {
  const request = later.request as Message;
  let candidate: Transaction | null = null;
  let branches: string | null = null;
  for (let index = at - 1; index >= Math.max(0, at - LOOK_BACK); index -= 1) {
    const earlier = invites[index] as Transaction;
    const guessed = request.inferred !== 0 || (earlier.request?.inferred ?? 0) !== 0;
    const met = earlier.server.address !== '' && earlier.server.address === later.client.address;
    if (!met && !guessed) continue;
    if (earlier.client === later.client && earlier.server === later.server) continue;
    const wait = request.time - openedAt(earlier);
    const finished = earlier.final !== null && earlier.final.time < request.time;
    if (wait > FORWARD_WINDOW || finished) continue;
    branches ??= fieldValues(request, 'Via').slice(1).join('\n');
    if (earlier.branch !== '' && branches.includes(earlier.branch)) return earlier;
    if (met) candidate ??= earlier;
  }
  return candidate;
}

/** Response codes after which the same caller may try again within the same attempt (RFC 3261 §8.1.3.4–5, RFC 3263 §4.3, RFC 3578 §3.2). */
const CONTINUES: ReadonlySet<number> = new Set([
  300, 301, 302, 305, 380, 401, 407, 408, 413, 415, 416, 420, 421, 422, 423, 428, 484, 494, 500,
  502, 503, 504,
]);

/** Splits the caller-side INVITEs of one Call-ID into attempts, and each attempt into rounds by CSeq number. */
export function roundsOf(invites: readonly Transaction[]): Round[][] {
  const [only] = invites;
  if (only !== undefined && invites.length === 1) return [[{ cseq: only.cseq, hops: [only] }]];
  const attempts: Round[][] = [];
  for (const invite of invites) {
    if (invite.upstream !== null) continue;
    const rounds = attemptOf(invite, attempts);
    const previous = rounds?.at(-1);
    if (rounds === undefined) attempts.push([{ cseq: invite.cseq, hops: [invite] }]);
    else if (previous?.cseq === invite.cseq || isBeside(previous as Round, invite)) {
      previous?.hops.push(invite);
    } else rounds.push({ cseq: invite.cseq, hops: [invite] });
  }
  for (const round of attempts.flat()) addDownstream(round.hops);
  return attempts;
}

/** Attempts that an INVITE is compared with (a bound for hostile input). */
const MAX_ATTEMPTS = 16;

/**
 * The attempt that this INVITE goes on with. A phone may use one Call-ID for calls from several ports at the same time: what
 * left the same port goes before what left another one, and of these the later attempt before the earlier.
 */
function attemptOf(invite: Transaction, attempts: readonly Round[][]): Round[] | undefined {
  const open = attempts
    .slice(-MAX_ATTEMPTS)
    .filter((rounds) => goesOn(rounds.at(-1) as Round, invite));
  return open.findLast((rounds) => clientOf(rounds) === invite.client) ?? open.at(-1);
}

function clientOf(rounds: readonly Round[]): Endpoint | undefined {
  return rounds.at(-1)?.hops[0]?.client;
}

function goesOn(previous: Round, next: Transaction): boolean {
  if (previous.cseq === next.cseq) return sameCaller(previous, next);
  return continues(previous, next) || isBeside(previous, next);
}

/**
 * The same call over several interfaces of one phone at once: it numbers the requests, lets them have one tag, does not wait for
 * all of their answers, and keeps the first that is answered.
 */
function isBeside({ hops }: Round, next: Transaction): boolean {
  const asked = next.request as Message;
  const own = hops.filter(({ upstream }) => upstream === null);
  return (
    own.some(({ final }) => final === null || final.time > asked.time) &&
    own.every(
      ({ client, request }) =>
        request !== null &&
        client !== next.client &&
        client.address === next.client.address &&
        request.fromTag === asked.fromTag &&
        request.requestUri === asked.requestUri,
    )
  );
}

function addDownstream(hops: Transaction[]): void {
  for (let at = 0; at < hops.length; at += 1) {
    hops.push(...(hops[at] as Transaction).downstream);
  }
  hops.sort((a, b) => openedAt(a) - openedAt(b));
}

function continues(previous: Round, next: Transaction): boolean {
  if (!sameCaller(previous, next) || next.cseq < previous.cseq) return false;
  const finals = previous.hops.map(({ final }) => final).filter((final) => final !== null);
  return finals.every((final) => CONTINUES.has(final.status));
}

function sameCaller(round: Round, invite: Transaction): boolean {
  const first = (round.hops[0] as Transaction).request as Message;
  return first.fromTag === (invite.request as Message).fromTag;
}
