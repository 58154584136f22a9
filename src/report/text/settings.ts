import type { Page } from '../context.ts';
import { type Line, piece } from '../line.ts';
import { wrap } from '../wrap.ts';

const INDENT = '  ';

/** What was not looked for, or measured otherwise than usual. */
export function* settingsLines({ report, words, labels, width }: Page): Iterable<Line> {
  const { settings } = report;
  if (settings === undefined) return;
  const { off, severities, thresholds } = settings;
  const changed = [
    ...Object.entries(severities).map(([rule, grade]) => `${rule}: ${labels.severities[grade]}`),
    ...Object.entries(thresholds).map(([name, value]) => `${name}=${value}`),
  ];
  const lines = [
    off.length === 0 ? '' : words.switchedOff(off.join(', ')),
    changed.length === 0 ? '' : words.setOtherwise(changed.join(', ')),
  ];
  for (const text of lines.filter((line) => line !== '')) {
    yield* wrap([piece(text, 'dim')], { width, first: [piece(INDENT)], indent: INDENT.length });
  }
}
