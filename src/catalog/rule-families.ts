import type { DeclineArgs, EngineArgs, SetupArgs, SyntaxArgs } from '../model/rule-args.ts';
import type { RuleTexts } from './rule-text.ts';

/** The families that rule texts are filed by; together they are all rules. */
type TryingId = Extract<keyof SetupArgs, `trying-${string}`>;

export type TryingTexts = RuleTexts<Pick<SetupArgs, TryingId>>;
export type SetupTexts = RuleTexts<Omit<SetupArgs, TryingId>>;
export type DeclineTexts = RuleTexts<DeclineArgs>;
export type SyntaxTexts = RuleTexts<SyntaxArgs>;
export type EngineTexts = RuleTexts<EngineArgs>;
