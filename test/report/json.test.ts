import { describe, expect, test } from 'vitest';
import { callLineSchema } from '../../src/model/call-line.ts';
import { reportSchema } from '../../src/model/report.ts';
import { jsonFormat } from '../../src/report/json.ts';
import { ndjsonFormat } from '../../src/report/ndjson.ts';
import { CARRIER, makeCall, makeFinding, makeReport, PROXY } from '../helpers/report.ts';

const finding = makeFinding(
  'f1',
  'trying-downstream-silent',
  { elapsedUs: 32_000_000, node: PROXY, silent: CARRIER, copies: 7 },
  { calls: ['c1'] },
);
const hostile = '"\u2028\\ \x1b[2J </script> \ud800';
const report = makeReport({
  calls: [makeCall('c1', { findings: ['f1'], primary: 'f1', from: hostile }), makeCall('c2')],
  findings: [finding],
});

describe('json', () => {
  test('is the document itself, valid by the published schema', () => {
    const text = [...jsonFormat.render(report)].join('');
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(report)));
    expect(reportSchema.parse(JSON.parse(text)).calls).toHaveLength(2);
  });

  test('comes in pieces: none holds more than one call', () => {
    for (const chunk of jsonFormat.render(report)) {
      expect(chunk.match(/"callIds"/g)?.length ?? 0).toBeLessThanOrEqual(2);
    }
    const calls = [...jsonFormat.render(report)].filter((chunk) => chunk.includes('"stage"'));
    expect(calls).toHaveLength(2);
  });

  test('an empty report is valid too', () => {
    const empty = makeReport({ sources: [], start: null, end: null });
    const text = [...jsonFormat.render(empty)].join('');
    expect(reportSchema.parse(JSON.parse(text))).toEqual(empty);
  });
});

describe('ndjson', () => {
  const lines = [...ndjsonFormat.render(report)].join('').trimEnd().split('\n');

  test('is one call a line, each valid on its own', () => {
    expect(lines).toHaveLength(2);
    for (const line of lines) callLineSchema.parse(JSON.parse(line));
  });

  test('a line carries its findings in full', () => {
    const call = callLineSchema.parse(JSON.parse(lines[0] ?? ''));
    expect(call.findings[0]?.title).toBe(finding.title);
    expect(call.primary).toBe('f1');
  });
});
