import type { CaptureFinding, CaptureRule } from '../../overall/capture-rule.ts';
import { recalled } from '../../evidence.ts';
import { lapsedAddresses } from '../../facts/lapses.ts';

/**
 * The registrar granted less than was asked for, as it may (RFC 3261 §10.3, step 7), and the device goes on refreshing by
 * what it had asked for: between expiry and refresh nothing is bound. A shortened expiry that is kept to is normal, and
 * no finding.
 */
export const registerShortened: CaptureRule<'register-shortened'> = {
  id: 'register-shortened',
  severity: 'warning',
  tier: 'policy',
  check(_, context) {
    return lapsedAddresses(context).flatMap(({ address, lapses }) => {
      const ignored = lapses.filter(({ ignoredGrant }) => ignoredGrant);
      const [first] = ignored;
      if (first === undefined || first.next === null || first.gapUs === null) return [];
      const { binding, next, gapUs } = first;
      return [
        {
          rule: 'register-shortened',
          severity: 'warning',
          confidence: 'proven',
          status: 'present',
          scope: 'registration',
          args: {
            aor: address.name,
            registrar: binding.last.from.name,
            askedS: binding.asked ?? 0,
            grantedS: binding.granted,
            intervalUs: next.first.time - binding.last.time,
            gapUs,
            gaps: ignored.length,
          },
          evidence: [recalled(binding.last), recalled(next.first)],
          calls: [],
          conversations: [binding.named],
        } satisfies CaptureFinding<'register-shortened'>,
      ];
    });
  },
};
