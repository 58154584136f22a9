import { densest } from '../../facts/window.ts';
import type { CaptureRule } from '../../overall/capture-rule.ts';
import type { PacketProof } from '../../rule.ts';

const SECOND = 1_000_000;
/** Of a flood hardly anything comes to something. */
const COMPLETED = 0.05;
const MAX_SHOWN = 3;

/**
 * One address sends more requests within a second than any telephone does, and hardly any of all its requests come to
 * something. Copies of a request are not counted. A load test that says what it is, is none; a trunk of which all calls fail at
 * once has others that did not.
 */
export const sipFlood: CaptureRule<'sip-flood'> = {
  id: 'sip-flood',
  severity: 'error',
  tier: 'policy',
  check({ visitors }, { thresholds, surroundings }) {
    return [...visitors.visitors.values()].flatMap((visitor) => {
      const { address, tries, more, isTestTool, calls, conversations } = visitor;
      if (address === '' || isTestTool || !surroundings.sawReceiver(address)) return [];
      const requests = tries.length + more;
      const completed = visitors.served(address);
      if (completed >= COMPLETED * (requests + completed)) return [];
      const sorted = tries.toSorted((a, b) => a.time - b.time);
      const second = densest(sorted, SECOND, (one) => one);
      const [first] = second;
      if (first === undefined || second.length <= thresholds['flood.perSecond']) return [];
      const { source, frame, offset } = first.request;
      const proofs = second.slice(0, MAX_SHOWN).map(({ request }) => request);
      return [
        {
          rule: 'sip-flood',
          severity: 'error',
          confidence: 'likely',
          status: 'present',
          scope: 'endpoint',
          args: {
            address,
            server: first.server.name,
            method: first.method,
            perSecond: second.length,
            requests,
            completed,
            unanswered: second.filter(({ code }) => code === 0).length,
          },
          evidence: [
            ...(proofs as [PacketProof, ...PacketProof[]]),
            {
              kind: 'counter',
              source,
              frame,
              offset,
              what: `${first.method} / s`,
              value: second.length,
            },
          ],
          calls: [...calls],
          conversations: [...conversations],
        },
      ];
    });
  },
};
