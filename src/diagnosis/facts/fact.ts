import type { Judged } from '../../call/types.ts';
import type { RuleContext } from '../rule.ts';

/**
 * Something that several rules ask about one conversation, worked out once: the engine runs all rules on one
 * conversation before it takes the next, so remembering the last answer is enough.
 */
export function fact<K extends Judged, T>(
  compute: (conversation: K, context: RuleContext) => T,
): (conversation: K, context: RuleContext) => T {
  let last: { conversation: K; context: RuleContext; answer: T } | null = null;
  return (conversation, context) => {
    if (last?.conversation !== conversation || last.context !== context) {
      last = { conversation, context, answer: compute(conversation, context) };
    }
    return last.answer;
  };
}
