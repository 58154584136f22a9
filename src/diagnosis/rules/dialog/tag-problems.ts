import { isSuccess } from '../../../call/milestones.ts';
import type { Call, Transaction } from '../../../call/types.ts';
import type { IdentityArgs } from '../../../model/dialog-args.ts';
import { shown } from '../../evidence.ts';
import type { Finding, Proof, Rule } from '../../rule.ts';

/**
 * A tag is missing without which the two sides cannot name their dialog: a 2xx to an INVITE without To tag (RFC 3261
 * §12.1.1), or an INVITE without From tag that failed (§8.1.1.3). Tags that change on the way are told by `bye-481`.
 */
export const tagProblems: Rule<'tag-problems', Call> = {
  id: 'tag-problems',
  severity: 'error',
  tier: 'syntax',
  kinds: ['call'],
  applies: ({ final }) =>
    final !== null && (isSuccess(final) ? !final.hasToTag : final.status === 400),
  check({ invite, final, transactions }) {
    if (invite?.request === undefined || invite.request === null || final === null) return [];
    const { request } = invite;
    if (isSuccess(final)) {
      if (final.hasToTag || transactions.some(worksInside)) return [];
      return [findingOf('no-to-tag', final.sender.name, final.status, [shown(final, 'To')])];
    }
    if (request.fromTag !== '' || final.status !== 400) return [];
    const proof: [Proof, Proof] = [shown(request, 'From'), shown(final)];
    return [findingOf('no-from-tag', request.sender.name, final.status, proof)];
  },
};

/** A later request that has the tag (a log wrote the response down before it was complete), or was accepted without one. */
function worksInside({ method, request, final }: Transaction): boolean {
  if (method === 'INVITE' || method === 'CANCEL') return false;
  return request?.hasToTag === true || (final !== null && isSuccess(final));
}

function findingOf(
  how: IdentityArgs['tag-problems']['how'],
  node: string,
  code: number,
  evidence: [Proof, ...Proof[]],
): Finding<'tag-problems'> {
  return {
    rule: 'tag-problems',
    severity: how === 'no-from-tag' ? 'error' : 'warning',
    // What is missing may have been added after a log wrote the message down.
    confidence: how === 'no-from-tag' ? 'proven' : 'likely',
    status: 'present',
    scope: 'call',
    args: { how, node, method: 'INVITE', code },
    evidence,
  };
}
