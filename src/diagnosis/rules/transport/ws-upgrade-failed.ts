import type { CaptureRule } from '../../overall/capture-rule.ts';
import { clientsOf, proofsOf, untold } from '../../overall/untold.ts';

/** A WebSocket that was asked for SIP and did not come about (RFC 7118 §4): whatever it was for never became SIP. */
export const wsUpgradeFailed: CaptureRule<'ws-upgrade-failed'> = {
  id: 'ws-upgrade-failed',
  severity: 'error',
  tier: 'transport',
  check(notes, { below }) {
    // The response travels from the server to its client.
    const groups = untold(
      'ws-upgrade-failed',
      below,
      notes,
      ({ fact, from }) => `${from.name} ${fact.status}`,
    );
    return groups.map((group) => {
      const [{ fact, from }] = group as [(typeof group)[number]];
      // A client that is asked for credentials comes again with them.
      const recovered =
        fact.status === 401 && group.every((one) => below.sawAddresses(one.to, one.from));
      return {
        rule: 'ws-upgrade-failed',
        severity: recovered ? 'info' : 'error',
        confidence: 'proven',
        status: 'present',
        scope: 'endpoint',
        args: {
          server: from.name,
          clients: clientsOf(group.map((one) => ({ ...one, from: one.to }))),
          status: fact.status,
          attempts: group.reduce((sum, one) => sum + one.fact.count, 0),
        },
        evidence: proofsOf(group),
        calls: [],
      };
    });
  },
};
