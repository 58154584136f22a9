import type { Judged, Transaction } from '../../../call/types.ts';
import { agentOf, madeBy } from '../../../call/producer.ts';
import { fieldValues } from '../../../sip/field.ts';
import type { Message } from '../../../sip/message.ts';
import { requestOf, shown } from '../../evidence.ts';
import { mayBeRefused, refusal, refusalProof } from '../../facts/refusal.ts';
import type { Rule } from '../../rule.ts';

const REFUSED: ReadonlySet<number> = new Set([405, 501]);
/** Longest list of methods that is quoted, in characters. */
const MAX_ALLOW = 120;

/**
 * The node does not take this method (405, RFC 3261 §21.4.6), or does not know it at all (501, §21.5.2): an INVITE, or a
 * MESSAGE whose text is lost with that. Refused pings, subscriptions and publications harm nobody and are no finding.
 */
export const resp405501Method: Rule<'resp-405-501-method'> = {
  id: 'resp-405-501-method',
  severity: 'error',
  tier: 'routing',
  kinds: ['call', 'message'],
  needs: ['failure'],
  applies: (judged) => (judged.kind === 'call' ? mayBeRefused(judged) : isRefused(judged)),
  check(judged, context) {
    if (judged.kind === 'call') {
      const refused = refusal(judged, context);
      if (refused?.rule !== 'resp-405-501-method') return [];
      return [
        {
          ...FOUND,
          severity: 'error',
          args: { ...refused.args, method: 'INVITE', allow: allowOf(refused.final) },
          evidence: refusalProof(refused, 'Allow'),
        },
      ];
    }
    const lost = judged.transactions.find(isRefusal);
    const final = lost?.final ?? null;
    if (lost === undefined || final === null) return [];
    const { status, phrase } = final;
    return [
      {
        ...FOUND,
        severity: 'warning',
        args: {
          code: status,
          phrase,
          node: madeBy(final, judged.transactions).sender.name,
          agent: agentOf(final),
          reason: '',
          warning: '',
          outcome: 'failed-protocol',
          method: lost.method,
          allow: allowOf(final),
        },
        evidence: [requestOf(lost), shown(final, 'Allow')],
      },
    ];
  },
};

const FOUND = {
  rule: 'resp-405-501-method',
  confidence: 'proven',
  status: 'present',
  scope: 'call',
} as const;

function isRefused({ transactions }: Judged): boolean {
  return transactions.some(isRefusal);
}

function isRefusal({ method, final }: Transaction): boolean {
  return method === 'MESSAGE' && final !== null && REFUSED.has(final.status);
}

function allowOf(final: Message): string {
  return fieldValues(final, 'Allow').join(', ').slice(0, MAX_ALLOW);
}
