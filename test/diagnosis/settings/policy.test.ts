/** Switching rules off and grading them anew, through the whole chain. */
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../src/analyze.ts';
import { policyOf } from '../../../src/diagnosis/settings/policy.ts';
import type { AnalyzeOptions } from '../../../src/model/options.ts';
import { type Report, reportSchema } from '../../../src/model/report.ts';

const INCIDENT = 'fixtures/incident.pcap';
const run = async (options: Partial<AnalyzeOptions>): Promise<Report> =>
  analyze([INCIDENT], { language: 'en', thresholds: {}, messages: 'none', ...options });
const rulesOf = ({ findings }: Report): Set<string> => new Set(findings.map(({ rule }) => rule));

describe('settings of rules', () => {
  it('an id counts before a pattern, and of several patterns the last one', () => {
    const policy = policyOf({ 'trying-then-408': 'info', 'trying-*': 'off', setup: 'error' });
    expect(policy.off).toEqual([]);
    expect(policy.severities.get('trying-then-408')).toBe('info');
    expect(policy.severities.get('trying-then-cancel')).toBe('error');
    expect(policyOf({ setup: 'error', 'trying-*': 'off' }).off).toContain('trying-then-cancel');
  });

  it('a rule that is off says nothing, and the report says that it is off', async () => {
    const before = await run({});
    expect(before.settings).toBeUndefined();
    expect(rulesOf(before)).toContain('invite-no-response');
    const after = await run({ rules: { 'invite-no-response': 'off' } });
    expect(rulesOf(after)).not.toContain('invite-no-response');
    expect(after.settings).toEqual({ off: ['invite-no-response'], severities: {}, thresholds: {} });
    const others = before.findings.filter(({ rule }) => rule !== 'invite-no-response');
    expect(after.findings.map(({ rule }) => rule)).toEqual(others.map(({ rule }) => rule));
    expect(() => reportSchema.parse(after)).not.toThrow();
  });

  it('with every rule off there are calls and outcomes, and no findings', async () => {
    const [all, none] = [await run({}), await run({ rules: { '*': 'off' } })];
    expect(none.findings).toEqual([]);
    expect(none.totals.calls).toBe(all.totals.calls);
  });

  it('a severity is that of every finding of the rule, whatever the rule would say', async () => {
    const report = await run({ rules: { 'decline-*': 'info' } });
    const grades = report.findings.filter(({ rule }) => rule.startsWith('decline-'));
    expect(grades.length).toBeGreaterThan(0);
    expect(new Set(grades.map(({ severity }) => severity))).toEqual(new Set(['info']));
  });

  it('a threshold that differs from the default is told', async () => {
    const report = await run({ thresholds: { 'pdd.notice': 0.1, 'pdd.warn': 6 } });
    expect(report.settings?.thresholds).toEqual({ 'pdd.notice': 0.1 });
  });

  it.each([
    [{ rules: { 'late-tryng': 'off' } }, 'rules.late-tryng: no such rule', 'late-trying'],
    [{ thresholds: { 'pdd.wran': 1 } }, 'thresholds.pdd.wran: no such threshold', 'pdd.warn'],
    [{ thresholds: { 'pdd.warn': Number.NaN } }, 'not a number of 0 or more', 'pdd.warn=5'],
    [{ only: ['decline-humn'] }, 'only decline-humn: neither', 'decline-human'],
  ] as const)('%j is refused with what to try', async (options, message, hint) => {
    const refusal = expect.objectContaining({
      name: 'OptionsError',
      message: expect.stringContaining(message) as string,
      hint: expect.stringContaining(hint) as string,
    });
    await expect(run(options)).rejects.toEqual(refusal);
  });
});
