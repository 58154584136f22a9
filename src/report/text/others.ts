import { OTHER_OUTCOME_CLASS } from '../../model/outcome-class.ts';
import { OTHER_KINDS, OTHER_OUTCOMES } from '../../model/vocabulary.ts';
import type { Page } from '../context.ts';
import { dim, type Line, type Piece, piece } from '../line.ts';
import { OUTCOME_STYLE } from '../outcome-style.ts';
import { wrap } from '../wrap.ts';

const INDENT = 2;

/** What was seen besides calls: a line for each kind, with how its conversations stood in the end. */
export function* otherLines({ report, labels, words, format, width }: Page): Iterable<Line> {
  for (const kind of OTHER_KINDS) {
    const counts = report.totals.others[kind] ?? {};
    const outcomes = OTHER_OUTCOMES.flatMap((outcome) => {
      const count = counts[outcome] ?? 0;
      return count === 0 ? [] : [{ outcome, count }];
    }).sort((a, b) => b.count - a.count);
    if (outcomes.length === 0) continue;
    const all = outcomes.reduce((sum, { count }) => sum + count, 0);
    const line: Piece[] = [dim(`${words.countOthers[kind](all, format.integer(all))}:`)];
    for (const [index, { outcome, count }] of outcomes.entries()) {
      const text = `${format.integer(count)} ${labels.others[outcome]}`;
      const failed = OTHER_OUTCOME_CLASS[outcome] === 'failure';
      line.push(piece(' '), failed ? piece(text, OUTCOME_STYLE.failure) : dim(text));
      if (index < outcomes.length - 1) line.push(dim(','));
    }
    yield* wrap(line, { width, first: [piece(' '.repeat(INDENT))], indent: INDENT });
  }
}
