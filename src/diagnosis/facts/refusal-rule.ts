import type { Call } from '../../call/types.ts';
import type { Refusal, RefusalRuleId, ResponseArgs } from '../../model/response-args.ts';
import type { Confidence } from '../../model/vocabulary.ts';
import type { Finding, Rule, RuleContext, Tier } from '../rule.ts';
import type { Trait } from '../traits.ts';
import { behind } from './other-leg.ts';
import { mayBeRefused, refusal, refusalProof, type Refused } from './refusal.ts';

/** What a rule about one kind of final response adds to what all of them share. */
interface Shape<R extends RefusalRuleId> {
  readonly id: R;
  readonly tier: Tier;
  readonly needs?: readonly Trait[];
  /** Header field of the response that says most. */
  readonly quotes?: string;
  readonly confidence?: (refused: Refused) => Confidence;
  /** Whether a refusal that is no failure tells anything; a failure is always told. */
  tells?(refused: Refused, context: RuleContext): boolean;
  /** The arguments that it has besides those of every refusal. */
  more(refused: Refused, call: Call, context: RuleContext): Omit<ResponseArgs[R], keyof Refusal>;
}

/** A rule that tells the refusals of its codes (`refusal-codes.ts`): an error where the call failed by it, else a note. */
export function refusalRule<R extends RefusalRuleId>(shape: Shape<R>): Rule<R, Call> {
  const { id, tier, needs } = shape;
  return {
    id,
    severity: 'error',
    tier,
    kinds: ['call'],
    ...(needs === undefined ? {} : { needs }),
    applies: mayBeRefused,
    check(call, context) {
      const refused = refusal(call, context);
      if (refused?.rule !== id) return [];
      if (!refused.failed && shape.tells?.(refused, context) === false) return [];
      const cause = behind(call, refused, context.surroundings);
      const finding = {
        rule: id,
        severity: refused.failed ? 'error' : 'info',
        confidence: shape.confidence?.(refused) ?? 'proven',
        status: 'present',
        scope: 'call',
        args: { ...refused.args, ...shape.more(refused, call, context) },
        evidence: refusalProof(refused, shape.quotes),
        ...(cause === undefined ? {} : { behind: cause }),
      };
      // The arguments of a refusal and those that the rule adds are all that it has.
      return [finding as unknown as Finding<R>];
    },
  };
}
