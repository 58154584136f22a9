import { describe, expect, test } from 'vitest';
import { filterCalls, parseWhere, whereHelp } from '../../src/cli/where.ts';
import { makeCall, makeFinding, makeReport } from '../helpers/report.ts';

const report = makeReport({
  calls: [
    makeCall('c1', {
      to: 'sip:+84901@x',
      outcome: 'failed-timeout',
      final: { code: 408, phrase: 'Request Timeout' },
      findings: ['f1'],
      primary: 'f1',
    }),
    makeCall('c2', {
      to: 'bob@x',
      outcome: 'declined-user',
      final: { code: 603, phrase: 'Decline', reason: 'Q.850;cause=21' },
    }),
    makeCall('c3', {
      to: 'carol@x',
      final: null,
      outcome: 'incomplete-pending',
      timing: { pddMs: null, ringMs: null, talkMs: null, elapsedMs: 45_000 },
    }),
  ],
  findings: [makeFinding('f1', 'trying-capture-ended', { elapsedUs: 1, node: 'n' })],
});

const ids = (...expressions: string[]): string[] =>
  filterCalls(report, expressions.map(parseWhere)).calls.map(({ id }) => id);

describe('--where', () => {
  test.each([
    ['outcome=failed-timeout', ['c1']],
    ['outcome=FAILED-*', ['c1']],
    ['outcome!=failed-timeout', ['c2', 'c3']],
    ['code=603', ['c2']],
    ['code=6xx', ['c2']],
    ['code>=400', ['c1', 'c2']],
    ['code=408.0', ['c1']],
    ['to~+84', ['c1']],
    ['to!~+84', ['c2', 'c3']],
    ['rule=trying-*', ['c1']],
    ['rule!=trying-*', ['c2', 'c3']],
    ['severity=error', ['c1']],
    ['reason~cause=21', ['c2']],
    ['elapsed>44.5', ['c1', 'c2', 'c3']],
    ['pdd<2', ['c1', 'c2']],
    ['start>=2026-11-22T09', ['c1', 'c2', 'c3']],
    ['start<2026-11-22T09:30', []],
    ['call-id~c3@', ['c3']],
    [' id = c2 ', ['c2']],
  ])('%s', (expression, expected) => {
    expect(ids(expression)).toEqual(expected);
  });

  test('several conditions must all hold', () => {
    expect(ids('code>=400', 'to~+84')).toEqual(['c1']);
  });

  test('text is text: no pattern of its own', () => {
    expect(ids('to=bob@.')).toEqual([]);
    expect(ids('to~(')).toEqual([]);
  });

  test.each(['outcome', 'nonsense=1', '=603', 'constructor=1', 'code==', ''])(
    '"%s" is wrong usage',
    (text) => {
      if (text === 'code==') expect(ids(text)).toEqual([]);
      else expect(() => parseWhere(text)).toThrow(/not a condition/);
    },
  );

  test.each([
    ['pdd>abc', /"abc" is no number/, 'write pdd>5'],
    ['code>=4xx', /"4xx" is no number/, 'write code>=5'],
    ['talk<', /"" is no number/, 'write talk<5'],
    ['outcome=failed-timout', /no outcome "failed-timout"/, 'did you mean failed-timeout?'],
    ['rule!=tryng-then-408', /no rule "tryng-then-408"/, 'did you mean trying-then-408?'],
    ['outcome=failed', /no outcome "failed"/, "for all of them: 'outcome=failed-*'"],
    ['rule=nonsense', /no rule/, '"siptriage rules" lists them'],
    ['stage=xyz', /no stage/, 'one of pre-trying, trying, alerting, early-media, answered'],
  ])('"%s" is told, as no call could ever meet it', (text, message, hint) => {
    expect(() => parseWhere(text)).toThrow(message);
    expect(() => parseWhere(text)).toThrow(expect.objectContaining({ hint }));
  });

  test.each(['outcome=failed-*', 'outcome~time', 'code=', 'start<2026', 'severity=ERROR'])(
    '"%s" may be met',
    (text) => {
      expect(() => parseWhere(text)).not.toThrow();
    },
  );

  test('the help names every field', () => {
    expect(whereHelp()).toMatch(/^ {2}outcome .*\n {2}code /m);
  });
});
