import { spanOf } from '../../facts/window.ts';
import type { CaptureRule } from '../../overall/capture-rule.ts';
import { prefixHunts } from '../../overall/prefix-hunts.ts';
import type { PacketProof } from '../../rule.ts';

const MAX_SHOWN = 4;
const MAX_PREFIXES = 8;

/**
 * Prefix hunting: one address that no call of came through dials the same number with prefix after prefix (`00`, `011`, `9011`,
 * `+` …) within ten minutes, looking for one that the dial plan sends abroad. A person who is not sure of the form tries two
 * or three, and so does a gateway. Where calls came through afterwards, `open-relay` tells it. Dear destinations by
 * themselves are not judged.
 */
export const tollFraudPattern: CaptureRule<'toll-fraud-pattern'> = {
  id: 'toll-fraud-pattern',
  severity: 'error',
  tier: 'policy',
  check({ visitors }, { thresholds }) {
    return [...visitors.visitors.values()].flatMap((visitor) => {
      const { address, isTestTool } = visitor;
      if (isTestTool || visitors.served(address) > 0) return [];
      const hunts = prefixHunts(visitor.tries, thresholds['fraud.prefixes']);
      return hunts.map(({ number, prefixes, window }) => ({
        rule: 'toll-fraud-pattern' as const,
        severity: 'error' as const,
        confidence: 'likely' as const,
        status: 'present' as const,
        scope: 'endpoint' as const,
        args: {
          address,
          server: window[0].server.name,
          number,
          prefixes: prefixes.slice(0, MAX_PREFIXES),
          attempts: window.length,
          spanUs: spanOf(window),
        },
        evidence: window.slice(0, MAX_SHOWN).map(({ request }) => request) as [
          PacketProof,
          ...PacketProof[],
        ],
        calls: [...visitor.calls],
      }));
    });
  },
};
