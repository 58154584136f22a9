import { GAPS } from '../../below-sip.ts';
import type { CaptureRule } from '../../overall/capture-rule.ts';
import type { Proof } from '../../rule.ts';

/** Share of responses without a request, and the fewest of them, that speak for a capture with holes. */
const ORPHAN_SHARE = 0.02;
const FEWEST_ORPHANS = 3;

/** The capturing side lost packets: it says so itself, streams have holes, or responses lack their request. */
export const capturePacketLoss: CaptureRule<'capture-packet-loss'> = {
  id: 'capture-packet-loss',
  severity: 'warning',
  tier: 'capture',
  check({ links }, { below }) {
    return below.sources.flatMap(({ index: source, drops, unread, responses }) => {
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
      const found = links.orphans.get(source);
      const many =
        found !== undefined &&
        found.count >= FEWEST_ORPHANS &&
        found.count > ORPHAN_SHARE * responses;
      if (many) proofs.push(found.first);
      const [first, ...rest] = proofs;
      if (first === undefined) return [];
      return [
        {
          rule: 'capture-packet-loss' as const,
          severity: 'warning' as const,
          confidence: drops > 0 || gaps > 0 ? ('proven' as const) : ('likely' as const),
          status: 'present' as const,
          scope: 'capture' as const,
          args: { dropped: drops, gaps, orphans: many ? found.count : 0, responses },
          evidence: [first, ...rest] as [Proof, ...Proof[]],
          calls: [],
        },
      ];
    });
  },
};
