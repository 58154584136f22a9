/**
 * Prints every error and warning over the shared corpus; with `--diff` only what differs from the reviewed list. Read each
 * difference against the packets before it goes into that list.
 */
import { existsSync, readFileSync } from 'node:fs';
import { corpusFindings, GOLDEN, goldenLines } from '../test/helpers/corpus-findings.ts';

const now = await corpusFindings();
if (process.argv.includes('--diff')) {
  const golden = existsSync(GOLDEN) ? goldenLines(readFileSync(GOLDEN, 'utf8')) : [];
  for (const line of golden.filter((one) => !now.includes(one))) console.log(`- ${line}`);
  for (const line of now.filter((one) => !golden.includes(one))) console.log(`+ ${line}`);
} else {
  console.log(
    '# file, rule, severity, confidence, calls: every line was read against the packets.',
  );
  console.log(now.join('\n'));
}
