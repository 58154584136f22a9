import { GAPS } from '../../below-sip.ts';
import type { CaptureRule } from '../../overall/capture-rule.ts';
import { manyOrphans } from '../../overall/links.ts';
import type { Proof } from '../../rule.ts';

/** The capturing side lost packets: it says so itself, streams have holes, or responses lack their request. */
export const capturePacketLoss: CaptureRule<'capture-packet-loss'> = {
  id: 'capture-packet-loss',
  severity: 'warning',
  tier: 'capture',
  check({ links }, { below }) {
    return below.sources.flatMap((facts) => {
      const { index: source, drops, unread, responses } = facts;
      const proofs: Proof[] = [];
      if (drops > 0) {
        const what = 'dropped while capturing';
        proofs.push({ kind: 'counter', source, frame: 0, offset: 0, what, value: drops });
      }
      let gaps = 0;
      for (const what of GAPS) {
        const hole = unread.get(what);
        if (hole === undefined) continue;
        gaps += hole.count;
        const { frame, offset, count: value } = hole;
        proofs.push({ kind: 'counter', source, frame, offset, what, value });
      }
      const orphans = manyOrphans(links, facts);
      if (orphans !== null) proofs.push(orphans.first);
      const [first, ...rest] = proofs;
      if (first === undefined) return [];
      return [
        {
          rule: 'capture-packet-loss' as const,
          severity: 'warning' as const,
          confidence: drops > 0 || gaps > 0 ? ('proven' as const) : ('likely' as const),
          status: 'present' as const,
          scope: 'capture' as const,
          args: { dropped: drops, gaps, orphans: orphans?.count ?? 0, responses },
          evidence: [first, ...rest] as [Proof, ...Proof[]],
          calls: [],
        },
      ];
    });
  },
};
