import type { Trace } from '../../fixtures/dsl/index.ts';
import type { Judged } from '../../src/call/types.ts';
import type { SyntaxRule } from '../../src/diagnosis/facts/syntax.ts';
import type { Finding, Rule, RuleContext } from '../../src/diagnosis/rule.ts';
import { branchNoCookie } from '../../src/diagnosis/rules/syntax/branch-no-cookie.ts';
import { contentLengthMismatch } from '../../src/diagnosis/rules/syntax/content-length-mismatch.ts';
import { cseqMethodMismatch } from '../../src/diagnosis/rules/syntax/cseq-method-mismatch.ts';
import { malformedMessage } from '../../src/diagnosis/rules/syntax/malformed-message.ts';
import { missingMandatoryHeader } from '../../src/diagnosis/rules/syntax/missing-mandatory-header.ts';
import { uriParamOutsideBrackets } from '../../src/diagnosis/rules/syntax/uri-param-outside-brackets.ts';
import { judged } from './judged.ts';

export const SYNTAX_RULES: readonly Rule<SyntaxRule>[] = [
  branchNoCookie,
  contentLengthMismatch,
  cseqMethodMismatch,
  malformedMessage,
  missingMandatoryHeader,
  uriParamOutsideBrackets,
];

/** Syntax asks nothing about the capture. */
const CONTEXT = {} as RuleContext;

/** What the syntax rules say about a conversation. */
export function syntaxFindings(conversation: Judged): Finding<SyntaxRule>[] {
  return SYNTAX_RULES.filter((rule) => rule.applies(conversation)).flatMap((rule) => [
    ...rule.check(conversation, CONTEXT),
  ]);
}

/** What one syntax rule says about a flow. */
export function syntaxFindingsOf<R extends SyntaxRule>(trace: Trace, rule: R): Finding<R>[] {
  return judged(trace)
    .flatMap(syntaxFindings)
    .filter((finding): finding is Finding<R> => finding.rule === rule);
}
