/** The attempts of one authentication laid side by side, and where they differ. */
import type { DigestAttempt, DigestDifference, DigestParties } from '../../model/auth-args.ts';
import { CREDENTIALS_FIELD, type Asked, type Given } from '../../sip/auth-fields.ts';
import { callerUser } from './caller-user.ts';
import { sameAlgorithm, type DigestRun, type DigestTry, type Rejection } from './digest-chains.ts';
import { sameTarget } from './same-target.ts';

/** Attempts that are shown; the first and the last tell most. */
const MAX_ATTEMPTS = 4;
/** Longest value that is quoted, in characters. */
const MAX_VALUE = 80;
/** Digits of a response that are shown: 16 bits say whether it changed, and do not let anybody test a password list. */
const RESPONSE_DIGITS = 4;
/** Characters that are kept of both ends of a nonce: some have the time in front, some behind. */
const NONCE_END = 6;
/** Hex digits of a response (RFC 7616 §3.4.1). */
const RESPONSE_LENGTH: Readonly<Record<string, number>> = {
  MD5: 32,
  'SHA-256': 64,
  'SHA-512-256': 64,
};

/** A try whose credentials were refused, with what they met. */
export interface RefusedTry {
  readonly one: DigestTry;
  readonly rejection: Rejection;
}

/** The tries of a run whose credentials met another challenge, in order. */
export function refusedTries({ tries }: DigestRun): RefusedTry[] {
  return tries.flatMap((one) =>
    one.rejection === null ? [] : [{ one, rejection: one.rejection }],
  );
}

export function partiesOf(
  { hop, server }: DigestTry,
  given: Given | null,
  realm: string,
): DigestParties {
  return {
    client: hop.client.name,
    server,
    method: hop.method,
    realm: realm.slice(0, MAX_VALUE),
    username: (given?.username ?? '').slice(0, MAX_VALUE),
  };
}

export function attemptsOf(refused: readonly RefusedTry[]): DigestAttempt[] {
  const all = refused.map(({ one, rejection }, at) => attemptOf(one, rejection.given, at + 1));
  return all.length <= MAX_ATTEMPTS ? all : [...all.slice(0, 1), ...all.slice(1 - MAX_ATTEMPTS)];
}

function attemptOf({ request }: DigestTry, given: Given, place: number): DigestAttempt {
  return {
    place,
    time: request.time,
    username: given.username.slice(0, MAX_VALUE),
    realm: given.realm.slice(0, MAX_VALUE),
    uri: given.uri.slice(0, MAX_VALUE),
    nonce: shortNonce(given.nonce),
    nc: given.nc.slice(0, 8),
    algorithm: algorithmName(given.algorithm),
    response: given.response.slice(0, RESPONSE_DIGITS),
  };
}

export function shortNonce(nonce: string): string {
  return nonce.length <= 2 * NONCE_END + 1
    ? nonce
    : `${nonce.slice(0, NONCE_END)}…${nonce.slice(-NONCE_END)}`;
}

export function algorithmName(algorithm: string): string {
  return (algorithm || 'MD5').slice(0, MAX_VALUE);
}

/** Everything that differs between the last refused answer, its challenge and its request, then between the attempts. */
export function differencesOf(refused: readonly RefusedTry[]): DigestDifference[] {
  const last = refused.at(-1);
  if (last === undefined) return [];
  const { one, rejection } = last;
  return [
    ...fromChallenge(rejection),
    ...fromRequest(one, rejection.given),
    ...betweenAttempts(refused),
  ].map((difference) => ({
    ...difference,
    first: difference.first.slice(0, MAX_VALUE),
    second: difference.second.slice(0, MAX_VALUE),
  }));
}

