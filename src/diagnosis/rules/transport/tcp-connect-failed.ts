import type { CaptureRule } from '../../overall/capture-rule.ts';
import { clientsOf, proofsOf, untold } from '../../overall/untold.ts';
import type { Call } from '../../../call/types.ts';
import { requestOf } from '../../evidence.ts';
import { failedConnections, mayLackConnection } from '../../facts/failed-connections.ts';
import { packetOf } from '../../facts/packets.ts';
import type { Rule } from '../../rule.ts';

/** SYNs without an answer from which on the other end counts as deaf. */
export const DEAF = 3;

/** The node that held the INVITE could not open a connection to the next one (RFC 3261 §18.4, RFC 3263 §4.3). */
export const tcpConnectFailed: Rule<'tcp-connect-failed', Call> = {
  id: 'tcp-connect-failed',
  severity: 'error',
  tier: 'transport',
  kinds: ['call'],
  needs: ['trouble'],
  applies: mayLackConnection,
  check(call, { below, surroundings: { captureEnd } }) {
    const failed = failedConnections(call, below, 'tcp-connect-failed', captureEnd);
    for (const { hop, fact: placed, prompt } of failed) {
      const { fact, from, to } = placed;
      if (fact.kind !== 'tcp-connect-failed') continue;
      const attempts = fact.attempts * fact.count;
      if (fact.how === 'silent' && attempts < DEAF) continue;
      return [
        {
          rule: 'tcp-connect-failed',
          severity: 'error',
          confidence: prompt ? 'likely' : 'possible',
          status: 'present',
          scope: 'call',
          args: {
            server: to.name,
            clients: [from.address],
            how: fact.how,
            attempts,
            recovered: false,
          },
          evidence: [requestOf(hop), packetOf(placed)],
        },
      ];
    }
    return [];
  },
};

/** Connections that failed without a call that was seen to wait for them. */
export const tcpConnectFailedAlone: CaptureRule<'tcp-connect-failed'> = {
  id: 'tcp-connect-failed',
  severity: 'error',
  tier: 'transport',
  check(notes, { below }) {
    const groups = untold(
      'tcp-connect-failed',
      below,
      notes,
      ({ fact, to }) => `${to.name} ${fact.how}`,
    );
    return groups.flatMap((group) => {
      const [{ fact, to }] = group as [(typeof group)[number]];
      const attempts = group.reduce((sum, one) => sum + one.fact.attempts * one.fact.count, 0);
      const most = Math.max(...group.map((one) => one.fact.attempts * one.fact.count));
      if (fact.how === 'silent' && most < DEAF) return [];
      // SIP that travels there all the same: another transport or a later try worked.
      const recovered = group.every((one) => below.sawAddresses(one.from, one.to));
      return [
        {
          rule: 'tcp-connect-failed' as const,
          severity: recovered ? ('warning' as const) : ('error' as const),
          confidence: 'proven' as const,
          status: 'present' as const,
          scope: 'endpoint' as const,
          args: {
            server: to.name,
            clients: clientsOf(group),
            how: fact.how,
            attempts,
            recovered,
          },
          evidence: proofsOf(group),
          calls: [],
        },
      ];
    });
  },
};
