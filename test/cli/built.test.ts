import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { markdownFormat } from '../../src/report/markdown.ts';
import { siptriage } from '../helpers/command.ts';

const INCIDENT = 'fixtures/incident.pcap';

it.each(['en', 'vi'] as const)('tells what the sources tell (%s)', async (language) => {
  const { stdout } = await siptriage([
    ...['report', INCIDENT, '--lang', language, '--format', 'markdown', '-o', '-'],
  ]);
  const report = await analyze(INCIDENT, { ...markdownFormat.needs, language });
  expect(stdout).toBe([...markdownFormat.render(report, {})].join(''));
});

it('is a script of ASCII alone, as it is read byte by byte', () => {
  // eslint-disable-next-line no-control-regex
  expect(/[^\0-\x7f]/.exec(readFileSync('dist/command/main.cjs', 'latin1'))).toBeNull();
});
