/** Every named trace of fixtures/traces: the rules that must fire, those that must not, and the outcomes. */
import { describe, expect, it } from 'vitest';
import { SCENARIOS } from '../../fixtures/traces/index.ts';
import { RULES } from '../../src/diagnosis/registry.ts';
import { callsOf, diagnoseTrace } from '../helpers/judge.ts';

const KNOWN = new Set<string>(RULES.map(({ id }) => id));

describe('named traces', () => {
  it.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))('%s', (_, scenario) => {
    const diagnosed = diagnoseTrace(scenario.trace);
    const fired = new Set<string>(
      diagnosed.flatMap(({ findings }) => findings.map(({ rule }) => rule)),
    );
    expect([...fired]).not.toContain('rule-crashed');
    // Rules of later issues are named in the traces already.
    for (const rule of scenario.shows.filter((id) => KNOWN.has(id)))
      expect([...fired]).toContain(rule);
    expect(scenario.never.filter((rule) => fired.has(rule))).toEqual([]);
    if (scenario.outcomes !== undefined) {
      expect(callsOf(diagnosed).map(({ outcome }) => outcome)).toEqual(scenario.outcomes);
    }
  });
});
