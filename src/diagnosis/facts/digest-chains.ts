/** Who was asked for credentials, what it answered, and what came of it: what all rules on digest share (RFC 7616). */
import { CHALLENGES } from '../../call/closing.ts';
import { openedAt } from '../../call/hops.ts';
import { madeBy } from '../../call/producer.ts';
import type { Judged, Transaction } from '../../call/types.ts';
import {
  challengesOf,
  CREDENTIALS_FIELD,
  credentialsOf,
  type Asked,
  type Given,
} from '../../sip/auth-fields.ts';
import { fieldLines } from '../../sip/field.ts';
import type { Message } from '../../sip/message.ts';
import { fact } from './fact.ts';

/** A request of the client on its own hop. */
export interface DigestTry {
  readonly hop: Transaction;
  readonly request: Message;
  /** Who made the final response, or whom the request went to without one. */
  readonly server: string;
  readonly given: readonly Given[];
  /** What the final response asks for; empty unless it is a 401 or 407. */
  readonly asked: readonly Asked[];
  /** Null when its credentials were not refused, or there were none for those who ask. */
  readonly rejection: Rejection | null;
}

/** Credentials that met another challenge of those who had asked for them. */
export interface Rejection {
  readonly given: Given;
  /** The challenge before, as far as it was seen since the last success. */
  readonly before: Asked | null;
  readonly again: Asked;
  /** The nonce was refused, not the password: `stale=true`, or the phrase says so ("nonce has changed"). */
  readonly stale: boolean;
}

/** The requests of one method that one client sent, until one got through; the last run may be open. */
export interface DigestRun {
  readonly method: string;
  /** Never empty. */
  readonly tries: readonly DigestTry[];
  /** Address of the client. */
  readonly client: string;
  /** It ended with a 2xx. */
  readonly accepted: boolean;
}

/** Transactions, and hops of one CSeq number, that are looked at (bounds for hostile input). */
const MAX_TRANSACTIONS = 4096;
const MAX_HOPS = 64;
/** Realms of one run that are remembered. */
const MAX_REALMS = 16;

/** Nothing is challenged that goes without a response, or is bound to another request (RFC 3261 §22.1). */
const UNASKED: ReadonlySet<string> = new Set(['ACK', 'CANCEL']);

/** The runs of every client and method that met a challenge or a 403; those of one client in the order of time. */
export const digestRuns = fact(({ transactions }: Judged): readonly DigestRun[] => {
  const chains = new Map<string, Transaction[]>();
  const hops = new Map<string, Transaction[]>();
  for (const hop of transactions.slice(0, MAX_TRANSACTIONS)) {
    if (UNASKED.has(hop.method)) continue;
    add(hops, keyOfHop(hop), hop);
    add(chains, `${hop.method} ${hop.client.address}`, hop);
  }
  return [...chains.values()]
    .filter((chain) => chain.some(isRefused))

    .flatMap((chain) =>
      runsOf(
        chain.filter((hop) => isOwn(hop, hops)),
        hops,
      ),
    );
});

/** Equal for all hops of one request. */
function keyOfHop({ cseq, method }: Transaction): string {
  return `${cseq} ${method}`;
}

function add(lists: Map<string, Transaction[]>, key: string, hop: Transaction): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [hop]);
  else known.push(hop);
}

function isRefused({ final }: Transaction): boolean {
  return final !== null && (CHALLENGES.has(final.status) || final.status === 403);
}

/**
 * The client sent the request for itself: nobody sent it the same one, or it put credentials of its own in. A log that
 * names no addresses shows each request once.
 */
function isOwn(hop: Transaction, hops: ReadonlyMap<string, readonly Transaction[]>): boolean {
  if (hop.request === null) return false;
  const same = (hops.get(keyOfHop(hop)) ?? []).slice(0, MAX_HOPS);
  const before = same.find(
    (other) => other !== hop && openedAt(other) <= openedAt(hop) && feeds(other, hop),
  );
  return before === undefined || hasOwnCredentials(hop.request, before.request);
}

function feeds(before: Transaction, hop: Transaction): boolean {
  if (hop.upstream === before) return true;
  return hop.client.address === ''
    ? before.final === null || before.final.time > openedAt(hop)
    : before.server.address === hop.client.address && before.client.address !== hop.client.address;
}

