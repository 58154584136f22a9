import type { Endpoint } from '../model/packet.ts';
import { fieldValues } from '../sip/field.ts';
import type { Message } from '../sip/message.ts';
import type { Round, Transaction } from './types.ts';

/** A request that is relayed without a Via that tells it leaves this long after it came in at the most, µs. */
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
 * Links the hops of initial INVITEs (in time order). A request whose Via stack holds the branch of another one is the same
 * request one hop later (RFC 3261 §16.6: each proxy adds one), however long it was on its way and whatever the clocks say. Where
 * nobody's branch is found, a request whose sender received an earlier one that is still open is taken for it.
 */
export function linkHops(invites: readonly Transaction[]): void {
  if (invites.length < 2) return;
  for (const [at, invite] of invites.entries()) link(invite, byBranch(invite, invites, at));
  for (const [at, invite] of invites.entries()) {
    if (invite.upstream === null) link(invite, byAddress(invite, invites, at));
  }
}

/** INVITEs before and after one that it is compared with (a bound for hostile input). */
const NEIGHBOURS = 64;

function link(invite: Transaction, upstream: Transaction | null): void {
  if (upstream === null || isBelow(upstream, invite)) return;
  invite.upstream = upstream;
  upstream.downstream.push(invite);
}

/** The hop came out of the other one, or out of so many that nobody can tell. */
function isBelow(hop: Transaction, other: Transaction): boolean {
  let above: Transaction | null = hop;
  for (let steps = 0; steps < NEIGHBOURS; steps += 1) {
    if (above === null) return false;
    if (above === other) return true;
    above = above.upstream;
  }
  return true;
}

/** The nearest one in time, earlier ones first: the clock of its capture point may be ahead. */
function byBranch(
  invite: Transaction,
  invites: readonly Transaction[],
  at: number,
): Transaction | null {
  const request = invite.request as Message;
  let branches: string | null = null;
  const isNext = (other: Transaction): boolean => {
    if (other.branch === '' || !mayPass(other, invite)) return false;
    branches ??= fieldValues(request, 'Via').slice(1).join('\n');
    return branches.includes(other.branch);
  };
  for (let index = at - 1; index >= Math.max(0, at - NEIGHBOURS); index -= 1) {
    const other = invites[index] as Transaction;
    if (isNext(other)) return other;
  }
  return invites.slice(at + 1, at + NEIGHBOURS).find(isNext) ?? null;
}

/** The latest that is open, and was not open too long. */
function byAddress(
  invite: Transaction,
  invites: readonly Transaction[],
  at: number,
): Transaction | null {
  const { time } = invite.request as Message;
  for (let index = at - 1; index >= Math.max(0, at - NEIGHBOURS); index -= 1) {
    const earlier = invites[index] as Transaction;
    if (!isMet(earlier, invite) || isSameWay(earlier, invite)) continue;
    const finished = earlier.final !== null && earlier.final.time < time;
    if (time - openedAt(earlier) <= FORWARD_WINDOW && !finished) return earlier;
  }
  return null;
}

/** The sender of one received the other, or may have: a log does not always say who sent or received a message. */
function mayPass(upstream: Transaction, invite: Transaction): boolean {
  const inferred = (upstream.request?.inferred ?? 0) !== 0 || invite.request?.inferred !== 0;
  return (inferred || isMet(upstream, invite)) && !isSameWay(upstream, invite);
}

function isMet({ server }: Transaction, { client }: Transaction): boolean {
  return server.address !== '' && server.address === client.address;
}

function isSameWay(a: Transaction, b: Transaction): boolean {
  return a.client === b.client && a.server === b.server;
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
  hops.sort((a, b) => comesUp(a) - comesUp(b));
}

/** When the hop was opened, and not before the one that it came out of: clocks of two capture points may differ; µs. */
function comesUp(hop: Transaction): number {
  let time = openedAt(hop);
  for (let above = hop.upstream; above !== null; above = above.upstream) {
    time = Math.max(time, openedAt(above));
  }
  return time;
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
