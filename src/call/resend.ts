import { challengesOf, credentialsOf, kindOfCode } from '../sip/auth-fields.ts';
import { CHALLENGES } from './closing.ts';
import { sawEnough } from './horizon.ts';
import type { Call, Surroundings } from './types.ts';

/** Which client mends its request and sends it again without asking anybody, after: RFC 3261 §8.1.3.5, RFC 4028 §7.3, RFC 3329 §2.3. */
const MENDED: ReadonlySet<number> = new Set([401, 407, 420, 421, 422, 494]);
/** A stack does that at once, µs. */
const AT_ONCE = 5_000_000;
/** Where somebody types a password or further digits it takes longer: 64·T1, µs. */
const TYPED = 32_000_000;
const TYPED_FOR: ReadonlySet<number> = new Set([...CHALLENGES, 484]);

/** The INVITE was refused a moment before the capture ended, with what its client answers by itself: how it ends is not known. */
export function mayBeSentAgain(call: Call, surroundings: Surroundings): boolean {
  const { final } = call;
  if (final === null || !MENDED.has(final.status) || call.invite?.cancel !== null) return false;
  // Without a clock nothing can be said about waiting.
  if (Number.isNaN(final.time) || sawEnough(surroundings, final.time, AT_ONCE)) return false;
  return !wasRefusedCredentials(call);
}

/** The next try was not captured, but responses to it were: the refusal was not the end. */
export function wasSentAgainUnseen({ final, transactions }: Call): boolean {
  if (final === null) return false;
  return transactions.some(
    ({ method, request, responses }) =>
      method === 'INVITE' &&
      request === null &&
      responses.some(
        (response) =>
          response.time > final.time && response.cseq > final.cseq && response.sameFromTag(final),
      ),
  );
}

/** Somebody may still be typing what a response with this code asks for, when the capture ends. */
export function mayBeTyped(status: number, time: number, surroundings: Surroundings): boolean {
  return TYPED_FOR.has(status) && !Number.isNaN(time) && !sawEnough(surroundings, time, TYPED);
}

/** What was refused had credentials for a realm that asks again, and the nonce is not blamed: these are not accepted. */
function wasRefusedCredentials({ invite, final }: Call): boolean {
  const request = invite?.request ?? null;
  if (final === null || request === null || !CHALLENGES.has(final.status)) return false;
  const kind = kindOfCode(final.status);
  const asking = challengesOf(final).filter((one) => one.kind === kind && !one.stale);
  return credentialsOf(request).some(
    (given) => given.kind === kind && asking.some(({ realm }) => realm === given.realm),
  );
}
