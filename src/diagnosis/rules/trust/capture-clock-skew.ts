import type { CaptureRule } from '../../overall/capture-rule.ts';
import type { Delays } from '../../overall/clocks.ts';

/** Messages in each direction that make an estimate. */
const FEWEST = 3;

/** Two sources show the same messages, and some arrive before they were sent: their clocks disagree. */
export const captureClockSkew: CaptureRule<'capture-clock-skew'> = {
  id: 'capture-clock-skew',
  severity: 'warning',
  tier: 'capture',
  check({ clocks: { delays } }, { below, thresholds }) {
    return [...delays].flatMap(([key, forth]) => {
      const [a = 0, b = 0] = key.split(' ').map(Number);
      const back = delays.get(`${b} ${a}`);
      if (a > b || back === undefined || Math.min(forth.count, back.count) < FEWEST) return [];
      // How far the clock of b is ahead of that of a, and half of what cannot be told from the way itself.
      const ahead = (forth.least - back.least) / 2;
      const spreadUs = (forth.least + back.least) / 2;
      const impossible: Delays = ahead < 0 ? forth : back;
      if (!(impossible.least < 0 && spreadUs >= 0 && Math.abs(ahead) > spreadUs)) return [];
      if (Math.abs(ahead) < thresholds['clock.skew'] * 1_000_000) return [];
      const [behind, other] = ahead < 0 ? [b, a] : [a, b];
      return [
        {
          rule: 'capture-clock-skew' as const,
          severity: 'warning' as const,
          confidence: 'likely' as const,
          status: 'present' as const,
          scope: 'capture' as const,
          args: {
            behind: below.sources[behind]?.path ?? '',
            other: below.sources[other]?.path ?? '',
            offsetUs: Math.abs(ahead),
            spreadUs,
            pairs: forth.count + back.count,
          },
          evidence: [impossible.sent, impossible.arrived] as const,
          calls: [],
        },
      ];
    });
  },
};
