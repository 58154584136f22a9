import type { CaptureRule } from '../../overall/capture-rule.ts';

/** Share of a source's messages from which second sightings are worth a word. */
const SHARE = 0.05;

/** The same packets caught twice: a mirror port of both directions, `-i any`, two points in one file. */
export const captureDuplicatePackets: CaptureRule<'capture-duplicate-packets'> = {
  id: 'capture-duplicate-packets',
  severity: 'info',
  tier: 'capture',
  check({ twice }, { below }) {
    return [...twice.bySource].flatMap(([index, { count, first, again, twice: how, apartUs }]) => {
      const messages = below.sources[index]?.messages ?? 0;
      if (!(count >= SHARE * messages)) return [];
      return [
        {
          rule: 'capture-duplicate-packets' as const,
          severity: 'info' as const,
          confidence: 'proven' as const,
          status: 'present' as const,
          scope: 'capture' as const,
          args: { duplicates: count, messages, twice: how, apartUs },
          evidence: [again, first] as const,
          calls: [],
        },
      ];
    });
  },
};
