import { EXPLAIN_WORDS } from '../../catalog/explain-words.ts';
import type { HtmlPage } from './context.ts';
import type { CodeView, FactView } from './page-data.ts';

/** What every response that occurs means, failures first. */
export function codeViews({ report, format }: HtmlPage): CodeView[] {
  const words = EXPLAIN_WORDS[report.language];
  const codes = Object.entries(report.catalog).filter(
    ([code]) => (report.totals.responses[code] ?? 0) > 0,
  );
  return codes
    .sort(
      ([a], [b]) => Number(Number(b) >= 400) - Number(Number(a) >= 400) || Number(a) - Number(b),
    )
    .map(([code, entry]) => ({
      code,
      phrase: entry.phrase,
      count: format.integer(report.totals.responses[code] ?? 0),
      label: entry.label,
      meaning: entry.meaning,
      when: entry.when,
      causes: entry.causes,
      fix: (['caller', 'operator', 'callee'] as const).flatMap((owner): FactView[] =>
        entry.fix[owner].length === 0
          ? []
          : [{ label: words.owners[owner], value: entry.fix[owner].join(' · ') }],
      ),
      reference: entry.reference,
    }));
}
