import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { renderCalls } from '../../src/report/calls.ts';
import { displayWidth } from '../../src/report/width.ts';
import { at, makeCall, makeFinding, makeReport } from '../helpers/report.ts';

const lines = (report: Report, width = Number.POSITIVE_INFINITY): string[] =>
  [...renderCalls(report, { width })].join('').trimEnd().split('\n');

const report = makeReport({
  calls: [
    makeCall('c1', { start: at(1_250_000) }),
    makeCall('c2', {
      outcome: 'declined-user',
      final: { code: 603, phrase: 'Decline' },
      timing: { pddMs: 900, ringMs: 6200, talkMs: null, elapsedMs: 7100 },
      findings: ['f1'],
      primary: 'f1',
    }),
    makeCall('c3', {
      from: '李雷@example.com',
      final: null,
      timing: { pddMs: null, ringMs: null, talkMs: 3_723_000, elapsedMs: 1 },
    }),
  ],
  findings: [
    makeFinding(
      'f1',
      'decline-human',
      { ringUs: 6.2e6, node: 'n', agent: '' },
      { severity: 'info' },
    ),
  ],
});

describe('the call list', () => {
  test('has one line per call, nothing cut where there is room', () => {
    const [head = '', first = '', second = '', third = ''] = lines(report);
    expect(head).toMatch(/^time +from +to +outcome +code +PDD +talk +rule$/);
    expect(first).toMatch(
      /^09:30:01\.250 +alice@example\.com +\+84901234567@carrier\.example +answered +200 +1\.2 s +1:01$/,
    );
    expect(second).toMatch(/declined-user +603 +900 ms +decline-human$/);
    expect(third).toMatch(/1:02:03$/);
  });

  test.each([60, 80, 100])('fits into %d columns', (width) => {
    for (const line of lines(report, width)) expect(displayWidth(line)).toBeLessThanOrEqual(width);
  });

  test('keeps columns in line behind wide characters', () => {
    const [head = '', , , third = ''] = lines(report);
    const column = head.indexOf('outcome');
    const before = third.slice(0, third.indexOf('answered'));
    expect(displayWidth(before)).toBe(column);
  });

  test('shows the date when the capture spans days', () => {
    const long = { ...report, end: '2026-11-24T00:00:00.000000Z' };
    expect(lines(long)[1]).toMatch(/^2026-11-22 09:30:01\.250 /);
  });

  test('neutralises hostile cells', () => {
    const hostile = makeReport({ calls: [makeCall('c1', { from: 'a\x1b[2J\nb' })] });
    expect(lines(hostile)).toHaveLength(2);
    expect(lines(hostile)[1]).toContain('a\\x1b[2J\\nb');
  });

  test('streams: a long list comes in several chunks', () => {
    const many = makeReport({ calls: Array.from({ length: 1000 }, (_, n) => makeCall(`c${n}`)) });
    const chunks = [...renderCalls(many)];
    expect(chunks.length).toBeGreaterThan(3);
    expect(chunks.join('').trimEnd().split('\n')).toHaveLength(1001);
  });

  test('says so when there is none', () => {
    expect(lines(makeReport())).toEqual(['No call matches.']);
  });
});
