import { callerOf } from '../../../sip/party.ts';
import { calledOf } from '../../facts/number-form.ts';
import { forbiddenTopic } from '../../facts/wording.ts';
import { refusalRule } from '../../facts/refusal-rule.ts';

/** Understood and refused on purpose (RFC 3261 §21.4.4), or for want of money (402, §21.4.3); what it is about, its words tell. */
export const resp403Policy = refusalRule({
  id: 'resp-403-policy',
  tier: 'policy',
  needs: ['client-error'],
  more: ({ args, request }) => ({
    topic: args.outcome === 'declined-user' ? 'rejected' : forbiddenTopic(args),
    caller: request === null ? '' : callerOf(request),
    called: calledOf(request),
  }),
});
