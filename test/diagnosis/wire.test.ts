/** Rules about what lies below and around the messages: whole captures through a session; see cases/wire/. */
import { describe, expect, it } from 'vitest';
import type { Evidence, Report } from '../../src/model/report.ts';
import { Session } from '../../src/session.ts';
import { WIRE_CASES } from './cases/wire/index.ts';

function analysed(files: readonly Uint8Array[]): Report {
  const session = new Session({ language: 'en', thresholds: {}, messages: 'none' });
  for (const [index, file] of files.entries()) {
    const source = session.open(`${index + 1}.pcap`);
    source.push(file);
    source.end();
  }
  return session.report();
}

const framesOf = (evidence: readonly Evidence[]): number[] =>
  evidence.flatMap((one) => (one.kind === 'silence' ? [] : [one.at.frame ?? 0]));

describe.each(WIRE_CASES)('$rule', ({ rule, name, files, expected }) => {
  it(`${expected === null ? 'spares' : 'fires on'} ${name}`, async () => {
    const report = analysed(await files());
    const found = report.findings.filter((finding) => finding.rule === rule);
    expect(report.findings.map((finding) => finding.rule)).not.toContain('rule-crashed');
    if (expected === null) {
      expect(found).toEqual([]);
      return;
    }
    const { severity, confidence, scope, args } = expected;
    expect(found.map((one) => one.scope)).toEqual([scope]);
    const [finding] = found as [(typeof found)[number]];
    expect(finding).toMatchObject({ severity, confidence, status: 'present', args });
    expect(framesOf(finding.evidence)).toEqual(expected.frames);
    expect(finding.calls).toHaveLength(expected.calls);
    const call = report.calls.find(({ id }) => finding.calls.includes(id));
    if (expected.outcome !== undefined) expect(call?.outcome).toBe(expected.outcome);
    if (expected.explains !== undefined) {
      expect(call?.primary).toBe(finding.id);
      const consequences = report.findings.filter(({ causedBy }) => causedBy === finding.id);
      expect(consequences.map((one) => one.rule)).toEqual(expected.explains);
    }
  });
});
