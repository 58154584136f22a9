/** RFC 4475 and RFC 5118: every message is shown, with a finding where the RFC calls it invalid and none where valid. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { readMessage } from '../../src/sip/read.ts';
import { loadGrammar, syntaxFaults } from '../../src/sip/syntax.ts';
import { judgedMessages } from '../helpers/judged.ts';
import { SYNTAX_RULES } from '../../src/diagnosis/rules/syntax.ts';
import { syntaxFindings } from '../helpers/syntax-findings.ts';
import { RFC_4475, RFC_5118, type Expectation } from './torture-expected.ts';

const TORTURE = fileURLToPath(new URL('../../../shared/corpus/torture/', import.meta.url));
const present = existsSync(TORTURE);

if (!present)
  console.log(`${TORTURE} does not exist here: no torture message is tested in this run`);

beforeAll(loadGrammar);

const SUITES: readonly [folder: string, expected: Readonly<Record<string, Expectation>>][] = [
  ['rfc4475', RFC_4475],
  ['rfc5118', RFC_5118],
];

describe.runIf(present).each(SUITES)('%s', (folder, expected) => {
  it('has a row for every message', () => {
    expect(Object.keys(expected).toSorted()).toEqual(readdirSync(join(TORTURE, folder)).toSorted());
  });

  it.each(Object.entries(expected))('%s', (file, { verdict, findings, notes = [] }) => {
    const bytes = new Uint8Array(readFileSync(join(TORTURE, folder, file)));
    const message = readMessage(bytes, 0, bytes.length);
    if (message === null) throw new Error(`${file} is not shown`);
    const found = syntaxFindings(judgedMessages([message]));
    const grave = found.filter(({ severity }) => severity !== 'info').map(({ rule }) => rule);
    if (verdict === 'invalid') expect(grave).toEqual(expect.arrayContaining([...findings]));
    else expect(grave.toSorted()).toEqual(findings.toSorted());
    if (verdict === 'invalid') return;
    const light = found.filter(({ severity }) => severity === 'info').map(({ rule }) => rule);
    expect(light).toEqual(notes);
  });
});

describe.runIf(present)('every other torture file', () => {
  const files = present
    ? readdirSync(TORTURE, { recursive: true, encoding: 'utf8' }).filter((name) =>
        statSync(join(TORTURE, name)).isFile(),
      )
    : [];

  it.each(files)('%s is read and checked without an exception', (name) => {
    const bytes = new Uint8Array(readFileSync(join(TORTURE, name)));
    const message = readMessage(bytes, 0, bytes.length);
    const faults = message === null ? [] : syntaxFaults(message);
    for (const { rule } of faults) expect(SYNTAX_RULES.map(({ id }) => id)).toContain(rule);
  });
});
