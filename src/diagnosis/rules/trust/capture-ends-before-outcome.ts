import type { CallMark, CaptureRule } from '../../overall/capture-rule.ts';
import type { CutCalls } from '../../overall/cut-calls.ts';
import { oneWayLinks } from '../../overall/links.ts';
import type { Proof } from '../../rule.ts';

/** The reason under which the readers count a record that the end of the file cuts. */
const TORN = 'truncated-record';

/** Set-ups that were pending, and calls that were up, when the capture ended; and files that end within a packet. */
export const captureEndsBeforeOutcome: CaptureRule<'capture-ends-before-outcome'> = {
  id: 'capture-ends-before-outcome',
  severity: 'info',
  tier: 'capture',
  check({ cut, links }, context) {
    // Where one direction was captured, they may have ended in the other one.
    const oneWay = new Set(oneWayLinks(links, context).flatMap(({ calls }) => [...calls]));
    return context.below.sources.flatMap(({ index, isLog, messages, unread }) => {
      const pending = seenBothWays(cut.pending.get(index), oneWay);
      const up = seenBothWays(cut.up.get(index), oneWay);
      const torn = messages > 0 ? unread.get(TORN) : undefined;
      const proofs: Proof[] = [];
      if (torn !== undefined) {
        const { frame, offset, count: value } = torn;
        proofs.push({ kind: 'counter', source: index, frame, offset, what: TORN, value });
      }
      const [first, ...rest] = [...proofs, ...(pending?.proofs ?? []), ...(up?.proofs ?? [])];
      // An excerpt of a log ends where somebody cut it.
      if (first === undefined || isLog) return [];
      return [
        {
          rule: 'capture-ends-before-outcome' as const,
          severity: 'info' as const,
          confidence: 'proven' as const,
          status: 'present' as const,
          scope: 'capture' as const,
          args: {
            pending: pending?.calls.length ?? 0,
            up: up?.calls.length ?? 0,
            torn: torn !== undefined,
          },
          evidence: [first, ...rest] as [Proof, ...Proof[]],
          calls: [...(pending?.calls ?? []), ...(up?.calls ?? [])],
        },
      ];
    });
  },
};

function seenBothWays(cut: CutCalls | undefined, oneWay: ReadonlySet<CallMark>): CutCalls | null {
  if (cut === undefined || oneWay.size === 0) return cut ?? null;
  const isSeen = (_: unknown, at: number): boolean => !oneWay.has(cut.calls[at] as CallMark);
  return { calls: cut.calls.filter(isSeen), proofs: cut.proofs.filter(isSeen) };
}
