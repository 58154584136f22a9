import type { Call } from '../../../call/types.ts';
import { shown } from '../../evidence.ts';
import { type Reliable, reliables } from '../../facts/reliable.ts';
import type { Rule } from '../../rule.ts';

/**
 * Reliable 1xx of one early dialog whose RSeq does not go up by one (RFC 3262 §3): the caller must not confirm what comes
 * behind a gap (§4). A response that the capture missed leaves the same gap.
 */
export const rseqGap: Rule<'rseq-gap', Call> = {
  id: 'rseq-gap',
  severity: 'warning',
  tier: 'syntax',
  kinds: ['call'],
  needs: ['prack'],
  check(call, context) {
    const gap = firstGap(reliables(call, context));
    if (gap === null) return [];
    const { before, after } = gap;
    return [
      {
        rule: 'rseq-gap',
        severity: 'warning',
        confidence: 'likely',
        status: 'present',
        scope: 'call',
        args: { node: after.response.sender.name, before: before.rseq, after: after.rseq },
        evidence: [shown(before.response, 'RSeq'), shown(after.response, 'RSeq')],
      },
    ];
  },
};

function firstGap(all: readonly Reliable[]): { before: Reliable; after: Reliable } | null {
  for (const [at, after] of all.entries()) {
    const before = all.slice(0, at).findLast((one) => isSameDialog(one, after));
    // The same number again is a response that changed on its way.
    if (before === undefined || after.rseq === before.rseq) continue;
    if (after.rseq !== before.rseq + 1) return { before, after };
  }
  return null;
}

function isSameDialog(a: Reliable, b: Reliable): boolean {
  return a.invite === b.invite && a.response.sameToTag(b.response);
}
