import type { RuleId } from '../../model/rule-args.ts';
import type { Severity } from '../../model/vocabulary.ts';
import type { Finding, RuleContext, Tier } from '../rule.ts';
import type { CaptureNotes } from './notes.ts';

/** A call in the report; its id is given at the very end. */
export interface CallMark {
  readonly id: string;
}

/** A finding about a source or an endpoint, and the calls that it touches. */
export interface CaptureFinding<R extends RuleId = RuleId> extends Finding<R> {
  readonly scope: 'capture' | 'endpoint' | 'registration';
  readonly calls: readonly CallMark[];
  /** … and the conversations that are no calls. */
  readonly conversations?: readonly CallMark[];
}

/** A rule about what was captured rather than about one conversation; asked once, when everything else was judged. */
export interface CaptureRule<R extends RuleId = RuleId> {
  readonly id: R;
  /** The severity it has at worst. */
  readonly severity: Severity;
  readonly tier: Tier;
  check(notes: CaptureNotes, context: RuleContext): readonly CaptureFinding<R>[];
}
