import { CHALLENGES } from '../../../call/closing.ts';
import { sawEnough } from '../../../call/horizon.ts';
import { isSuccess } from '../../../call/milestones.ts';
import type { Call } from '../../../call/types.ts';
import type { TransferArgs } from '../../../model/dialog-args.ts';
import { field, fieldValues } from '../../../sip/field.ts';
import { requestOf, shown, silence } from '../../evidence.ts';
import { reachedBy } from '../../facts/in-dialog.ts';
import { transferredCall } from '../../facts/other-leg.ts';
import { type Transfer, transfers } from '../../facts/transfers.ts';
import type { Finding, Proof, Rule, RuleContext } from '../../rule.ts';

/** 64·T1, µs: the first NOTIFY is due at once (RFC 3515 §2.4.4, RFC 6665 Timer N). */
const TIMER_N = 32_000_000;

type Args = TransferArgs['refer-failed'];

/**
 * A transfer did not work: the REFER was refused, the notification of the new call tells a failure (RFC 3515 §2.4.5), or
 * nothing told how it went. A later transfer that worked makes up for it; so does a transferor that wants no notification
 * (RFC 4488) or has hung up.
 */
export const referFailed: Rule<'refer-failed', Call> = {
  id: 'refer-failed',
  severity: 'error',
  tier: 'negotiation',
  kinds: ['call'],
  needs: ['refer'],
  check(call, context) {
    const all = transfers(call, context);
    for (const [at, one] of all.entries()) {
      if (all.slice(at + 1).some(isAccepted)) continue;
      const finding = failureOf(one, call, context);
      if (finding !== null) return [finding];
    }
    return [];
  },
};

function isAccepted({ refer, last }: Transfer): boolean {
  return refer.final !== null && isSuccess(refer.final) && (last === null || last.code < 300);
}

function failureOf(
  one: Transfer,
  call: Call,
  context: RuleContext,
): Finding<'refer-failed'> | null {
  const { refer, last } = one;
  const { final, hops } = refer;
  if (final !== null && final.status >= 300) {
    if (CHALLENGES.has(final.status)) return null;
    return findingOf(one, 'refused', final.status, final.phrase, [
      requestOf(hops[0]),
      shown(final),
    ]);
  }
  if (last !== null) {
    if (last.code < 300) return null;
    const leg = transferredCall(call, one, context.surroundings);
    const found = findingOf(one, 'target', last.code, last.phrase, [
      requestOf(hops[0]),
      shown(last.notify.request),
    ]);
    return leg?.final.status === last.code ? { ...found, behind: leg.call.callId } : found;
  }
  return final !== null && isUntold(one, context) ? untold(one, context) : null;
}

function isUntold({ refer, progress, left }: Transfer, { surroundings }: RuleContext): boolean {
  const { request, final, hops } = refer;
  const [hop] = hops;
  if (final === null || progress.length > 0) return false;
  if (left !== null && left.time - final.time < TIMER_N) return false;
  const unwanted =
    field(request, 'Refer-Sub')?.toLowerCase().startsWith('false') === true ||
    fieldValues(request, 'Require').some((option) => option.toLowerCase() === 'norefersub');
  if (unwanted) return false;
  return (
    surroundings.sawDirection(hop.server, hop.client) &&
    sawEnough(surroundings, final.time, TIMER_N)
  );
}

function untold(one: Transfer, { surroundings }: RuleContext): Finding<'refer-failed'> {
  const { final, hops } = one.refer;
  const [hop] = hops;
  const since = final?.time ?? one.refer.request.time;
  const proof = silence(hop.server, hop.client, since, surroundings.captureEnd, 'NOTIFY');
  return findingOf(one, 'no-notify', 0, '', [requestOf(hop), proof]);
}

function findingOf(
  { refer, target, replaces }: Transfer,
  how: Args['how'],
  code: number,
  phrase: string,
  evidence: [Proof, ...Proof[]],
): Finding<'refer-failed'> {
  return {
    rule: 'refer-failed',
    severity: how === 'no-notify' ? 'warning' : 'error',
    confidence: 'proven',
    status: 'present',
    scope: 'dialog',
    args: {
      how,
      transferor: refer.request.sender.name,
      node: reachedBy(refer),
      target,
      code,
      phrase,
      replaces,
    },
    evidence,
  };
}
