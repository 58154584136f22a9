import type { CaptureRule } from '../../overall/capture-rule.ts';
import type { PacketProof } from '../../rule.ts';

/** Set-ups that were pending, and calls that were up, when the capture ended. */
export const captureEndsBeforeOutcome: CaptureRule<'capture-ends-before-outcome'> = {
  id: 'capture-ends-before-outcome',
  severity: 'info',
  tier: 'capture',
  check({ cut }, { below }) {
    return below.sources.flatMap(({ index, isLog }) => {
      const pending = cut.pending.get(index);
      const up = cut.up.get(index);
      const [first, ...rest] = [...(pending?.proofs ?? []), ...(up?.proofs ?? [])];
      // An excerpt of a log ends where somebody cut it.
      if (first === undefined || isLog) return [];
      return [
        {
          rule: 'capture-ends-before-outcome' as const,
          severity: 'info' as const,
          confidence: 'proven' as const,
          status: 'present' as const,
          scope: 'capture' as const,
          args: { pending: pending?.calls.length ?? 0, up: up?.calls.length ?? 0 },
          evidence: [first, ...rest] as [PacketProof, ...PacketProof[]],
          calls: [...(pending?.calls ?? []), ...(up?.calls ?? [])],
        },
      ];
    });
  },
};
