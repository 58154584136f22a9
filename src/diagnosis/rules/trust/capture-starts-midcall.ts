import type { CaptureRule } from '../../overall/capture-rule.ts';
import { oneWayLinks } from '../../overall/links.ts';
import type { PacketProof } from '../../rule.ts';

/** Calls of which only the later part was captured. */
export const captureStartsMidcall: CaptureRule<'capture-starts-midcall'> = {
  id: 'capture-starts-midcall',
  severity: 'info',
  tier: 'capture',
  check({ cut, links }, context) {
    // Where one direction was captured, a missing INVITE went the other way.
    const oneWay = new Set(oneWayLinks(links, context).flatMap(({ calls }) => [...calls]));
    return [...cut.midcall.values()].flatMap(({ calls, proofs }) => {
      const begun = calls.filter((call) => !oneWay.has(call));
      if (begun.length === 0) return [];
      return [
        {
          rule: 'capture-starts-midcall' as const,
          severity: 'info' as const,
          confidence: 'proven' as const,
          status: 'present' as const,
          scope: 'capture' as const,
          args: { calls: begun.length },
          evidence: proofs as [PacketProof, ...PacketProof[]],
          calls: begun,
        },
      ];
    });
  },
};