function hasOwnCredentials(request: Message, before: Message | null): boolean {
  if (before === null) return false;
  return [CREDENTIALS_FIELD.www, CREDENTIALS_FIELD.proxy].some((name) => {
    const earlier = fieldLines(before, name);
    return fieldLines(request, name).some((line) => !earlier.includes(line));
  });
}

function runsOf(
  chain: readonly Transaction[],
  hops: ReadonlyMap<string, readonly Transaction[]>,
): DigestRun[] {
  const runs: DigestRun[] = [];
  let tries: DigestTry[] = [];
  let asked = new Map<string, readonly Asked[]>();
  for (const hop of chain) {
    const one = tryOf(hop, asked, hops.get(keyOfHop(hop)) ?? []);
    tries.push(one);
    remember(asked, one.asked);
    const status = hop.final?.status ?? 0;
    if (CHALLENGES.has(status)) continue;
    runs.push(runOf(tries, status));
    tries = [];
    asked = new Map();
  }
  if (tries.length > 0) runs.push(runOf(tries, 0));
  return runs;
}

function runOf(tries: readonly DigestTry[], status: number): DigestRun {
  const { method, client } = (tries[0] as DigestTry).hop;
  return {
    method,
    client: client.address,
    tries,
    accepted: status >= 200 && status < 300,
  };
}

function tryOf(
  hop: Transaction,
  before: ReadonlyMap<string, readonly Asked[]>,
  same: readonly Transaction[],
): DigestTry {
  const request = hop.request as Message;
  const { final } = hop;
  const given = credentialsOf(request);
  const asked = final !== null && CHALLENGES.has(final.status) ? challengesOf(final) : [];
  const aboutNonce = /\b(?:nonce|stale)\b/i.test(final?.phrase ?? '');
  return {
    hop,
    request,
    server: (final === null ? hop.server : madeBy(final, same.slice(0, MAX_HOPS)).sender).name,
    given,
    asked,
    rejection: rejectionOf(given, asked, before, aboutNonce),
  };
}

/** Those who ask again had an answer: in their own field for their realm, or at least to their nonce. */
function rejectionOf(
  given: readonly Given[],
  asked: readonly Asked[],
  before: ReadonlyMap<string, readonly Asked[]>,
  aboutNonce: boolean,
): Rejection | null {
  for (const again of asked) {
    const earlier = before.get(keyOf(again)) ?? [];
    const answer =
      given.find(({ kind, realm }) => kind === again.kind && realm === again.realm) ??
      given.find(({ nonce }) => nonce !== '' && earlier.some((one) => one.nonce === nonce)) ??
      // A client that answers nobody else of this kind means these.
      given.find(({ kind, realm }) => kind === again.kind && !before.has(keyOf({ kind, realm })));
    if (answer === undefined) continue;
    const same = asked.filter((one) => keyOf(one) === keyOf(again));
    return {
      given: answer,
      before: bestOf(earlier, answer),
      again: bestOf(same, answer) ?? again,
      stale: aboutNonce || same.some(({ stale }) => stale),
    };
  }
  return null;
}

/** Of several challenges with other algorithms (RFC 8760 §2.3), the one that was answered. */
function bestOf(asked: readonly Asked[], { nonce, algorithm }: Given): Asked | null {
  const same = asked.filter((one) => one.nonce === nonce);
  const among = same.length > 0 ? same : asked;
  return among.find((one) => sameAlgorithm(one.algorithm, algorithm)) ?? among[0] ?? null;
}

/** Without the parameter it is MD5 (RFC 7616 §3.3). */
export function sameAlgorithm(one: string, other: string): boolean {
  return (one || 'MD5').toUpperCase() === (other || 'MD5').toUpperCase();
}

export function keyOf({ kind, realm }: Pick<Asked, 'kind' | 'realm'>): string {
  return `${kind} ${realm}`;
}

function remember(known: Map<string, readonly Asked[]>, asked: readonly Asked[]): void {
  const fresh = new Map<string, Asked[]>();
  for (const one of asked) {
    const same = fresh.get(keyOf(one));
    if (same === undefined) fresh.set(keyOf(one), [one]);
    else same.push(one);
  }
  for (const [key, list] of fresh)
    if (known.has(key) || known.size < MAX_REALMS) known.set(key, list);
}