function fromChallenge({ given, before, again }: Rejection): DigestDifference[] {
  const asked = before ?? again;
  const found: DigestDifference[] = [];
  const differs = (part: DigestDifference['part'], first: string, second: string): void => {
    found.push({ part, between: 'challenge', first, second });
  };
  if (given.kind !== asked.kind) {
    differs('header', CREDENTIALS_FIELD[asked.kind], CREDENTIALS_FIELD[given.kind]);
  }
  if (given.realm !== asked.realm) differs('realm', asked.realm, given.realm);
  if (before === null) return found;
  if (given.nonce !== before.nonce) {
    differs('nonce', shortNonce(before.nonce), shortNonce(given.nonce));
  }
  if (!sameAlgorithm(given.algorithm, before.algorithm)) {
    differs('algorithm', algorithmName(before.algorithm), algorithmName(given.algorithm));
  }
  if (given.qop !== '' && before.qop.length > 0 && !before.qop.includes(given.qop)) {
    differs('qop', before.qop.join(', '), given.qop);
  }
  if (given.nonce === before.nonce && given.opaque !== before.opaque) {
    differs('opaque', shortNonce(before.opaque), shortNonce(given.opaque));
  }
  return [...found, ...responseLength(given)];
}

function responseLength({ scheme, algorithm, response }: Given): DigestDifference[] {
  const due =
    RESPONSE_LENGTH[
      algorithmName(algorithm)
        .toUpperCase()
        .replace(/-SESS$/, '')
    ];
  if (scheme !== 'digest' || due === undefined || response.length === due) return [];
  return [
    {
      part: 'response',
      between: 'challenge',
      first: String(due),
      second: String(response.length),
    },
  ];
}

function fromRequest({ request }: DigestTry, given: Given): DigestDifference[] {
  const found: DigestDifference[] = [];
  if (given.uri !== '' && !sameTarget(given.uri, request.requestUri)) {
    found.push({ part: 'uri', between: 'request', first: request.requestUri, second: given.uri });
  }
  const user = callerUser(request);
  if (user !== '' && !isUser(given, user)) {
    found.push({ part: 'username', between: 'request', first: user, second: given.username });
  }
  return found;
}

/** `1001` and `1001@example.com` name the same account; a hashed name tells nothing. */
export function isUser({ username, userhash }: Given, user: string): boolean {
  return userhash || username === '' || username === user || username.startsWith(`${user}@`);
}

/** The parts that a client should give alike each time. */
const CONSTANT = ['username', 'realm', 'uri', 'algorithm'] as const;

function betweenAttempts(refused: readonly RefusedTry[]): DigestDifference[] {
  const found: DigestDifference[] = [];
  const given = refused.map(({ rejection }) => rejection.given);
  for (const part of CONSTANT) {
    const change = changeIn(given.map((one) => one[part]));
    if (change !== null) found.push({ part, between: 'attempts', ...change });
  }
  const realm = changeIn(refused.map(({ rejection }) => rejection.again.realm));
  if (realm !== null) found.push({ part: 'realm', between: 'challenges', ...realm });
  for (let at = 1; at < given.length; at += 1) {
    const [earlier, later] = [given[at - 1] as Given, given[at] as Given];
    if (earlier.nonce !== later.nonce || !isNcReused(earlier.nc, later.nc)) continue;
    found.push({ part: 'nc', between: 'attempts', first: earlier.nc, second: later.nc });
    break;
  }
  return found;
}

function changeIn(values: readonly string[]): { first: string; second: string } | null {
  const first = values[0] ?? '';
  const second = values.find((value) => value !== first);
  return second === undefined ? null : { first, second };
}

/** The count for one nonce has to rise with each request (RFC 7616 §3.4). */
export function isNcReused(before: string, after: string): boolean {
  const [first, second] = [Number.parseInt(before, 16), Number.parseInt(after, 16)];
  return Number.isFinite(first) && Number.isFinite(second) && second <= first;
}

/** The algorithms that the challenges of one realm offer, as written. */
export function algorithmsOf(asked: readonly Asked[]): string[] {
  return [...new Set(asked.map(({ algorithm }) => algorithmName(algorithm)))];
}
