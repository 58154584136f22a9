/** What other programs read is valid by their own rules: whole captures, both languages, and a report without anything. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS, toPcap, toText } from '../../fixtures/dsl/index.ts';
import { incident } from '../../fixtures/incident/story.ts';
import { FAMILIES, SCENARIOS } from '../../fixtures/traces/index.ts';
import type { Report } from '../../src/model/report.ts';
import { FORMATS, formatById } from '../../src/report/formats.ts';
import { makeCall, makeReport } from '../helpers/report.ts';
import { reportOf } from '../helpers/session.ts';
import { readMarkdown, readSequence, xmlTree, type XmlElement } from './hostile/read-back.ts';

const LOG = toText(
  FAMILIES.stuck.find(({ shows }) => shows.includes('trying-then-408'))!.trace,
  DIALECTS[0].id,
);
const OPTIONS = { messages: 'all', calls: 'all' } as const;

const REPORTS: [string, Report][] = [
  ['an incident', reportOf([toPcap(incident())], OPTIONS)],
  ['an incident, in Vietnamese', reportOf([toPcap(incident())], { ...OPTIONS, language: 'vi' })],
  ['a log', reportOf([LOG], OPTIONS)],
  [
    'every named trace',
    reportOf(
      SCENARIOS.map(({ trace }) => toPcap(trace)),
      OPTIONS,
    ),
  ],
  ['nothing', makeReport()],
];

const written = (id: string, report: Report): string =>
  [...(formatById(id)?.render(report, { limit: 0 }) ?? [])].join('');

beforeAll(async () => {
  for (const format of FORMATS) await format.load?.();
});

describe('SARIF', () => {
  const schemaFile = createRequire(import.meta.url).resolve(
    '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
  );
  // Draft 4 names its id otherwise; nothing else of it is used that later drafts read differently.
  const {
    $schema: _,
    id: __,
    ...schema
  } = JSON.parse(readFileSync(schemaFile, 'utf8')) as Record<string, unknown>;
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);

  it.each(REPORTS)('of %s is valid by its schema', (_name, report) => {
    const log: unknown = JSON.parse(written('sarif', report));
    validate(log);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('would be found invalid', () => {
    const log = JSON.parse(written('sarif', makeReport())) as { runs: { tool?: unknown }[] };
    delete log.runs[0]!.tool;
    expect(validate(log)).toBe(false);
  });

  it('says where the evidence is: lines of logs, frames and offsets of captures', () => {
    interface Place {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string };
        readonly region?: { readonly startLine?: number; readonly byteOffset?: number };
      };
    }
    const placesOf = (report: Report): Place[] => {
      const log = JSON.parse(written('sarif', report)) as {
        runs: { results: { locations?: Place[] }[] }[];
      };
      return log.runs.flatMap(({ results }) => results).flatMap(({ locations = [] }) => locations);
    };
    const lines = placesOf(REPORTS[2]![1]).map((one) => one.physicalLocation.region?.startLine);
    expect(lines.length).toBeGreaterThan(0);
    const rows = new TextDecoder().decode(LOG).split('\n').length;
    for (const line of lines) expect(line).toBeLessThanOrEqual(rows);
    const [first] = placesOf(REPORTS[0]![1]);
    expect(first?.physicalLocation.region?.byteOffset).toBeGreaterThan(24);
  });
});

/** The common JUnit schema (Jenkins, Ant): what an element may have, and what it must. */
const JUNIT: Readonly<
  Record<string, { attributes: string[]; required: string[]; children: string[] }>
> = {
  testsuites: {
    attributes: ['name', 'time', 'tests', 'failures', 'disabled', 'errors', 'skipped'],
    required: [],
    children: ['testsuite'],
  },
  testsuite: {
    attributes: [
      'name',
      'tests',
      'failures',
      'errors',
      'time',
      'disabled',
      'skipped',
      'timestamp',
      'hostname',
      'id',
      'package',
    ],
    required: ['name', 'tests'],
    children: ['properties', 'testcase', 'system-out', 'system-err'],
  },
  testcase: {
    attributes: ['name', 'assertions', 'time', 'classname', 'status'],
    required: ['name', 'classname'],
    children: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
  },
  failure: { attributes: ['type', 'message'], required: [], children: [] },
  error: { attributes: ['type', 'message'], required: [], children: [] },
  skipped: { attributes: ['type', 'message'], required: [], children: [] },
  'system-out': { attributes: [], required: [], children: [] },
};

