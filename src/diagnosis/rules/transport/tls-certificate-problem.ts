import type { TlsHandshakeFact } from '../../../model/transport-fact.ts';
import { isFailedHandshake, type PlacedFact } from '../../below-sip.ts';
import type { CaptureRule } from '../../overall/capture-rule.ts';
import { proofsOf, untold } from '../../overall/untold.ts';
import { certificateFault } from '../../facts/handshakes.ts';

/** Names that are told. */
const MAX_NAMES = 4;

/**
 * A certificate that peers may refuse, on a connection that came about all the same; where it did not, that is
 * `tls-handshake-failed`. Nothing is verified: an internal CA may well be trusted by both ends.
 */
export const tlsCertificateProblem: CaptureRule<'tls-certificate-problem'> = {
  id: 'tls-certificate-problem',
  severity: 'warning',
  tier: 'transport',
  check(notes, { below }) {
    const groups = untold('tls-handshake', below, notes, (one) => {
      const fault = isFailedHandshake(one.fact) ? null : faultOf(one);
      return fault === null ? null : `${one.to.name} ${fault} ${one.fact.serverName}`;
    });
    return groups.flatMap((group) => {
      const [first] = group as [PlacedFact<TlsHandshakeFact>];
      const { serverName, certificate } = first.fact;
      const fault = faultOf(first);
      if (fault === null || certificate === null) return [];
      const { subject, issuer, names, notBefore, notAfter } = certificate;
      return [
        {
          rule: 'tls-certificate-problem' as const,
          severity: fault === 'self-signed' ? ('info' as const) : ('warning' as const),
          confidence: 'proven' as const,
          status: 'present' as const,
          scope: 'endpoint' as const,
          args: {
            server: first.to.name,
            serverName,
            subject,
            issuer,
            fault,
            since: fault === 'not-yet-valid' ? notBefore : notAfter,
            names: names.slice(0, MAX_NAMES),
          },
          evidence: proofsOf(group),
          calls: [],
        },
      ];
    });
  },
};

function faultOf({ fact }: PlacedFact<TlsHandshakeFact>): ReturnType<typeof certificateFault> {
  const { certificate, serverName, time } = fact;
  return certificate === null ? null : certificateFault(certificate, serverName, time);
}
