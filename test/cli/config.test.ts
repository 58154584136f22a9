import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkNames } from '../../src/cli/check-names.ts';
import { readConfig } from '../../src/cli/config-file.ts';
import { describeError } from '../../src/cli/describe-error.ts';
import { reportSchema } from '../../src/model/report.ts';
import { siptriage } from '../helpers/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'siptriage-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(text: string, name = 'other.json'): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** What the user is told about this file. */
async function complaint(text: string): Promise<string> {
  const path = write(text);
  try {
    checkNames([], await readConfig(path));
  } catch (error) {
    return describeError(error).replace(path, 'FILE');
  }
  return '';
}

describe('the configuration', () => {
  test('is taken as it stands', async () => {
    const config = {
      rules: { 'late-trying': 'off' },
      thresholds: { 'pdd.warn': 8 },
      estate: [{ name: 'carrier A', role: 'trunk', addresses: ['192.0.2.1'] }],
    };
    expect((await readConfig(write(`\uFEFF${JSON.stringify(config)}`)))?.config).toEqual(config);
    expect(await complaint(JSON.stringify(config))).toBe('');
    expect(await complaint('{}')).toBe('');
  });

  test.each([
    ['{"rules":{}', 'FILE: not JSON: '],
    ['[]', 'FILE: Invalid input: expected object'],
    ['{"rule":{}}', 'FILE: Unrecognized key: "rule" (it may have rules, thresholds and estate'],
    ['{"rules":{"late-trying":"of"}}', 'FILE: rules.late-trying: Invalid option: expected one of'],
    ['{"rules":{"late-tryng":"off"}}', 'did you mean late-trying?'],
    ['{"thresholds":{"pdd.warn":"8"}}', 'FILE: thresholds.pdd.warn: Invalid input'],
    ['{"thresholds":{"pdd.wran":8}}', 'did you mean pdd.warn?'],
    ['{"estate":[{"name":"","addresses":["192.0.2.1"]}]}', 'FILE: estate[0].name: '],
    ['{"estate":[{"name":"a","addresses":[]}]}', 'FILE: estate[0].addresses: '],
    ['{"estate":[{"name":"a","addresses":["1.2.3.400"]}]}', '"1.2.3.400" is no address (write'],
    ['{"estate":[{"name":"a","addresses":["192.0.2.1"],"ports":[1]}]}', 'FILE: estate[0]: '],
  ])('%s is refused in one line', async (text, words) => {
    const told = await complaint(text);
    expect(told).toContain(words);
    expect(told).not.toContain('\n');
  });

  test('that is named must be there; the usual one need not', async () => {
    await expect(readConfig(join(folder, 'nowhere.json'))).rejects.toThrow(/no such file/);
    expect(await readConfig(undefined)).toBeNull();
  });

  test('is found in the working directory, and options count before it', async () => {
    const text = { rules: { 'decline-*': 'off' }, thresholds: { 'pdd.notice': 0.1 } };
    write(JSON.stringify(text), 'siptriage.config.json');
    const incident = join(process.cwd(), 'fixtures/incident.pcap');
    const run = async (...args: string[]) => {
      const { stdout } = await siptriage([incident, '--format', 'json', ...args], { cwd: folder });
      return reportSchema.parse(JSON.parse(stdout));
    };
    const found = await run();
    const rules = found.findings.map(({ rule }) => rule);
    expect(rules.some((rule) => rule.startsWith('decline-'))).toBe(false);
    expect(rules).toContain('pdd-slow');
    const changed = await run('--threshold', 'pdd.notice=2.5');
    expect(changed.settings?.thresholds).toEqual({ 'pdd.notice': 2.5 });
    expect((await run('--no-config')).settings).toBeUndefined();
    expect((await run('--config', write('{}'))).settings).toBeUndefined();
  });
});
