import type { MalformedFault, SyntaxArgs } from '../../model/rule-args.ts';
import type { Severity } from '../../model/vocabulary.ts';

/** One deviation of one message, by the rule that reports it. */
export type SyntaxFault<R extends keyof SyntaxArgs = keyof SyntaxArgs> = {
  [K in R]: {
    readonly rule: K;
    /** How bad it is when the message did not get through; a conversation that worked regardless makes it milder. */
    readonly severity: Severity;
    readonly args: SyntaxArgs[K];
    /** The header field that is at fault, '' when none is. */
    readonly header: string;
  };
}[R];

/** Severity of each kind of malformation: `error` where receivers have to reject (RFC 4475 §3.1.2), else `warning`. */
const SEVERITIES: Readonly<Record<MalformedFault, Severity>> = {
  'start-line-blanks': 'warning',
  'request-uri': 'error',
  version: 'error',
  'version-missing': 'error',
  'status-code': 'error',
  'no-empty-line': 'error',
  'bare-lf': 'warning',
  'line-without-colon': 'error',
  'control-character': 'error',
  'not-utf-8': 'warning',
  'repeated-field': 'error',
  'unbalanced-quotes': 'error',
  'unbalanced-brackets': 'error',
  'blank-in-uri': 'error',
  'display-name': 'warning',
  'no-uri': 'error',
  number: 'error',
  'number-range': 'error',
  date: 'warning',
  'branch-without-id': 'warning',
  grammar: 'warning',
};

/** Longest piece of a message that a finding quotes, in characters. */
const MAX_TEXT = 160;

export function malformed(
  fault: MalformedFault,
  header = '',
  text = '',
  severity: Severity = SEVERITIES[fault],
): SyntaxFault<'malformed-message'> {
  return {
    rule: 'malformed-message',
    severity,
    args: { fault, header, text: clipped(text) },
    header,
  };
}

export function clipped(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
}
