import type { Twin } from '../../model/report.ts';
import type { Page } from '../context.ts';
import { twinTitle } from '../text/incident.ts';
import { fenced, prose } from './gate.ts';

/** What differs between the INVITE that failed and one that worked, as a diff: `-` failed, `+` worked. */
export function* twinLines(twin: Twin, page: Page): Iterable<string> {
  const { words, format } = page;
  const { differences, moreDifferences } = twin;
  yield `${prose(twinTitle(twin, page))}\n`;
  if (differences.length === 0) return;
  const named = (name: string, value: string): string =>
    value.toLowerCase().startsWith(name.toLowerCase()) ? value : `${name}: ${value}`;
  const lines = differences.flatMap(({ name, failed, worked }) => [
    ...(failed === null ? [] : [`- ${named(name, failed)}`]),
    ...(worked === null ? [] : [`+ ${named(name, worked)}`]),
  ]);
  yield fenced(lines, 'diff');
  if (moreDifferences > 0) {
    const more = words.incident.moreDifferences(moreDifferences, format.integer(moreDifferences));
    yield `${prose(more)}\n`;
  }
}
