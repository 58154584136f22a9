import {
  attemptsOf,
  partiesOf,
  refusedTries,
  type RefusedTry,
} from '../../facts/digest-attempts.ts';
import { digestProof } from '../../facts/digest-proof.ts';
import { digestRule, severityOf } from '../../facts/digest-rule.ts';

/**
 * Two or more answers in a row met `stale=true` (RFC 7616 §3.3): the server took the password and not the nonce. Once is
 * how a nonce is renewed. A client that sends one nonce over and over ignores those that it is given. Some servers say it in the phrase only ("nonce has changed").
 */
export const authStaleLoop = digestRule({
  id: 'auth-stale-loop',
  severity: 'error',
  find(view) {
    const { run, accepted, context } = view;
    const stale = longestStale(refusedTries(run));
    const last = stale.at(-1);
    if (last === undefined || stale.length < context.thresholds['auth.loop']) return null;
    const { one, rejection } = last;
    return {
      severity: severityOf(view),
      confidence: 'proven',
      status: 'present',
      args: {
        ...partiesOf(one, rejection.given, rejection.again.realm),
        rejections: stale.length,
        nonces: new Set(stale.map((each) => each.rejection.given.nonce)).size,
        accepted,
        reused: stale.some(
          (each) =>
            each.rejection.before !== null &&
            each.rejection.given.nonce !== each.rejection.before.nonce,
        ),
        phrase: rejection.again.stale ? '' : (one.hop.final?.phrase ?? '').slice(0, MAX_PHRASE),
        livedUs: shortestLife(run.tries, stale),
        attempts: attemptsOf(stale),
      },
      evidence: digestProof(
        run,
        stale.map((each) => each.one),
      ),
    };
  },
});

/** Longest phrase that is quoted, in characters. */
const MAX_PHRASE = 60;

function longestStale(refused: readonly RefusedTry[]): RefusedTry[] {
  let longest: RefusedTry[] = [];
  let current: RefusedTry[] = [];
  for (const each of refused) {
    current = each.rejection.stale ? [...current, each] : [];
    if (current.length > longest.length) longest = current;
  }
  return longest;
}

/** From the challenge that gave a nonce to the one that calls it stale, µs. */
function shortestLife(
  tries: readonly RefusedTry['one'][],
  stale: readonly RefusedTry[],
): number | null {
  let shortest: number | null = null;
  for (const { one, rejection } of stale) {
    const { nonce } = rejection.given;
    const given = tries.find(({ asked }) => asked.some((each) => each.nonce === nonce))?.hop.final;
    if (!given || one.hop.final === null) continue;
    const lived = one.hop.final.time - given.time;
    if (lived >= 0 && (shortest === null || lived < shortest)) shortest = lived;
  }
  return shortest;
}
