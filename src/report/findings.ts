import type { Report, ReportCall, ReportFinding } from '../model/report.ts';

export type FindingsById = ReadonlyMap<string, ReportFinding>;

export function findingsById(report: Report): FindingsById {
  return new Map(report.findings.map((finding) => [finding.id, finding]));
}

/** A call's findings in the order of the call. */
export function findingsOf(call: ReportCall, byId: FindingsById): ReportFinding[] {
  const found: ReportFinding[] = [];
  for (const id of call.findings) {
    const finding = byId.get(id);
    if (finding !== undefined) found.push(finding);
  }
  return found;
}

export function primaryOf(call: ReportCall, byId: FindingsById): ReportFinding | undefined {
  return call.primary === null ? undefined : byId.get(call.primary);
}
