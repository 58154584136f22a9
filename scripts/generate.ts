/** Writes the files that are made from other files. `npm run check` fails when this changes any of them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { reportJsonSchema } from '../src/model/report.ts';
import { lintConfig } from './lint-config.ts';

const files: Readonly<Record<string, () => string>> = {
  '.oxlintrc.json': lintConfig,
  'schema/report.schema.json': () => `${JSON.stringify(reportJsonSchema(), null, 2)}\n`,
};

for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text());
}
