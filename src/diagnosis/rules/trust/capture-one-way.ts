import type { CaptureRule } from '../../overall/capture-rule.ts';
import { type LinkNote, oneWayLinks } from '../../overall/links.ts';

/**
 * Nothing ever came back on a link, and yet its sender goes on as if something had: the other direction was not
 * captured. A sender that repeats itself instead really heard nothing; that is `invite-no-response`.
 */
export const captureOneWay: CaptureRule<'capture-one-way'> = {
  id: 'capture-one-way',
  severity: 'warning',
  tier: 'capture',
  check({ links }, context) {
    const bySource = new Map<number, LinkNote[]>();
    for (const link of oneWayLinks(links, context)) {
      const same = bySource.get(link.source);
      if (same === undefined) bySource.set(link.source, [link]);
      else same.push(link);
    }
    return [...bySource.values()].map((silent) => {
      const worst = silent.reduce((a, b) => (b.packets > a.packets ? b : a));
      const { from, to, what, first } = worst;
      const total = (part: 'packets' | 'heard'): number =>
        silent.reduce((sum, link) => sum + link[part], 0);
      return {
        rule: 'capture-one-way',
        severity: 'warning',
        confidence: what === 'responses' || total('heard') > 1 ? 'proven' : 'likely',
        status: 'present',
        scope: 'capture',
        args: {
          from: from.name,
          to: to.name,
          packets: total('packets'),
          what,
          links: silent.length,
        },
        evidence: [{ ...first, copies: worst.packets }],
        calls: [...new Set(silent.flatMap(({ calls }) => [...calls]))],
      };
    });
  },
};
