import { OUTCOME_CLASS } from '../../model/outcome-class.ts';
import type { Evidence, ReportCall, ReportFinding } from '../../model/report.ts';
import type { Page } from '../context.ts';
import { codeAdvice } from '../text/code-advice.ts';
import type { SarifResult } from './builder.ts';
import { locationsOf, sentenceOf } from './location.ts';
import { levelOf } from './rule.ts';
import { sarifText } from './text.ts';

/** Evidence, calls and Call-IDs that one result names. */
const MAX_LOCATIONS = 50;
const MAX_CALLS = 100;

const join = (...sentences: readonly string[]): string =>
  sentences.filter((text) => text !== '').join(' ');

/** The first place is where it was seen; all others belong to it. */
function places(
  evidence: readonly Evidence[],
  page: Page,
): Pick<SarifResult, 'locations' | 'relatedLocations'> {
  const [first, ...rest] = locationsOf(evidence.slice(0, MAX_LOCATIONS), page);
  if (first === undefined) return { locations: [] };
  const related = rest.map((location, at) => ({ ...location, id: at + 1 }));
  return { locations: [first], ...(related.length > 0 ? { relatedLocations: related } : {}) };
}

function callFacts(calls: readonly ReportCall[]): Record<string, unknown> {
  if (calls.length === 0) return {};
  const callIds = calls.flatMap((call) => call.callIds).slice(0, MAX_CALLS);
  const [first] = calls;
  return {
    calls: calls.slice(0, MAX_CALLS).map(({ id }) => id),
    callIds: callIds.map(sarifText),
    from: sarifText(first?.from ?? ''),
    to: sarifText(first?.to ?? ''),
    outcome: first?.outcome,
  };
}

/** What tells two runs that they found the same: the rule and the calls, without what the capture adds. */
function fingerprint(rule: string, calls: readonly ReportCall[], title: string): string {
  return sarifText(`${rule} ${calls[0]?.callIds[0] ?? title}`).slice(0, 300);
}

export function findingResult(
  finding: ReportFinding,
  calls: readonly ReportCall[],
  page: Page,
): SarifResult {
  const { rule, severity, title, explanation, fix, evidence } = finding;
  const silences = evidence.filter(({ kind }) => kind === 'silence');
  return {
    ruleId: sarifText(rule),
    level: levelOf(severity),
    message: { text: sarifText(join(title, explanation)) },
    ...places(evidence, page),
    partialFingerprints: { 'siptriage/1': fingerprint(rule, calls, title) },
    properties: {
      finding: finding.id,
      confidence: finding.confidence,
      status: finding.status,
      scope: finding.scope,
      fix: fix.map(sarifText),
      ...(silences.length === 0
        ? {}
        : { silences: silences.map((one) => sarifText(sentenceOf(one, page))) }),
      ...(finding.causedBy === undefined ? {} : { causedBy: finding.causedBy }),
      ...callFacts(calls),
    },
  };
}

/** Whether a call failed and nothing was found out about it. */
export function isUnexplained({ outcome, findings }: ReportCall): boolean {
  return OUTCOME_CLASS[outcome] === 'failure' && findings.length === 0;
}

export function callResult(call: ReportCall, page: Page): SarifResult {
  const { title, why, fix, evidence } = codeAdvice(call, page);
  return {
    ruleId: call.outcome,
    level: 'error',
    message: { text: sarifText(join(title, why)) },
    ...places(evidence, page),
    partialFingerprints: { 'siptriage/1': fingerprint(call.outcome, [call], title) },
    properties: { confidence: call.confidence, fix: fix.map(sarifText), ...callFacts([call]) },
  };
}
