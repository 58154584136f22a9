import { openedAt } from '../../../call/hops.ts';
import { producerOf } from '../../../call/producer.ts';
import type { Call, Transaction } from '../../../call/types.ts';
import { OUTCOME_CLASS } from '../../../model/outcome-class.ts';
import type { ResponseArgs } from '../../../model/response-args.ts';
import { field } from '../../../sip/field.ts';
import { requestOf, shown } from '../../evidence.ts';
import { failedWith } from '../../facts/decline.ts';
import { mayBeStuck } from '../../facts/stuck.ts';
import type { Proof, Rule } from '../../rule.ts';

/** An Expires that ran out does so within this of its time, µs. */
const TOLERANCE = 2_000_000;

/**
 * The INVITE was withdrawn (487, RFC 3261 §21.4.25) and no CANCEL shows on any hop: its Expires ran out (§13.3.1), a BYE
 * ended the early dialog (§15.1.2), or a CANCEL travelled where this capture does not look.
 */
export const resp487Terminated: Rule<'resp-487-terminated', Call> = {
  id: 'resp-487-terminated',
  severity: 'info',
  tier: 'user',
  kinds: ['call'],
  needs: ['client-error'],
  applies: (call) => failedWith(487)(call) && !mayBeStuck(call),
  check({ invite, final, outcome, transactions }) {
    if (invite === null || final === null || outcome === 'answered-elsewhere') return [];
    // A Reason that makes a failure of it is told by `resp-other`.
    if (OUTCOME_CLASS[outcome] === 'failure') return [];
    if (transactions.some(({ method }) => method === 'CANCEL')) return [];
    const bye = transactions.find(
      ({ method, request }) => method === 'BYE' && request !== null && request.time <= final.time,
    );
    const how = bye !== undefined ? 'bye' : expired(invite) ? 'expires' : 'unseen';
    const evidence: [Proof, ...Proof[]] = [requestOf(invite)];
    if (bye !== undefined) evidence.push(requestOf(bye));
    evidence.push(shown(final));
    return [
      {
        rule: 'resp-487-terminated',
        severity: 'info',
        confidence: CONFIDENCE[how],
        status: 'present',
        scope: 'call',
        args: {
          node: producerOf(invite, final).hop.server.name,
          afterUs: final.time - openedAt(invite),
          how,
        },
        evidence,
      },
    ];
  },
};

const CONFIDENCE = {
  bye: 'proven',
  expires: 'likely',
  unseen: 'possible',
} as const satisfies Record<ResponseArgs['resp-487-terminated']['how'], string>;

function expired({ request, final }: Transaction): boolean {
  if (request === null || final === null) return false;
  const seconds = Number(field(request, 'Expires') ?? Number.NaN);
  return Math.abs(final.time - request.time - seconds * 1e6) <= TOLERANCE;
}
