/** The twenty golden traces through the whole chain: one cause each, its consequences, and nothing else. */
import { beforeAll, describe, expect, it } from 'vitest';
import { toPcap } from '../../fixtures/dsl/index.ts';
import { named } from '../../fixtures/traces/index.ts';
import type { Report, ReportFinding } from '../../src/model/report.ts';
import type { RuleId } from '../../src/model/rule-args.ts';
import { loadGrammar } from '../../src/sip/grammar.ts';
import { reportOf } from '../helpers/session.ts';
import { GOLDEN_ROWS, type GoldenRow } from './golden-rows.ts';

beforeAll(() => loadGrammar());

const filesOf = ({ name, files }: GoldenRow): Uint8Array[] =>
  files?.() ?? [toPcap(named(name).trace)];

/** The primary findings of all calls and other conversations. */
function primariesOf({ calls, conversations, findings }: Report): ReportFinding[] {
  const ids = [...calls, ...conversations].map(({ primary }) => primary);
  return findings.filter(({ id }) => ids.includes(id));
}

function causesOf({ findings }: Report): Record<string, string | undefined> {
  const ruleOf = (id: string) => findings.find((one) => one.id === id)?.rule;
  return Object.fromEntries(
    findings.flatMap(({ rule, causedBy }) =>
      causedBy === undefined ? [] : [[rule, ruleOf(causedBy)]],
    ),
  );
}

describe.each(GOLDEN_ROWS)('golden $golden: $name', (row) => {
  it('is what its packets say', () => {
    const told = reportOf(filesOf(row));
    expect(told.calls.map(({ outcome }) => outcome)).toEqual(row.outcomes);
    if (row.release !== undefined) expect(told.calls.at(-1)?.release).toBe(row.release);

    const primaries = primariesOf(told).map(({ rule, severity, confidence }) => [
      rule,
      severity,
      confidence,
    ]);
    expect(primaries).toEqual(row.primary === null ? [] : [row.primary]);
    expect(causesOf(told)).toEqual(row.causedBy ?? {});

    const rules = told.findings.map(({ rule }) => rule);
    expect(rules.filter((rule) => row.never.includes(rule as RuleId))).toEqual([]);
    const severities = Object.fromEntries(told.findings.map((one) => [one.rule, one.severity]));
    expect(severities).toMatchObject(row.beside ?? {});
    // One cause, what follows from it, and remarks: each once, and nothing more.
    const consequences = Object.keys(row.causedBy ?? {});
    const expected = [row.primary?.[0] ?? [], consequences, Object.keys(row.beside ?? {})].flat();
    expect(rules.toSorted()).toEqual(expected.toSorted());
  });
});

it('every golden trace is there, with a near miss', () => {
  for (let golden = 1; golden <= 20; golden += 1) {
    const rows = GOLDEN_ROWS.filter((row) => row.golden === golden);
    expect(rows.length, `golden ${golden}`).toBeGreaterThanOrEqual(2);
  }
});
