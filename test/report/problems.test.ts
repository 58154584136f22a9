import { describe, expect, test } from 'vitest';
import type { Report, ReportCall } from '../../src/model/report.ts';
import { problemsOf } from '../../src/report/problems.ts';
import { at, CARRIER, makeCall, makeFinding, makeReport, PROXY } from '../helpers/report.ts';

const silent = (id: string, call: string) =>
  makeFinding(
    id,
    'trying-downstream-silent',
    { elapsedUs: 32e6, node: PROXY, silent: CARRIER, copies: 7 },
    { calls: [call] },
  );

const failed = (id: string, finding: string, part: Partial<ReportCall> = {}) =>
  makeCall(id, { outcome: 'failed-timeout', findings: [finding], primary: finding, ...part });

describe('problems', () => {
  test('calls that look the same are told once', () => {
    const report = makeReport({
      calls: [failed('c1', 'f1', { start: at(0) }), failed('c2', 'f2', { start: at(5e6) })],
      findings: [silent('f1', 'c1'), silent('f2', 'c2')],
    });
    const [problem, ...others] = problemsOf(report);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ calls: ['c1', 'c2'], count: 2, first: at(0), last: at(5e6) });
  });

  test('an incident speaks for its calls through its representative', () => {
    const report = makeReport({
      calls: [failed('c1', 'f1'), failed('c2', 'f2')],
      findings: [silent('f1', 'c1'), { ...silent('f2', 'c2'), title: 'worded otherwise' }],
      incidents: [
        {
          id: 'i1',
          of: 'call',
          rule: 'trying-downstream-silent',
          signature: 's',
          severity: 'error',
          calls: ['c1', 'c2'],
          first: at(0),
          last: at(0),
          share: 1,
          window: { attempts: 2, affected: 2 },
          scope: [],
          histogram: null,
          representative: 'c2',
        },
      ],
    });
    expect(problemsOf(report)).toMatchObject([
      { count: 2, call: { id: 'c2' }, finding: { id: 'f2' } },
    ]);
  });

  test('a note as the reason does not hide what is worse, unless that follows from a problem', () => {
    const note = makeFinding('f1', 'decline-607', { node: CARRIER }, { severity: 'info' });
    const dead = { ...silent('f2', 'c1'), severity: 'warning' as const, scope: 'leg' as const };
    const call: Partial<ReportCall> = {
      outcome: 'no-answer',
      findings: ['f1', 'f2'],
      primary: 'f1',
    };
    const report = makeReport({ calls: [makeCall('c1', call)], findings: [note, dead] });
    expect(problemsOf(report)).toMatchObject([
      { severity: 'warning', finding: { id: 'f2' }, calls: ['c1'] },
    ]);
    const cause = { ...silent('f3', 'c2'), scope: 'endpoint' as const };
    const effect = { ...dead, causedBy: 'f3' };
    const explained = makeReport({
      calls: [makeCall('c1', call)],
      findings: [note, effect, cause],
    });
    expect(problemsOf(explained)).toMatchObject([{ finding: { id: 'f3' }, calls: [] }]);
  });

  test('of an endpoint are told even when they name a call that went well', () => {
    const lost = { ...silent('f1', 'c1'), scope: 'endpoint' as const };
    const calm = makeReport({ calls: [makeCall('c1')], findings: [lost] });
    expect(problemsOf(calm)).toMatchObject([{ finding: { id: 'f1' }, calls: [] }]);
    const cited = makeReport({ calls: [failed('c1', 'f1')], findings: [lost] });
    expect(problemsOf(cited)).toMatchObject([{ finding: { id: 'f1' }, calls: ['c1'] }]);
  });

  test('worst first: severity, then how often', () => {
    const late = (id: string, call: string) =>
      makeFinding(
        id,
        'late-trying',
        { node: PROXY, delayUs: 7e5, copies: 2 },
        { severity: 'warning', calls: [call] },
      );
    const report = makeReport({
      calls: [
        makeCall('w1', { findings: ['l1'], primary: 'l1' }),
        makeCall('w2', { findings: ['l2'], primary: 'l2' }),
        failed('e1', 'f1'),
      ],
      findings: [late('l1', 'w1'), late('l2', 'w2'), silent('f1', 'e1')],
    });
    expect(problemsOf(report).map(({ severity, count }) => [severity, count])).toEqual([
      ['error', 1],
      ['warning', 2],
    ]);
  });

  test('a failure that no rule explains is still a problem, folded by its code', () => {
    const unknown = (id: string) =>
      makeCall(id, { outcome: 'failed-number', final: { code: 404, phrase: 'Not Found' } });
    const report = makeReport({ calls: [unknown('c1'), unknown('c2'), makeCall('c3')] });
    const [problem, ...others] = problemsOf(report);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ severity: 'error', count: 2 });
    expect(problem?.finding).toBeUndefined();
  });

  test('notes, busy lines and unfinished calls are no problems', () => {
    const human = makeFinding(
      'f1',
      'decline-human',
      { ringUs: 6e6, node: CARRIER, agent: '' },
      { severity: 'info', calls: ['c1'] },
    );
    const report: Report = makeReport({
      calls: [
        makeCall('c1', { outcome: 'declined-user', findings: ['f1'], primary: 'f1' }),
        makeCall('c2', { outcome: 'busy' }),
        makeCall('c3', { outcome: 'incomplete-pending' }),
      ],
      findings: [human],
    });
    expect(problemsOf(report)).toEqual([]);
  });

  test('findings without a call are folded by rule', () => {
    const odd = (id: string, header: string) =>
      makeFinding(
        id,
        'malformed-message',
        { fault: 'grammar', header, text: '' },
        { scope: 'message' },
      );
    const report = makeReport({ findings: [odd('f1', 'From'), odd('f2', 'Via')] });
    expect(problemsOf(report)).toMatchObject([{ count: 2, calls: [] }]);
  });
});
