import type { Locator } from '../model/report.ts';
import type { Page } from './context.ts';

/** `#12` for a frame, `L12` for a line; `2:#12` when the report has several sources. */
export function place(at: Locator, page: Page): string {
  const source = page.report.sources.length > 1 ? `${at.source + 1}:` : '';
  if (at.frame !== undefined) return `${source}#${at.frame}`;
  if (at.line !== undefined) return `${source}L${at.line}`;
  return at.offset === undefined ? '' : `${source}@${at.offset}`;
}
