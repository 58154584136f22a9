import { passesOf } from '../../facts/passes.ts';
import { refusalRule } from '../../facts/refusal-rule.ts';

/** A node saw the request a second time (RFC 3261 §16.3-4), or over two branches (§8.2.2.2); with a new Request-URI it is a spiral, which is legal (RFC 5393). */
export const resp482Loop = refusalRule({
  id: 'resp-482-loop',
  tier: 'routing',
  needs: ['client-error'],
  more: (refused, call) => passesOf(call, refused),
});
