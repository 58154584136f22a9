import type { Call } from '../../../call/types.ts';
import { fieldValues, hasField } from '../../../sip/field.ts';
import type { Message } from '../../../sip/message.ts';
import { requestOf, shown } from '../../evidence.ts';
import { changes, isRecovered, purposeOf } from '../../facts/changes.ts';
import { reachedBy } from '../../facts/in-dialog.ts';
import type { Proof, Rule } from '../../rule.ts';

const UNKNOWN_METHOD: ReadonlySet<number> = new Set([405, 501]);

/**
 * An UPDATE met an element that does not take it. It may be sent only where Allow names it (RFC 3311 §5.1); who goes on with
 * a re-INVITE instead has lost nothing.
 */
export const updateNotAllowed: Rule<'update-not-allowed', Call> = {
  id: 'update-not-allowed',
  severity: 'info',
  tier: 'negotiation',
  kinds: ['call'],
  needs: ['update'],
  check(call, context) {
    const all = changes(call, context);
    const refused = all.find(
      ({ method, final }) =>
        method === 'UPDATE' && final !== null && UNKNOWN_METHOD.has(final.status),
    );
    if (refused?.final === undefined || refused.final === null) return [];
    if (isRecovered(refused, all)) return [];
    const { request, final, hops } = refused;
    const allow = lastAllow(call, request);
    return [
      {
        rule: 'update-not-allowed',
        severity: 'info',
        confidence: 'proven',
        status: 'present',
        scope: 'dialog',
        args: {
          asker: request.sender.name,
          node: reachedBy(refused),
          code: final.status,
          advertised: allow !== null && allows(allow),
          purpose: purposeOf(refused, call, context),
        },
        evidence: [
          ...(allow === null ? [] : [shown(allow, 'Allow')]),
          requestOf(hops[0]),
          shown(final, hasField(final, 'Allow') ? 'Allow' : undefined),
        ] as unknown as [Proof],
      },
    ];
  },
};

/** The last message with an Allow that the sender of the UPDATE had got. */
function lastAllow({ messages }: Call, update: Message): Message | null {
  return (
    messages.findLast(
      (message) =>
        message.time < update.time &&
        message.repeat !== 'duplicate' &&
        message.receiver.address === update.sender.address &&
        hasField(message, 'Allow'),
    ) ?? null
  );
}

function allows(message: Message): boolean {
  return fieldValues(message, 'Allow').some((method) => method.toUpperCase() === 'UPDATE');
}
