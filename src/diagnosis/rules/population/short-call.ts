import type { CaptureRule } from '../../overall/capture-rule.ts';
import { collapseOf } from '../../overall/collapses.ts';
import type { Course } from '../../overall/course.ts';
import { hasManyNumbers, invitesOf, isFarBeyond } from '../../overall/departures.ts';

/** Short calls among the answered ones of a node. */
const SHARE = 0.5;

interface Counts {
  answered: number;
  short: number;
}

/**
 * Half and more of the answered calls of one node are over within five seconds, while calls to numbers with the same prefixes
 * over other nodes of the capture last: one-way audio, or something that answers for the callee. Thirty answered calls and more to
 * ten numbers and more, held against sixty and more of other nodes, three times and six standard deviations apart. Short calls
 * by themselves are nobody's fault; where they began at some moment, `acd-collapse` says so.
 */
export const shortCall: CaptureRule<'short-call'> = {
  id: 'short-call',
  severity: 'warning',
  tier: 'media',
  check({ course }, { thresholds }) {
    const limit = thresholds['call.short'];
    const courses = [...course.nodes.values()];
    if (courses.length < 2) return [];
    const all = new Map<number, Counts>();
    for (const one of courses) count(one, limit, all);
    return courses.flatMap((one) => {
      const { node, calls } = one;
      const own = count(one, limit, new Map());
      const [here, there] = [sumOf(own), { answered: 0, short: 0 }];
      if (here.short < SHARE * here.answered) return [];
      for (const [prefix, { answered, short }] of own) {
        const both = all.get(prefix) as Counts;
        there.answered += both.answered - answered;
        there.short += both.short - short;
      }
      if (!isFarBeyond(here.short, here.answered, there.short, there.answered)) return [];
      const odd = shortOnes(one, limit);
      if (!hasManyNumbers(calls, odd) || collapseOf(one) !== null) return [];
      return [
        {
          rule: 'short-call',
          severity: 'warning',
          confidence: 'likely',
          status: 'present',
          scope: 'endpoint',
          args: {
            node: node.name,
            limitUs: limit * 1_000_000,
            ...here,
            otherAnswered: there.answered,
            otherShort: there.short,
          },
          evidence: invitesOf(calls, node, odd),
          calls: [],
        },
      ];
    });
  },
};

/** Answered calls that are over, by what their number begins with. */
function count(
  { calls }: Course,
  limit: number,
  counts: Map<number, Counts>,
): ReadonlyMap<number, Counts> {
  const { talks, prefixes, length } = calls;
  for (let at = 0; at < length; at += 1) {
    const talk = talks[at] as number;
    if (Number.isNaN(talk)) continue;
    const prefix = prefixes[at] as number;
    let same = counts.get(prefix);
    if (same === undefined) counts.set(prefix, (same = { answered: 0, short: 0 }));
    same.answered += 1;
    if (talk < limit) same.short += 1;
  }
  return counts;
}

/** In the order of time. */
function shortOnes({ calls }: Course, limit: number): number[] {
  const { talks, times, length } = calls;
  const short: number[] = [];
  for (let at = 0; at < length; at += 1) if ((talks[at] as number) < limit) short.push(at);
  return short.sort((a, b) => (times[a] as number) - (times[b] as number));
}

function sumOf(counts: ReadonlyMap<number, Counts>): Counts {
  const sum = { answered: 0, short: 0 };
  for (const { answered, short } of counts.values()) {
    sum.answered += answered;
    sum.short += short;
  }
  return sum;
}
