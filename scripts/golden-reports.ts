/**
 * The reviewed reports of the stories in `fixtures/incidents/`, in every format: prints the names of those that changed;
 * `--write` takes the changes over. Read each difference first.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { STORIES } from '../fixtures/incidents/index.ts';
import { GOLDEN, goldenReports } from '../test/golden/golden.ts';

const write = process.argv.includes('--write');
const made = new Set<string>();
for (const story of Object.keys(STORIES)) {
  for (const [name, text] of await goldenReports(story)) {
    made.add(name);
    const path = join(GOLDEN, name);
    if (existsSync(path) && readFileSync(path, 'utf8') === text) continue;
    console.log(`${existsSync(path) ? 'changed' : 'new'}: ${name}`);
    if (write) writeFileSync(path, text);
  }
}
for (const name of readdirSync(GOLDEN)) {
  if (!name.endsWith('.golden') || made.has(name)) continue;
  console.log(`gone: ${name}`);
  if (write) rmSync(join(GOLDEN, name));
}
