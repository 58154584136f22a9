import type { RuleArgs, RuleId } from '../../../../src/model/rule-args.ts';
import type { Confidence, Outcome, Scope, Severity } from '../../../../src/model/vocabulary.ts';

/** What a rule must say about captures. */
export interface WireExpected<R extends RuleId = RuleId> {
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly scope: Scope;
  readonly args: Partial<RuleArgs[R]>;
  /** Frames of its evidence in the order in which it is shown, silence left out; 0 for a figure without a place. */
  readonly frames: readonly number[];
  /** Calls that it names. */
  readonly calls: number;
  /** It is the primary finding of its call; other findings of that call are its consequences. */
  readonly explains?: readonly RuleId[];
  readonly outcome?: Outcome;
}

/** Captures that fire a rule which looks at more than messages, or a near miss that must not. */
export interface WireCase {
  readonly rule: RuleId;
  readonly name: string;
  readonly files: () => Promise<readonly Uint8Array[]>;
  readonly expected: WireExpected | null;
}

type Files = Uint8Array | readonly Uint8Array[];

async function listed(files: () => Files | Promise<Files>): Promise<readonly Uint8Array[]> {
  const made = await files();
  return made instanceof Uint8Array ? [made] : made;
}

export function firesIn<R extends RuleId>(
  rule: R,
  name: string,
  files: () => Files | Promise<Files>,
  expected: WireExpected<R>,
): WireCase {
  return { rule, name, files: () => listed(files), expected };
}

export function sparesIn(
  rule: RuleId,
  name: string,
  files: () => Files | Promise<Files>,
): WireCase {
  return { rule, name, files: () => listed(files), expected: null };
}
