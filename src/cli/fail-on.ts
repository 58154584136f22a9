import { RULE_IDS } from '../catalog/rule-texts.ts';
import type { Report } from '../model/report.ts';
import { problemsOf } from '../report/problems.ts';
import { UsageError } from './usage-error.ts';

/** What `--fail-on` says of itself. */
export const FAIL_ON_HELP =
  'exit 1 on a finding this bad (error, warning) or of this rule; a failed call that no rule explains is an error';

export type FailOn = (report: Report) => boolean;

const worseThan =
  (severities: readonly string[]): FailOn =>
  (report) =>
    report.findings.some(({ severity }) => severities.includes(severity)) ||
    problemsOf(report).some(({ severity }) => severities.includes(severity));

const LEVELS: Readonly<Record<string, FailOn>> = {
  error: worseThan(['error']),
  warning: worseThan(['error', 'warning']),
};

/** The condition of `--fail-on`: a severity (or worse), or one rule. */
export function parseFailOn(value: string): FailOn {
  const level = LEVELS[value];
  if (level !== undefined) return level;
  if (RULE_IDS.some((id) => id === value)) {
    return (report) => report.findings.some(({ rule }) => rule === value);
  }
  throw new UsageError(
    `--fail-on ${value}: neither error, warning nor a rule`,
    '"siptriage rules" lists the rules',
  );
}
