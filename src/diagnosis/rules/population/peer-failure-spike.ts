import type { CallMark, CaptureFinding, CaptureRule } from '../../overall/capture-rule.ts';
import { askedOf, codesOf, failuresOf, waysByNode, type Asked } from '../../overall/peers.ts';
import type { PacketProof } from '../../rule.ts';

/** How often a node must have been asked outside of the bad stretch before one can say what is usual. */
const FEWEST_USUAL = 20;
const FEWEST_FAILURES = 10;
/** Share of failures within the stretch, and how much more that must be than usual. */
const SHARE = 0.5;
const FACTOR = 3;
const MAX_SHOWN = 4;

/**
 * A node that took calls before or after fails most of them for a while (5xx, 408, silence): the stretch in which failures
 * outnumber successes most, held against the rest of the capture. Busy callees, wrong numbers and refusals by people are
 * successes of the node. What is refused for want of capacity at one moment is `overload-burst`.
 */
export const peerFailureSpike: CaptureRule<'peer-failure-spike'> = {
  id: 'peer-failure-spike',
  severity: 'warning',
  tier: 'routing',
  check({ traffic }) {
    return [...waysByNode(traffic)].flatMap(([node, ways]) => {
      const all = ways.reduce((sum, { refusals }) => sum + refusals.length, 0);
      if (all < FEWEST_FAILURES) return [];
      const asked = askedOf(ways);
      const [from, until] = worstStretch(asked);
      const bad = asked.slice(from, until);
      const usual = [...asked.slice(0, from), ...asked.slice(until)];
      const failures = failuresOf(bad);
      const usualFailures = failuresOf(usual).length;
      if (failures.length < FEWEST_FAILURES || usual.length < FEWEST_USUAL) return [];
      const share = failures.length / bad.length;
      if (share < SHARE || share < (FACTOR * usualFailures) / usual.length) return [];
      const spanUs = (bad.at(-1) as Asked).time - (bad[0] as Asked).time;
      const marks = new Set(failures.map(({ mark }) => mark));
      const proofs = failures.slice(0, MAX_SHOWN).map(({ proof }) => proof);
      return [
        {
          rule: 'peer-failure-spike',
          severity: 'warning',
          // Silence may be a hole in the capture.
          confidence: failures.some(({ code }) => code === 0) ? 'likely' : 'proven',
          status: 'present',
          scope: 'endpoint',
          args: {
            node,
            attempts: bad.length,
            failures: failures.length,
            usualAttempts: usual.length,
            usualFailures,
            spanUs,
            codes: codesOf(failures),
          },
          evidence: proofs as [PacketProof, ...PacketProof[]],
          calls: [...marks].filter((mark): mark is CallMark => mark !== null),
        } satisfies CaptureFinding<'peer-failure-spike'>,
      ];
    });
  },
};

/** The stretch in which failures exceed successes by most (the maximum subarray of +1 and −1), as indexes. */
function worstStretch(asked: readonly Asked[]): [from: number, until: number] {
  let [sum, begin, best] = [0, 0, 0];
  let stretch: [number, number] = [0, 0];
  for (const [at, { failure }] of asked.entries()) {
    if (sum <= 0) [sum, begin] = [0, at];
    sum += failure === null ? -1 : 1;
    if (sum > best) [best, stretch] = [sum, [begin, at + 1]];
  }
  return stretch;
}
