/**
 * The reviewed reports of the stories in `fixtures/incidents/`, in every format: prints the names of those that changed, with
 * `--diff` also the lines; `--write` takes the changes over. Read each difference first.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { STORIES } from '../fixtures/incidents/index.ts';
import { changedLines, GOLDEN, goldenReports } from '../test/golden/golden.ts';

const write = process.argv.includes('--write');
const diff = process.argv.includes('--diff');

/** `now` is null for a report that is made no more. */
function tell(name: string, now: string | null): void {
  const path = join(GOLDEN, name);
  const before = existsSync(path) ? readFileSync(path, 'utf8') : null;
  if (before === now) return;
  console.log(`${before === null ? 'new' : now === null ? 'gone' : 'changed'}: ${name}`);
  if (diff) for (const line of changedLines(before ?? '', now ?? '')) console.log(`  ${line}`);
  if (!write) return;
  if (now === null) rmSync(path);
  else writeFileSync(path, now);
}

const made = new Set<string>();
for (const story of Object.keys(STORIES)) {
  for (const [name, text] of await goldenReports(story)) {
    made.add(name);
    tell(name, text);
  }
}
for (const name of readdirSync(GOLDEN)) {
  if (name.endsWith('.golden') && !made.has(name)) tell(name, null);
}
