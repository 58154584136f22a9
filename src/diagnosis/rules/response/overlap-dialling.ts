import { producerOf } from '../../../call/producer.ts';
import type { Call, Transaction } from '../../../call/types.ts';
import { requestOf, shown } from '../../evidence.ts';
import { calledDigits } from '../../facts/number-form.ts';
import type { Proof, Rule } from '../../rule.ts';

/** INVITEs of one attempt that are shown. */
const MAX_SHOWN = 4;

/** Digit after digit: each INVITE after a 484 has the number of the one before it and more (RFC 3578 §3.2). */
export const overlapDialling: Rule<'overlap-dialling', Call> = {
  id: 'overlap-dialling',
  severity: 'info',
  tier: 'user',
  kinds: ['call'],
  needs: ['client-error', 'several-invites'],
  check({ rounds }) {
    const steps = rounds.flatMap(({ hops }) => hops.slice(0, 1));
    const from = steps.findIndex((step, at) => goesOn(step, steps[at + 1]));
    if (from < 0) return [];
    let to = from + 1;
    while (goesOn(steps[to] as Transaction, steps[to + 1])) to += 1;
    const [first, last] = [steps[from] as Transaction, steps[to] as Transaction];
    const proof = steps
      .slice(from, to)
      .slice(0, MAX_SHOWN)
      .flatMap((step): Proof[] => [
        requestOf(step),
        ...(step.final === null ? [] : [shown(step.final)]),
      ]);
    return [
      {
        rule: 'overlap-dialling',
        severity: 'info',
        confidence: 'proven',
        status: 'present',
        scope: 'call',
        args: {
          node: (first.final === null ? first : producerOf(first, first.final).hop).server.name,
          attempts: to - from + 1,
          first: calledDigits(first.request),
          last: calledDigits(last.request),
        },
        evidence: [proof[0] as Proof, ...proof.slice(1), requestOf(last)],
      },
    ];
  },
};

function goesOn(step: Transaction, next: Transaction | undefined): boolean {
  if (next === undefined || step.final?.status !== 484) return false;
  const [dialled, more] = [calledDigits(step.request), calledDigits(next.request)];
  return dialled !== '' && more.length > dialled.length && more.startsWith(dialled);
}
