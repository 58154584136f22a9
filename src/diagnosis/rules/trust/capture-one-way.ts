import type { CaptureRule } from '../../overall/capture-rule.ts';
import type { LinkNote } from '../../overall/links.ts';

/** Fewer packets are too few to speak of a direction. */
const FEWEST = 4;

/**
 * Nothing ever came back on a link, and yet its sender goes on as if something had: the other direction was not
 * captured. A sender that repeats itself instead really heard nothing; that is `invite-no-response`.
 */
export const captureOneWay: CaptureRule<'capture-one-way'> = {
  id: 'capture-one-way',
  severity: 'warning',
  tier: 'capture',
  check({ links }, { surroundings, below }) {
    const bySource = new Map<number, LinkNote[]>();
    for (const link of links.oneSided.values()) {
      const { source, from, to, packets, heard } = link;
      if (packets < FEWEST || heard === 0) continue;
      // A reply may come from another port.
      if (surroundings.sawDirection(to, from) || below.sawAddresses(to, from)) continue;
      const same = bySource.get(source);
      if (same === undefined) bySource.set(source, [link]);
      else same.push(link);
    }
    return [...bySource.values()].map((silent) => {
      const worst = silent.reduce((a, b) => (b.packets > a.packets ? b : a));
      const { from, to, packets, what, first } = worst;
      return {
        rule: 'capture-one-way',
        severity: 'warning',
        confidence: what === 'responses' || worst.heard > 1 ? 'proven' : 'likely',
        status: 'present',
        scope: 'capture',
        args: { from: from.name, to: to.name, packets, what, links: silent.length },
        evidence: [{ ...first, copies: packets }],
        calls: [...new Set(silent.flatMap(({ calls }) => [...calls]))],
      };
    });
  },
};
