import { isMoreThanTrying } from '../../../call/milestones.ts';
import type { Call, Transaction } from '../../../call/types.ts';
import { fieldValues } from '../../../sip/field.ts';
import type { Message } from '../../../sip/message.ts';
import { requestOf, shown } from '../../evidence.ts';
import { hopsOf } from '../../facts/invites.ts';
import type { Rule } from '../../rule.ts';

/** The field of each refusal that names the extension (RFC 3261 §21.4.15, §21.4.16). */
const FIELD: Readonly<Record<number, string>> = { 420: 'Unsupported', 421: 'Require' };

/**
 * The two sides do not agree on reliable provisional responses: 420 with `Unsupported: 100rel` to an INVITE that requires
 * them, or 421 with `Require: 100rel` to one that does not offer them (RFC 3262 §3).
 */
export const rel100RequiredUnsupported: Rule<'rel100-required-unsupported', Call> = {
  id: 'rel100-required-unsupported',
  severity: 'error',
  tier: 'policy',
  kinds: ['call'],
  needs: ['client-error'],
  applies: ({ rounds }) => rounds.some(({ hops }) => hops.some(isRefused)),
  check(call) {
    // Where it was made, not where it was passed on.
    const refused = hopsOf(call).findLast((hop) => isRefused(hop) && isNamed(hop.final as Message));
    const final = refused?.final ?? null;
    if (refused === undefined || final === null) return [];
    const recovered = call.stage === 'answered' || isRinging(call);
    return [
      {
        rule: 'rel100-required-unsupported',
        // The next try may still be to come.
        severity: recovered || call.outcome === 'incomplete-pending' ? 'info' : 'error',
        confidence: 'proven',
        status: 'present',
        scope: recovered ? 'leg' : 'call',
        args: { node: final.sender.name, code: final.status, recovered },
        evidence: [requestOf(refused), shown(final, FIELD[final.status])],
      },
    ];
  },
};

function isRefused({ final }: Transaction): boolean {
  return final !== null && FIELD[final.status] !== undefined;
}

function isNamed(final: Message): boolean {
  const names = fieldValues(final, FIELD[final.status] ?? '');
  return names.some((name) => name.trim().toLowerCase() === '100rel');
}

function isRinging({ invite }: Call): boolean {
  return invite !== null && invite.responses.some(isMoreThanTrying);
}
