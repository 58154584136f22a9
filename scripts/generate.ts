/** Writes the files that are made from other files. `npm run check` fails when this changes any of them. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { reportJsonSchema } from '../src/model/report.ts';
import { configSchemaText } from './config-schema.ts';
import { lintConfig } from './lint-config.ts';
import { RULE_PAGES, rulePages } from './rule-pages.ts';
import { viewerModule } from './viewer.ts';

const files: Readonly<Record<string, string>> = {
  '.oxlintrc.json': lintConfig(),
  'src/report/html/bundle.ts': await viewerModule(),
  'schema/config.schema.json': configSchemaText(),
  'schema/report.schema.json': `${JSON.stringify(reportJsonSchema(), null, 2)}\n`,
  ...(await rulePages()),
};

for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
// A rule that is gone leaves no page behind.
for (const name of readdirSync(RULE_PAGES)) {
  const path = join(RULE_PAGES, name);
  if (files[path] === undefined) rmSync(path);
}
