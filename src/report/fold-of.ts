import type { ReportFinding } from '../model/report.ts';

/** Equal for findings that may be counted in one line: of one rule, and about the same missing header fields. */
export function foldOf({ rule, args }: ReportFinding): string {
  const { headers, code } = args as Readonly<Record<string, unknown>>;
  return Array.isArray(headers) ? `${rule} ${headers.join(' ')} ${String(code)}` : rule;
}
