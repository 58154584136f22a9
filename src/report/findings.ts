import type { Report, ReportCall, ReportFinding } from '../model/report.ts';

export type FindingsById = ReadonlyMap<string, ReportFinding>;

const known = new WeakMap<Report['findings'], FindingsById>();

/** Made once for each report: every call of it asks. */
export function findingsById({ findings }: Report): FindingsById {
  let byId = known.get(findings);
  if (byId === undefined) {
    byId = new Map(findings.map((finding) => [finding.id, finding]));
    known.set(findings, byId);
  }
  return byId;
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

/** Follows from something that is told as a problem itself. */
export function isConsequence(finding: ReportFinding, byId: FindingsById): boolean {
  let root = finding;
  for (let steps = byId.size; root.causedBy !== undefined && steps > 0; steps -= 1) {
    const cause = byId.get(root.causedBy);
    if (cause === undefined) break;
    root = cause;
  }
  return root !== finding && root.severity !== 'info';
}

export function primaryOf(call: ReportCall, byId: FindingsById): ReportFinding | undefined {
  return call.primary === null ? undefined : byId.get(call.primary);
}
