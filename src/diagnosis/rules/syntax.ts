import type { Rule } from '../rule.ts';
import { branchNoCookie } from './syntax/branch-no-cookie.ts';
import { contentLengthMismatch } from './syntax/content-length-mismatch.ts';
import { cseqMethodMismatch } from './syntax/cseq-method-mismatch.ts';
import { malformedMessage } from './syntax/malformed-message.ts';
import { missingMandatoryHeader } from './syntax/missing-mandatory-header.ts';
import { uriParamOutsideBrackets } from './syntax/uri-param-outside-brackets.ts';

/** Messages that do not follow the grammar. */
export const SYNTAX_RULES: readonly Rule[] = [
  malformedMessage,
  missingMandatoryHeader,
  contentLengthMismatch,
  cseqMethodMismatch,
  uriParamOutsideBrackets,
  branchNoCookie,
];
