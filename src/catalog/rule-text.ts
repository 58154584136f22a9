import type { RuleArgs, RuleId } from '../model/rule-args.ts';
import type { Formatter } from './format.ts';

/** What a person reads about a rule and its findings, in one language. */
export interface RuleText<A> {
  /** What the rule looks for, in one line, for lists. */
  readonly summary: string;
  /** The cause in one sentence. */
  title(args: A, f: Formatter): string;
  /** Why it is so, and how far it is proven. Never "not sent": a capture shows only what was seen. */
  explanation(args: A, f: Formatter): string;
  /** What to do next, the most useful first. */
  fix(args: A, f: Formatter): string[];
}

/** Texts for every rule of a family; a missing one does not compile. */
export type RuleTexts<Args = RuleArgs> = { readonly [R in keyof Args]: RuleText<Args[R]> };

/** When a finding of each rule can be left alone, in a sentence or two. */
export type IgnoreTexts<Id extends RuleId = RuleId> = Partial<Readonly<Record<Id, string>>>;
