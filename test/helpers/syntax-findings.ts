import type { Trace } from '../../fixtures/dsl/index.ts';
import type { Judged } from '../../src/call/types.ts';
import type { SyntaxRule } from '../../src/diagnosis/facts/syntax.ts';
import type { Finding, RuleContext } from '../../src/diagnosis/rule.ts';
import { SYNTAX_RULES } from '../../src/diagnosis/rules/syntax.ts';
import { DEFAULT_THRESHOLDS } from '../../src/diagnosis/thresholds.ts';
import { ALL_SEEN, judged } from './judged.ts';

/** Syntax asks nothing more about the capture. */
const CONTEXT = { surroundings: ALL_SEEN, thresholds: DEFAULT_THRESHOLDS } as RuleContext;

/** What the syntax rules say about a conversation. */
export function syntaxFindings(conversation: Judged): Finding<SyntaxRule>[] {
  const asked = SYNTAX_RULES.filter((rule) => rule.applies?.(conversation) !== false);
  return asked.flatMap((rule) => [...rule.check(conversation, CONTEXT)] as Finding<SyntaxRule>[]);
}

/** What one syntax rule says about a flow. */
export function syntaxFindingsOf<R extends SyntaxRule>(trace: Trace, rule: R): Finding<R>[] {
  return judged(trace)
    .flatMap(syntaxFindings)
    .filter((finding): finding is Finding<R> => finding.rule === rule);
}
