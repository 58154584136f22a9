import type { CaptureRule } from '../../overall/capture-rule.ts';
import type { PacketProof } from '../../rule.ts';

/** Calls of which only the later part was captured. */
export const captureStartsMidcall: CaptureRule<'capture-starts-midcall'> = {
  id: 'capture-starts-midcall',
  severity: 'info',
  tier: 'capture',
  check({ cut }) {
    return [...cut.midcall.values()].map(({ calls, proofs }) => ({
      rule: 'capture-starts-midcall',
      severity: 'info',
      confidence: 'proven',
      status: 'present',
      scope: 'capture',
      args: { calls: calls.length },
      evidence: proofs as [PacketProof, ...PacketProof[]],
      calls,
    }));
  },
};
