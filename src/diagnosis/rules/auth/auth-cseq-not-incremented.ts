import { CHALLENGES } from '../../../call/closing.ts';
import { sawEnough } from '../../../call/horizon.ts';
import { requestOf } from '../../evidence.ts';
import { partiesOf } from '../../facts/digest-attempts.ts';
import type { DigestTry } from '../../facts/digest-chains.ts';
import { challengeShown } from '../../facts/digest-proof.ts';
import { digestRule, type RunView } from '../../facts/digest-rule.ts';

/** A transaction without a final response is over, µs (RFC 3261 §17.1). */
const TIMER_B = 32_000_000;

/**
 * The request with credentials kept the CSeq number of the challenged one (RFC 3261 §22.2: it has to rise by one) and did
 * not get through: the server may take it for a retransmission or a merged request. Proxies that authenticate for others
 * do so too, mostly without harm.
 */
export const authCseqNotIncremented = digestRule({
  id: 'auth-cseq-not-incremented',
  severity: 'warning',
  find(view) {
    const { run } = view;
    for (let at = 1; at < run.tries.length; at += 1) {
      const [before, one] = [run.tries[at - 1] as DigestTry, run.tries[at] as DigestTry];
      if (one.hop.cseq !== before.hop.cseq || one.given.length === 0) continue;
      if (before.given.length >= one.given.length || !isRefused(one, view)) continue;
      const [given] = one.given;
      return {
        severity: 'warning',
        confidence: 'likely',
        status: 'present',
        args: { ...partiesOf(one, given ?? null, given?.realm ?? ''), cseq: one.hop.cseq },
        evidence: [
          requestOf(before.hop),
          requestOf(one.hop),
          ...(one.hop.final === null ? [] : [challengeShown(one.hop.final)]),
        ],
      };
    }
    return null;
  },
});

function isRefused({ hop }: DigestTry, { context }: RunView): boolean {
  if (hop.final !== null) return hop.final.status >= 400 && !isOtherwise(hop.final.status);
  return sawEnough(context.surroundings, hop.request?.time ?? Number.NaN, TIMER_B);
}

/** Refusals that have nothing to do with how the request was counted. */
function isOtherwise(status: number): boolean {
  return !CHALLENGES.has(status) && ![400, 403, 482, 500].includes(status);
}
