import type { CaptureRule } from '../../overall/capture-rule.ts';
import { prefixHunts } from '../../overall/prefix-hunts.ts';
import type { VisitorTry } from '../../overall/visitors.ts';
import type { PacketProof } from '../../rule.ts';

/** Prefixes that were tried in vain, as a multiple of what makes a hunt: who sets up a trunk tries a few forms as well. */
const HUNTS = 2;
const MAX_SHOWN = 4;
const MAX_PREFIXES = 8;

/**
 * An address that never registered dialled one number in vain with eight prefixes and more within ten minutes, without
 * credentials, and after that calls of it came through: the dial plan lets strangers out. That a server takes calls without
 * credentials is by itself how trunks work, so nothing is said of an address whose calls came through before.
 */
export const openRelay: CaptureRule<'open-relay'> = {
  id: 'open-relay',
  severity: 'error',
  tier: 'policy',
  check({ visitors }, { thresholds }) {
    return [...visitors.visitors.values()].flatMap((visitor) => {
      const { address, isTestTool } = visitor;
      const service = visitors.serviceOf(address);
      if (isTestTool || service === null || service.calls === 0 || service.others > 0) return [];
      const strange = visitor.tries.filter(
        ({ time, username }) => time < service.firstCall && username === null,
      );
      const [hunt] = prefixHunts(strange, HUNTS * thresholds['fraud.prefixes']);
      if (hunt === undefined) return [];
      const { number, prefixes, window } = hunt;
      const last = window.at(-1) as VisitorTry;
      return [
        {
          rule: 'open-relay',
          severity: 'error',
          confidence: 'likely',
          status: 'present',
          scope: 'endpoint',
          args: {
            address,
            server: last.server.name,
            number,
            prefixes: prefixes.slice(0, MAX_PREFIXES),
            attempts: window.length,
            through: service.calls,
            afterUs: service.firstCall - last.time,
          },
          evidence: window.slice(-MAX_SHOWN).map(({ request }) => request) as [
            PacketProof,
            ...PacketProof[],
          ],
          calls: [...visitor.calls],
        },
      ];
    });
  },
};
