import type { CaptureFinding, CaptureRule } from '../../overall/capture-rule.ts';
import { recalled, silence } from '../../evidence.ts';
import { lapsedAddresses } from '../../facts/lapses.ts';
import type { PacketProof } from '../../rule.ts';

/**
 * A registration that ran out because no REGISTER came in time (RFC 3261 §10.2.4), while no other binding answered for the
 * address; as seen at the registrar's side of what it granted. One that was taken away on purpose is not meant.
 */
export const registerNotRefreshed: CaptureRule<'register-not-refreshed'> = {
  id: 'register-not-refreshed',
  severity: 'warning',
  tier: 'policy',
  check(notes, context) {
    return lapsedAddresses(context).flatMap(({ address, lapses }) => {
      // A call that met the lapse tells it (`register-expired-at-call`).
      const missed = lapses.filter(
        ({ ignoredGrant, binding: { last } }) => !ignoredGrant && !notes.isTold(recalled(last)),
      );
      // The one that lasts is worse than one that was mended.
      const worst = missed.find(({ gapUs }) => gapUs === null) ?? missed[0];
      if (worst === undefined) return [];
      const { binding, next, gapUs } = worst;
      const { last, named, granted, place } = binding;
      const evidence: [PacketProof, ReturnType<typeof silence>, ...PacketProof[]] = [
        recalled(last),
        silence(
          last.to,
          last.from,
          last.time,
          next?.first.time ?? context.surroundings.stretchEnd(last.source, last.time),
          'REGISTER',
        ),
      ];
      if (next !== null) evidence.push(recalled(next.first));
      return [
        {
          rule: 'register-not-refreshed',
          severity: 'warning',
          confidence: context.below.isLossy(last.source) ? 'likely' : 'proven',
          status: 'present',
          scope: 'registration',
          args: {
            aor: address.name,
            registrar: last.from.name,
            place,
            grantedS: granted,
            gapUs,
            gaps: missed.length,
          },
          evidence,
          calls: [],
          conversations: [named],
        } satisfies CaptureFinding<'register-not-refreshed'>,
      ];
    });
  },
};