function junitFaults({ name, attributes, children }: XmlElement): string[] {
  const rule = JUNIT[name];
  if (rule === undefined) return [`<${name}> is unknown`];
  const given = Object.keys(attributes);
  const order = children.map((child) => rule.children.indexOf(child.name));
  return [
    ...given.filter((one) => !rule.attributes.includes(one)).map((one) => `${name} has ${one}`),
    ...rule.required.filter((one) => !given.includes(one)).map((one) => `${name} lacks ${one}`),
    ...(order.every((one, at) => one >= (order[at - 1] ?? 0)) ? [] : [`${name}: order`]),
    ...children.flatMap(junitFaults),
  ];
}

describe('JUnit', () => {
  it.each(REPORTS)('of %s is what CI servers expect', (_name, report) => {
    const [root] = xmlTree(written('junit', report)).children;
    expect(junitFaults(root!)).toEqual([]);
    const cases = root!.children.flatMap(({ children }) =>
      children.filter(({ name }) => name === 'testcase'),
    );
    const failed = cases.filter(({ children }) => children.some(({ name }) => name === 'failure'));
    expect(root!.attributes['tests']).toBe(String(cases.length));
    expect(root!.attributes['failures']).toBe(String(failed.length));
    const names = cases.map(({ attributes }) => `${attributes['classname']}/${attributes['name']}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('fails the rules with errors, and no others', () => {
    const [, report] = REPORTS[0]!;
    const root = xmlTree(written('junit', report)).children[0]!;
    const failing = root.children[0]!.children.filter(({ children }) =>
      children.some(({ name }) => name === 'failure'),
    ).map(({ attributes }) => attributes['name']);
    const wrong = report.findings.filter(({ severity }) => severity === 'error');
    expect(new Set(failing)).toEqual(new Set(wrong.map(({ rule }) => rule)));
  });
});

describe('CSV', () => {
  it.each(REPORTS)('of %s reads back as it was', (_name, report) => {
    const rows = parse(written('csv', report), { columns: true }) as Record<string, string>[];
    expect(rows.map(({ id }) => id)).toEqual(report.calls.map(({ id }) => id));
    for (const [at, row] of rows.entries()) {
      const call = report.calls[at]!;
      // A number in front of which a spreadsheet would compute has a mark of text.
      expect(row['to']!.replace(/^'/, '')).toBe(call.to);
      expect(row['call_ids']).toBe(call.callIds.join(' '));
      expect(row['code']).toBe(String(call.final?.code ?? ''));
    }
  });

  it('ends each row with CR LF, and quotes what has to be quoted', () => {
    const call = makeCall('c1', { from: 'a,"b"', to: '=1+1', callIds: ['x\ny'] });
    const csv = written('csv', makeReport({ calls: [call] }));
    expect(csv.split('\r\n')).toHaveLength(3);
    const [row] = parse(csv, { columns: true }) as Record<string, string>[];
    expect(row!['from']).toBe('a,"b"');
    expect(row!['to']).toBe("'=1+1");
    expect(row!['call_ids']).not.toContain('\n');
  });
});

describe('NDJSON', () => {
  it.each(REPORTS)('of %s has one call a line', (_name, report) => {
    const lines = written('ndjson', report).split('\n').filter(Boolean);
    const calls = lines.map((line) => JSON.parse(line) as { id?: string });
    expect(calls.map(({ id }) => id)).toEqual(report.calls.map(({ id }) => id));
  });
});

describe('Mermaid diagrams in Markdown', () => {
  it.each(REPORTS)('of %s are read by its own parser', async (_name, report) => {
    const { diagrams } = readMarkdown(written('markdown', report));
    expect(diagrams.length > 0).toBe(report.incidents.length > 0);
    for (const diagram of diagrams) {
      const { actors, messages } = await readSequence(diagram);
      expect(actors.length).toBeGreaterThan(1);
      expect(messages.length).toBeGreaterThan(0);
    }
  });
});

describe('a report of 100,000 calls', () => {
  const CALLS = 100_000;
  const calls = Array.from({ length: CALLS }, (_, at) => makeCall(`c${at + 1}`));
  const large = makeReport({ calls });

  it.each(['csv', 'ndjson'])('is written as %s in constant memory', (id) => {
    let bytes = 0;
    let largest = 0;
    for (const chunk of formatById(id)!.render(large)) {
      bytes += chunk.length;
      largest = Math.max(largest, chunk.length);
    }
    expect(bytes).toBeGreaterThan(CALLS * 100);
    // Nothing is held but the chunk that is being written.
    expect(largest).toBeLessThan(200_000);
  });
});
