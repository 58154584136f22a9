import type { CaptureRule } from '../../overall/capture-rule.ts';

/** Share of a source's messages from which second sightings are worth a word. */
const SHARE = 0.05;

/** The same packets caught twice: a mirror port of both directions, `-i any`, two points in one file. */
export const captureDuplicatePackets: CaptureRule<'capture-duplicate-packets'> = {
  id: 'capture-duplicate-packets',
  severity: 'info',
  tier: 'capture',
  check({ twice }, { below }) {
    return [...twice.bySources.values()].flatMap((note) => {
      const { source, other, count, first, again, twice: how, apartUs } = note;
      const messages = below.sources[source]?.messages ?? 0;
      if (!(count >= SHARE * messages)) return [];
      // What a node logs and what a capture shows of the same call are two views of it.
      if (below.sources[source]?.isLog !== below.sources[other]?.isLog) return [];
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
