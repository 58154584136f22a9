import type { Page } from '../context.ts';
import { type Line, piece } from '../line.ts';
import { settingNotes } from '../setting-notes.ts';
import { wrap } from '../wrap.ts';

const INDENT = '  ';

/** What was hidden, not looked for, or measured otherwise than usual. */
export function* settingsLines(page: Page): Iterable<Line> {
  const { width } = page;
  for (const text of settingNotes(page)) {
    yield* wrap([piece(text, 'dim')], { width, first: [piece(INDENT)], indent: INDENT.length });
  }
}
