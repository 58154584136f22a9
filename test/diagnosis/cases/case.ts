import { flowFromText, type Trace } from '../../../fixtures/dsl/index.ts';
import { CAST } from '../../../fixtures/traces/cast.ts';
import { named } from '../../../fixtures/traces/index.ts';
import type { Thresholds } from '../../../src/diagnosis/thresholds.ts';
import type { RuleArgs, RuleId } from '../../../src/model/rule-args.ts';
import type { Confidence, Severity, Status } from '../../../src/model/vocabulary.ts';

/** What a rule must say about a trace. */
export interface Expected<R extends RuleId = RuleId> {
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** `present` unless it says otherwise. */
  readonly status?: Status;
  readonly args: Partial<RuleArgs[R]>;
  /** Frames of the messages that prove it, in the order in which they are shown. */
  readonly frames: readonly number[];
}

/** A trace that fires a rule, or a near miss that must not. */
export interface RuleCase {
  readonly rule: RuleId;
  readonly name: string;
  readonly trace: Trace;
  readonly thresholds: Partial<Thresholds>;
  readonly expected: Expected | null;
}

/** A flow with the usual hosts, the name of a trace of fixtures/traces, or a trace. */
type Source = string | Trace;

function traceOf(source: Source): Trace {
  if (typeof source !== 'string') return source;
  return source.includes('->') ? flowFromText(`${CAST}\n${source}`) : named(source).trace;
}

export function fires<R extends RuleId>(
  rule: R,
  name: string,
  source: Source,
  expected: Expected<R>,
  thresholds: Partial<Thresholds> = {},
): RuleCase {
  return { rule, name, trace: traceOf(source), thresholds, expected };
}

export function spares(
  rule: RuleId,
  name: string,
  source: Source,
  thresholds: Partial<Thresholds> = {},
): RuleCase {
  return { rule, name, trace: traceOf(source), thresholds, expected: null };
}
