import { densest, spanOf } from '../../facts/window.ts';
import type { CaptureRule } from '../../overall/capture-rule.ts';
import type { VisitorTry } from '../../overall/visitors.ts';
import type { PacketProof } from '../../rule.ts';

const TEN_MINUTES = 600_000_000;
/** Digits at the end that make a subscriber's number, whatever stands before. */
const SAME = 9;
const NUMBER = /^(\+?[\d*#]*)(\d{9})$/;
const MAX_SHOWN = 4;
const MAX_PREFIXES = 8;

/**
 * Prefix hunting: one address that no call of came through dials the same number with prefix after prefix (`00`, `011`, `9011`,
 * `+` …) within ten minutes, looking for one that the dial plan sends abroad. A person who is not sure of the form tries two
 * or three, and so does a gateway. Dear destinations by themselves are not judged.
 */
export const tollFraudPattern: CaptureRule<'toll-fraud-pattern'> = {
  id: 'toll-fraud-pattern',
  severity: 'error',
  tier: 'policy',
  check({ visitors }, { thresholds }) {
    return [...visitors.visitors.values()].flatMap((visitor) => {
      const { address, tries, isTestTool } = visitor;
      if (isTestTool || visitors.served(address) > 0) return [];
      return [...numbersOf(tries)].flatMap(([number, dialled]) => {
        const sorted = dialled.sort((a, b) => a.time - b.time);
        const window = densest(sorted, TEN_MINUTES, prefixOf);
        const prefixes = [...new Set(window.map(prefixOf))];
        const [first] = window;
        if (first === undefined || prefixes.length < thresholds['fraud.prefixes']) return [];
        const proofs = window.slice(0, MAX_SHOWN).map(({ request }) => request);
        return [
          {
            rule: 'toll-fraud-pattern' as const,
            severity: 'error' as const,
            confidence: 'likely' as const,
            status: 'present' as const,
            scope: 'endpoint' as const,
            args: {
              address,
              server: first.server.name,
              number,
              prefixes: prefixes.slice(0, MAX_PREFIXES),
              attempts: window.length,
              spanUs: spanOf(window),
            },
            evidence: proofs as [PacketProof, ...PacketProof[]],
            calls: [...visitor.calls],
          },
        ];
      });
    });
  },
};

/** What was dialled, by the number that it ends in. */
function numbersOf(tries: readonly VisitorTry[]): Map<string, VisitorTry[]> {
  const numbers = new Map<string, VisitorTry[]>();
  for (const one of tries) {
    if (one.method !== 'INVITE' || !NUMBER.test(one.user)) continue;
    const number = one.user.slice(-SAME);
    const same = numbers.get(number);
    if (same === undefined) numbers.set(number, [one]);
    else same.push(one);
  }
  return numbers;
}

function prefixOf({ user }: VisitorTry): string {
  return user.slice(0, -SAME);
}
