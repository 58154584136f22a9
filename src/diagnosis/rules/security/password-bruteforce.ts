import { spanOf } from '../../facts/window.ts';
import type { CaptureRule } from '../../overall/capture-rule.ts';
import { guessings } from '../../overall/guessing.ts';
import type { PacketProof } from '../../rule.ts';

const MAX_SHOWN = 4;

/**
 * Credentials for one user are refused ten times within a minute, or thirty within ten, most of them in attempts of
 * their own: somebody tries passwords (RFC 3261 §22, RFC 7616 §5.12).
 */
export const passwordBruteforce: CaptureRule<'password-bruteforce'> = {
  id: 'password-bruteforce',
  severity: 'error',
  tier: 'policy',
  check({ visitors }, { thresholds }) {
    return guessings(visitors.visitors.values(), thresholds).map(
      ({ visitor, username, window, total }) => ({
        rule: 'password-bruteforce',
        severity: 'error',
        confidence: 'likely',
        status: 'present',
        scope: 'endpoint',
        args: {
          address: visitor.address,
          server: window[0].server.name,
          username,
          failures: window.length,
          spanUs: spanOf(window),
          total,
        },
        evidence: window.slice(0, MAX_SHOWN).map(({ request }) => request) as [
          PacketProof,
          ...PacketProof[],
        ],
        calls: [...visitor.calls],
        conversations: [...visitor.conversations],
      }),
    );
  },
};
