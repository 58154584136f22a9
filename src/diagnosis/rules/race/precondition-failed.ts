import { hasSdp } from '../../../sip/body.ts';
import type { Call } from '../../../call/types.ts';
import type { Message } from '../../../sip/message.ts';
import { sdpOf } from '../../../sip/sdp/of-message.ts';
import { shown } from '../../evidence.ts';
import { hopsOf } from '../../facts/invites.ts';
import { unmetOf } from '../../facts/preconditions.ts';
import type { Finding, Proof, Rule } from '../../rule.ts';
import { us } from '../../thresholds.ts';

/** Precondition Failure (RFC 3312 §8). */
const FAILURE = 580;

/**
 * The call ended because the resources that it demands were not reserved: a 580, or a set-up that ended without ringing
 * while a mandatory demand of its last description was not reached (RFC 3312 §5.1.1: alerting waits for it).
 */
export const preconditionFailed: Rule<'precondition-failed', Call> = {
  id: 'precondition-failed',
  severity: 'error',
  tier: 'negotiation',
  kinds: ['call'],
  needs: ['trouble'],
  applies: ({ stage, final, milestones }) =>
    stage !== 'answered' && stage !== 'pre-trying' && (final ?? milestones.cancel) !== null,
  check(call, context) {
    const refused = hopsOf(call).findLast(({ final }) => final?.status === FAILURE)?.final ?? null;
    const over = refused?.time ?? call.milestones.cancel ?? call.milestones.final;
    const rang = call.invite?.responses.some(({ status }) => status === 180) ?? false;
    if (over === null || (refused === null && rang)) return [];
    const last = lastDemand(call, over);
    const description = last === null ? null : sdpOf(last);
    const unmet = description === null || description.cut ? [] : unmetOf(description);
    if (refused !== null) {
      const proof = [...(last === null ? [] : [shown(last)]), shown(refused)];
      return [findingOf(refused.sender.name, refused.status, unmet, proof, 'proven')];
    }
    if (last === null || unmet.length === 0) return [];
    if (over - last.time < us(context.thresholds['pdd.warn'])) return [];
    return [findingOf(last.sender.name, call.final?.status ?? 0, unmet, [shown(last)], 'likely')];
  },
};

/** The latest description before the end, of either side, if it demands anything. */
function lastDemand({ messages }: Call, end: number): Message | null {
  const last = messages.findLast(
    (message) => message.time <= end && message.repeat !== 'duplicate' && hasSdp(message),
  );
  return last?.body.includes('a=des:') === true ? last : null;
}

function findingOf(
  node: string,
  code: number,
  unmet: string[],
  evidence: readonly Proof[],
  confidence: 'proven' | 'likely',
): Finding<'precondition-failed'> {
  return {
    rule: 'precondition-failed',
    severity: 'error',
    confidence,
    status: 'present',
    scope: 'call',
    args: { node, code, unmet },
    evidence: evidence as [Proof, ...Proof[]],
  };
}
