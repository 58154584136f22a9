import type { Given } from '../../../sip/auth-fields.ts';
import { requestOf } from '../../evidence.ts';
import { isNcReused, partiesOf, shortNonce } from '../../facts/digest-attempts.ts';
import { digestRuns, keyOf, type DigestRun, type DigestTry } from '../../facts/digest-chains.ts';
import { challengeShown } from '../../facts/digest-proof.ts';
import { digestRule } from '../../facts/digest-rule.ts';

/**
 * A nonce that had been accepted came again with a count that did not rise (RFC 7616 §3.4), and the request was refused:
 * to the server it looks like a replay. Retransmissions repeat the count rightly, and servers that do not count accept
 * it.
 */
export const authNcReuse = digestRule({
  id: 'auth-nc-reuse',
  severity: 'warning',
  find({ run, conversation, context }) {
    for (const one of run.tries) {
      if (!isRefused(one)) continue;
      const used = earlierUse(one, digestRuns(conversation, context));
      if (used === null) continue;
      const { given, before } = used;
      return {
        severity: 'warning',
        confidence: 'likely',
        status: 'present',
        args: {
          ...partiesOf(one, given, given.realm),
          nonce: shortNonce(given.nonce),
          before: before.nc.slice(0, 8),
          nc: given.nc.slice(0, 8),
        },
        evidence: [
          requestOf(used.accepted.hop),
          requestOf(one.hop),
          ...(one.hop.final === null ? [] : [challengeShown(one.hop.final)]),
        ],
      };
    }
    return null;
  },
});

interface Reuse {
  readonly given: Given;
  readonly before: Given;
  readonly accepted: DigestTry;
}

function isRefused({ hop, rejection }: DigestTry): boolean {
  return rejection !== null || hop.final?.status === 403;
}

/** The request before it that used the nonce with the same count or a higher one, and whose credentials were taken. */
function earlierUse(one: DigestTry, runs: readonly DigestRun[]): Reuse | null {
  for (const given of one.given) {
    if (given.qop === '' || given.nonce === '') continue;
    for (const accepted of runs.flatMap(({ tries }) => tries)) {
      if (accepted.request.time >= one.request.time || accepted.hop.cseq === one.hop.cseq) continue;
      if (accepted.hop.final === null || isRefused(accepted)) continue;
      const before = accepted.given.find(
        (each) => keyOf(each) === keyOf(given) && each.nonce === given.nonce,
      );
      if (before !== undefined && isNcReused(before.nc, given.nc))
        return { given, before, accepted };
    }
  }
  return null;
}
