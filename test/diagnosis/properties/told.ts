import type { Report, ReportFinding } from '../../../src/model/report.ts';

/** Where things were seen, and ids that count findings: all that differs when the same packets come otherwise. */
const PLACES: ReadonlySet<string> = new Set(['at', 'id', 'calls', 'conversations', 'causedBy']);

/** Numbers beyond are times, µs since 1970. */
const FIRST_TIME = 1e15;

interface Options {
  /** Times become those since the first of the report. */
  readonly relative?: boolean;
}

/** What a report says of its calls and other conversations, as sorted lines; findings about captures are left out. */
export function toldOfCalls(report: Report, { relative = false }: Options = {}): string[] {
  const zero = relative ? micros(report.start) : 0;
  const byId = new Map(report.findings.map((finding) => [finding.id, finding]));
  const line = (value: object): string =>
    JSON.stringify(value, (key, inner: unknown) => {
      if (PLACES.has(key)) return undefined;
      if (!relative) return inner;
      if (typeof inner === 'number') return inner > FIRST_TIME ? inner - zero : inner;
      const isTime = typeof inner === 'string' && /^\d{4}-\d\d-\d\dT.*Z$/.test(inner);
      return isTime ? micros(inner) - zero : inner;
    });
  const causeOf = ({ causedBy }: ReportFinding): string => byId.get(causedBy ?? '')?.rule ?? '';
  const findings = report.findings
    .filter(({ scope }) => scope !== 'capture')
    .map((finding) => line({ ...finding, cause: causeOf(finding) }));
  const calls = report.calls.map(
    ({ callIds, outcome, stage, release, confidence, primary, timing }) =>
      line({
        callIds,
        outcome,
        stage,
        release,
        confidence,
        timing,
        primary: byId.get(primary ?? '')?.rule,
      }),
  );
  return [...findings, ...calls].sort();
}

/** Rules that said something about the capture. */
export function rulesOnCaptures({ findings }: Report): Set<string> {
  return new Set(findings.filter(({ scope }) => scope === 'capture').map(({ rule }) => rule));
}

/** µs since 1970. */
function micros(iso: string | null): number {
  if (iso === null) return Number.NaN;
  return Date.parse(`${iso.slice(0, 19)}Z`) * 1000 + Number(iso.slice(20, -1));
}
