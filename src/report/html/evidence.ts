import type { Evidence, Locator } from '../../model/report.ts';
import { named } from '../named.ts';
import { place } from '../place.ts';
import { elapsedBetween } from '../time.ts';
import type { HtmlPage } from './context.ts';
import type { EvidenceView } from './page-data.ts';

/** Rows of one finding that the page shows; the JSON report has all. */
const MAX_ROWS = 12;

/** Finds the ladder row that shows what lies at a place; undefined where none does. */
export type StepAt = (at: Locator) => number | undefined;

const nowhere: StepAt = () => undefined;

function since(time: string | null, origin: string | null, { format }: HtmlPage): string {
  const us = time === origin ? null : elapsedBetween(origin, time);
  if (us === null) return format.clock(time);
  return us < 0 ? format.duration(us) : `+${format.duration(us)}`;
}

function view(one: Evidence, origin: string | null, page: HtmlPage, stepAt: StepAt): EvidenceView {
  const { report, words, format } = page;
  if (one.kind === 'silence') {
    const us = elapsedBetween(one.since, one.until);
    const awaited = words.awaited[one.awaited] ?? one.awaited;
    const duration = us === null ? '' : format.duration(us);
    const what = words.silence(awaited, named(one.from, report), duration);
    return { place: '', when: since(one.until, origin, page), what, route: '', silence: true };
  }
  const where = place(one.at, page);
  const step = stepAt(one.at);
  const link = step === undefined ? {} : { step };
  if (one.kind === 'counter') {
    const what = `${format.integer(one.value)} × ${one.what}`;
    return { place: where, when: '', what, route: '', ...link };
  }
  const copies = one.copies !== undefined && one.copies > 1 ? ` ×${one.copies}` : '';
  const field = one.kind === 'message' && one.field !== undefined ? { field: one.field } : {};
  return {
    place: where,
    when: since(one.time, origin, page),
    what: one.what + copies,
    route: `${named(one.from, report)} → ${named(one.to, report)}`,
    ...field,
    ...link,
  };
}

/** The proof of a finding, times counted from its first row. */
export function evidenceViews(
  all: readonly Evidence[],
  page: HtmlPage,
  stepAt: StepAt = nowhere,
): EvidenceView[] {
  const [first] = all;
  const origin =
    first === undefined || first.kind === 'counter'
      ? null
      : first.kind === 'silence'
        ? first.since
        : first.time;
  const shown = all.length > MAX_ROWS ? [...all.slice(0, MAX_ROWS - 4), ...all.slice(-3)] : all;
  const rows = shown.map((one) => view(one, origin, page, stepAt));
  const hidden = all.length - shown.length;
  if (hidden > 0) {
    const what = `⋮ ${page.words.moreEvidence(hidden, page.format.integer(hidden))}`;
    rows.splice(MAX_ROWS - 4, 0, { place: '', when: '', what, route: '' });
  }
  return rows;
}
