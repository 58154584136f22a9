import type { CaptureRule } from '../../overall/capture-rule.ts';
import { proofsOf, untold } from '../../overall/untold.ts';
import type { Call } from '../../../call/types.ts';
import type { TlsHandshakeFact } from '../../../model/transport-fact.ts';
import { isFailedHandshake, type PlacedFact } from '../../below-sip.ts';
import { requestOf } from '../../evidence.ts';
import { failedConnections, mayLackConnection } from '../../facts/failed-connections.ts';
import { failureOf } from '../../facts/handshakes.ts';
import { packetOf } from '../../facts/packets.ts';
import type { Rule } from '../../rule.ts';

/** The node that held the INVITE could not agree on TLS with the next one. */
export const tlsHandshakeFailed: Rule<'tls-handshake-failed', Call> = {
  id: 'tls-handshake-failed',
  severity: 'error',
  tier: 'transport',
  kinds: ['call'],
  needs: ['trouble'],
  applies: mayLackConnection,
  check(call, { below, surroundings: { captureEnd } }) {
    const [failed] = failedConnections(call, below, 'tls-handshake', captureEnd);
    if (failed === undefined) return [];
    const placed = failed.fact as PlacedFact<TlsHandshakeFact>;
    return [
      {
        rule: 'tls-handshake-failed',
        severity: 'error',
        confidence: failed.prompt ? 'likely' : 'possible',
        status: 'present',
        scope: 'call',
        args: failureOf(placed),
        evidence: [requestOf(failed.hop), packetOf(placed)],
      },
    ];
  },
};

/** Handshakes that failed without a call that was seen to wait for them. */
export const tlsHandshakeFailedAlone: CaptureRule<'tls-handshake-failed'> = {
  id: 'tls-handshake-failed',
  severity: 'error',
  tier: 'transport',
  check(notes, { below }) {
    const groups = untold('tls-handshake', below, notes, (one) => {
      if (!isFailedHandshake(one.fact)) return null;
      const { server, alert, fromClient } = failureOf(one);
      return `${server} ${alert} ${fromClient}`;
    });
    return groups.map((group) => {
      const [first] = group as [PlacedFact<TlsHandshakeFact>];
      // A client that falls back to what the server speaks, or comes again with its certificate.
      const recovered = group.every((one) => below.isEstablished(one.from, one.to));
      return {
        rule: 'tls-handshake-failed',
        severity: recovered ? 'warning' : 'error',
        confidence: 'proven',
        status: 'present',
        scope: 'endpoint',
        args: {
          ...failureOf(first),
          connections: group.reduce((sum, { fact }) => sum + fact.count, 0),
        },
        evidence: proofsOf(group),
        calls: [],
      };
    });
  },
};
