import { field } from '../../../sip/field.ts';
import type { Message } from '../../../sip/message.ts';
import { refusalRule } from '../../facts/refusal-rule.ts';

/** The session interval was too short for a node, and the call ended with that (RFC 4028 §6); one 422 with a longer interval after it is normal. */
export const resp422SessionInterval = refusalRule({
  id: 'resp-422-session-interval',
  tier: 'negotiation',
  needs: ['client-error'],
  quotes: 'Min-SE',
  more: ({ request, final }, { rounds }) => ({
    asked: seconds(request, 'Session-Expires'),
    minimum: seconds(final, 'Min-SE'),
    refusals: rounds.filter(({ hops }) => hops[0]?.final?.status === 422).length,
  }),
});

/** The seconds of a field, its parameters left out; '' without one (RFC 4028 §4, §5). */
function seconds(message: Message | null, name: string): string {
  const value = message === null ? '' : (field(message, name) ?? '');
  return /^\d{1,9}/.exec(value)?.[0] ?? '';
}
