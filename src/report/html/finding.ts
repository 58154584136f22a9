import type { ReportCall, ReportFinding } from '../../model/report.ts';
import { codeAdvice } from '../text/code-advice.ts';
import type { HtmlPage } from './context.ts';
import { evidenceViews, type StepAt } from './evidence.ts';
import type { FindingView } from './page-data.ts';

/** A finding with its sentences and its proof. */
export function findingView(
  finding: ReportFinding,
  page: HtmlPage,
  stepAt?: StepAt,
  severity = finding.severity,
): FindingView {
  const { labels, byId } = page;
  const { rule, status, confidence, title, explanation, fix, evidence, causedBy } = finding;
  const grade =
    status === 'inconclusive' ? labels.statuses[status] : labels.confidences[confidence];
  const cause = causedBy === undefined ? undefined : byId.get(causedBy)?.title;
  return {
    rule,
    tone: severity,
    grade: `${labels.severities[severity]} · ${grade}`,
    title,
    why: explanation,
    causes: [],
    fix,
    evidence: evidenceViews(evidence, page, stepAt),
    ...(cause === undefined ? {} : { causedBy: cause }),
  };
}

/** What its final response says of a failed call that no rule explains. */
export function unexplainedView(call: ReportCall, page: HtmlPage, stepAt?: StepAt): FindingView {
  const { labels, words } = page;
  const { title, why, causes, fix, evidence } = codeAdvice(call, page);
  return {
    rule: words.outcomeOnly(call.outcome),
    tone: 'error',
    grade: `${labels.severities.error} · ${labels.confidences[call.confidence]}`,
    title,
    why,
    causes,
    fix,
    evidence: evidenceViews(evidence, page, stepAt),
  };
}
