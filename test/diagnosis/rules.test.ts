/** Every rule on traces that fire it and on near misses; see cases/. */
import { describe, expect, it } from 'vitest';
import { globSync } from 'tinyglobby';
import { CAPTURE_RULES, RULES } from '../../src/diagnosis/registry.ts';
import { diagnoseTrace, findingsOf, framesOf } from '../helpers/judge.ts';
import { CASES } from './cases/index.ts';
import { WIRE_CASES } from './cases/wire/index.ts';

describe.each(CASES)('$rule', ({ rule, name, trace, thresholds, expected }) => {
  it(`${expected === null ? 'spares' : 'fires on'} ${name}`, () => {
    const findings = findingsOf(trace, rule, thresholds);
    if (expected === null) {
      expect(findings).toEqual([]);
      return;
    }
    const [finding] = findings;
    expect(findings.length).toBeGreaterThan(0);
    expect(finding).toMatchObject({
      severity: expected.severity,
      confidence: expected.confidence,
      status: expected.status ?? 'present',
      args: expected.args,
    });
    expect(finding && framesOf(finding)).toEqual(expected.frames);
  });
});

describe('one explanation', () => {
  const FAMILIES = ['trying-', 'decline-'] as const;

  it.each(FAMILIES)('a call has at most one finding of %s*', (family) => {
    for (const { name, trace, thresholds } of CASES) {
      for (const { findings } of diagnoseTrace(trace, thresholds)) {
        const own = findings.filter(({ rule }) => rule.startsWith(family));
        expect(own.length, name).toBeLessThanOrEqual(1);
      }
    }
  });

  it('every call that was declined has one, unless nothing tells by whom', () => {
    for (const { name, trace } of CASES) {
      for (const { judged, findings } of diagnoseTrace(trace)) {
        if (judged.kind !== 'call' || !/^(declined|blocked)-/.test(judged.outcome)) continue;
        if (judged.outcome === 'declined-user' && judged.confidence === 'possible') continue;
        // `resp-other` tells a decline that only the Reason of another code speaks of.
        const told = findings.filter(
          ({ rule }) =>
            rule.startsWith('decline-') || rule === 'anonymous-rejected' || rule === 'resp-other',
        );
        expect(told.length, name).toBeGreaterThan(0);
      }
    }
  });
});

describe('the registry', () => {
  const ids = [...new Set([...RULES, ...CAPTURE_RULES].map(({ id }) => id))];
  const cases = [...CASES, ...WIRE_CASES];

  it('has a firing case and a near miss for every rule', () => {
    const without = (fired: boolean) =>
      ids.filter(
        (id) => !cases.some((one) => one.rule === id && (one.expected !== null) === fired),
      );
    expect(without(true)).toEqual([]);
    expect(without(false)).toEqual([]);
  });

  it('has each id once in each of the two lists', () => {
    for (const list of [RULES, CAPTURE_RULES]) {
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
    }
  });

  it('knows every file under rules/, named as its id', () => {
    const files = globSync('src/diagnosis/rules/*/*.ts').map((file) =>
      file.replace(/^.*\/|\.ts$/g, ''),
    );
    expect([...ids].sort()).toEqual(files.sort());
  });

  it('states the worst severity that its rules can report', () => {
    const grades = ['error', 'warning', 'info'];
    for (const { rule, expected } of cases) {
      const worst = [...RULES, ...CAPTURE_RULES]
        .filter(({ id }) => id === rule)
        .map(({ severity }) => severity)
        .sort((a, b) => grades.indexOf(a) - grades.indexOf(b))[0];
      if (expected === null || worst === undefined) continue;
      expect(grades.indexOf(expected.severity), rule).toBeGreaterThanOrEqual(grades.indexOf(worst));
    }
  });
});
