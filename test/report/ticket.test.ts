/** A ticket for another company tells what was observed, and nothing of ours. */
import { describe, expect, it } from 'vitest';
import { toPcap } from '../../fixtures/dsl/index.ts';
import { incident } from '../../fixtures/incident/story.ts';
import { FAMILIES } from '../../fixtures/traces/index.ts';
import { RULE_IDS } from '../../src/catalog/rule-texts.ts';
import type { LocalZone } from '../../src/report/format.ts';
import { formatById } from '../../src/report/formats.ts';
import { reportOf } from '../helpers/session.ts';

const HANOI: LocalZone = { name: 'Asia/Ho_Chi_Minh', minutesAt: () => 420 };
const estate = [
  { name: 'secret lab trunk', addresses: ['203.0.113.17'] },
  { name: 'head office SBC', addresses: ['198.51.100.1'] },
];

const report = reportOf([toPcap(incident())], { messages: 'page', estate });
const ticket = (id: string): string =>
  [...(formatById(id)?.ticket?.(report, { limit: 0, zone: HANOI }) ?? [])].join('');

describe.each(['text', 'markdown'])('as %s', (id) => {
  const told = ticket(id);
  const flat = told.replaceAll('`', '').replace(/\s+/g, ' ');

  it('names calls by Call-ID, numbers, addresses, codes, Reason and both times', () => {
    const call = report.calls.find(({ final }) => final?.code === 603)!;
    expect(flat).toContain(call.callIds[0]);
    expect(flat).toContain(call.to);
    expect(flat).toContain('603 Network Blocked');
    expect(flat).toContain('Reason: SIP;cause=603;text="v=analytics1;');
    expect(flat).toContain('203.0.113.17:5060');
    expect(flat).toContain('2026-03-02 09:05:15.000 UTC = 2026-03-02 16:05:15.000 +07:00');
  });

  it('holds no rule, no path, no own name and no advice to ourselves', () => {
    for (const rule of RULE_IDS) expect(flat).not.toContain(rule);
    for (const { path } of report.sources) expect(flat).not.toContain(path);
    for (const { name } of estate) expect(flat).not.toContain(name);
    const advice = new Set(report.findings.flatMap(({ fix }) => fix));
    expect(advice.size).toBeGreaterThan(5);
    for (const sentence of advice) expect(flat).not.toContain(sentence);
    expect(flat).not.toMatch(/siptriage/i);
  });
});

it('says that there was nothing', () => {
  const calm = reportOf([toPcap(FAMILIES.healthy[0]!.trace)], { messages: 'page' });
  const told = [...formatById('text')!.ticket!(calm, { zone: HANOI })].join('');
  expect(told).toContain('No fault was observed.');
});
