import type { Report, ReportFinding } from '../../model/report.ts';
import type { Problem } from '../problems.ts';

/** Speaks of the tool itself, not of calls. */
const OWN_RULES: ReadonlySet<string> = new Set(['rule-crashed']);
/** Fields that hold secrets, or tell which products the own house uses. */
const OWN_FIELDS = /^(?:proxy-)?authorization\s*:|^user-agent\s*:|^x-/i;

/** The report without the own names of addresses: beside them, and in front of them in sentences. */
export function withoutNames(report: Report): Report {
  const { names, ...rest } = report;
  if (names === undefined) return report;
  const said = Object.entries(names)
    .map(([address, { name }]) => [`${name} (${address})`, address] as const)
    .sort(([a], [b]) => b.length - a.length);
  const plain = (sentence: string): string =>
    said.reduce((text, [named, address]) => text.replaceAll(named, address), sentence);
  const findings = rest.findings.map((finding) => ({ ...finding, title: plain(finding.title) }));
  return { ...rest, findings };
}

/** Whether what was found may be told to others: seen, and at least likely. */
export function isSure(finding: ReportFinding): boolean {
  return finding.status === 'present' && finding.confidence !== 'possible';
}

/** What others have to do with: calls, or what was found surely. */
export function concernsOthers({ finding, calls }: Problem): boolean {
  if (finding !== undefined && OWN_RULES.has(finding.rule)) return false;
  return calls.length > 0 || (finding !== undefined && isSure(finding));
}

/** The field as received, where it may leave the house. */
export function publicField(field: string | undefined): string {
  return field === undefined || OWN_FIELDS.test(field) ? '' : field;
}
