import type { CallMark, CaptureRule } from '../../overall/capture-rule.ts';
import type { LostCall, NodeState } from '../../overall/state-kept.ts';
import type { PacketProof } from '../../rule.ts';

/** Calls that were lost, and calls of before or after that the node knew to their end. */
const FEWEST_LOST = 5;
const FEWEST_KNOWN = 5;
/** Calls from before that it still knew, and calls from after that it lost as well, among those lost. */
const EXCEPTIONS = 0.1;
const MAX_SHOWN = 4;

/**
 * A node answers 481 for all calls that were up at one moment (RFC 3261 §12.2.2), five or more, and for hardly any that was
 * set up later, while it had known at least five other calls to their end: it was restarted, or another one without their
 * state took over. Its other calls are the baseline; a node that forgets calls now and then contradicts itself with those
 * that it still knows.
 */
export const timeOfDayRestart: CaptureRule<'time-of-day-restart'> = {
  id: 'time-of-day-restart',
  severity: 'warning',
  tier: 'race',
  check({ state }) {
    return [...state.nodes].flatMap(([node, all]) => {
      const restart = restartOf(all);
      if (restart === null) return [];
      const { lost, known } = restart;
      const marks = new Set(lost.map(({ mark }) => mark));
      const [first, last] = [lost[0] as LostCall, lost.at(-1) as LostCall];
      return [
        {
          rule: 'time-of-day-restart',
          severity: 'warning',
          confidence: 'likely',
          status: 'present',
          scope: 'endpoint',
          args: { node, lost: lost.length, known, spanUs: last.time - first.time },
          evidence: lost
            .slice(0, MAX_SHOWN)
            .flatMap(({ request, response }) => [request, response]) as [
            PacketProof,
            ...PacketProof[],
          ],
          calls: [...marks].filter((mark): mark is CallMark => mark !== null),
        },
      ];
    });
  },
};

/** The calls that were lost at once, oldest 481 first, and how many others the node knew; null when it was not so. */
function restartOf({
  lost: all,
  answers,
  ends,
}: NodeState): { lost: LostCall[]; known: number } | null {
  if (all.length < FEWEST_LOST || answers.length < FEWEST_KNOWN) return null;
  const sorted = all.toSorted((a, b) => a.time - b.time);
  const { time } = sorted[0] as LostCall;
  const lost = sorted.filter(({ answered }) => answered < time);
  const allowed = EXCEPTIONS * lost.length;
  if (lost.length < FEWEST_LOST || sorted.length - lost.length > allowed) return null;
  let survived = 0;
  for (const [at, answered] of answers.entries()) {
    if (answered < time && (ends[at] as number) > time) survived += 1;
  }
  return survived > allowed ? null : { lost, known: answers.length - survived };
}
