import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { bitsOf, hostAndPort } from '../../src/document/address.ts';
import { Estate } from '../../src/document/estate.ts';
import type { Report } from '../../src/model/report.ts';
import { renderCalls } from '../../src/report/calls.ts';
import { renderLadder } from '../../src/report/ladder.ts';
import { textFormat } from '../../src/report/text.ts';

describe('addresses', () => {
  it('are read in every form, and nothing else is', () => {
    expect(bitsOf('192.0.2.1')).toBe(bitsOf('::ffff:192.0.2.1'));
    expect(bitsOf('2001:db8::1')).toBe(bitsOf('2001:0db8:0:0:0:0:0:1'));
    expect(bitsOf('::')).toBe(0n);
    for (const text of ['', '1.2.3', '1.2.3.256', '1.2.3.4.5', '1::2::3', '1:2:3', ':::', 'g::1']) {
      expect(bitsOf(text), text).toBeNull();
    }
    expect(hostAndPort('[2001:db8::1]:5060')).toEqual({ host: '2001:db8::1', port: 5060 });
    expect(hostAndPort('2001:db8::1')).toEqual({ host: '2001:db8::1', port: 0 });
    expect(hostAndPort('sbc:5061')).toEqual({ host: 'sbc', port: 5061 });
  });
});

describe('the estate', () => {
  const estate = new Estate([
    { name: 'everything', addresses: ['0.0.0.0/0'] },
    { name: 'phones', role: 'phones', addresses: ['192.0.2.0/24', '2001:db8::/64'] },
    { name: 'gateway', addresses: ['192.0.2.1'] },
    { name: 'carrier A', role: 'trunk', addresses: ['192.0.2.1:5080', 'Trunk.Example.com'] },
  ]);
  it.each([
    ['192.0.2.7:5060', 'phones'],
    ['192.0.2.1:5060', 'gateway'],
    ['192.0.2.1', 'gateway'],
    ['192.0.2.1:5080', 'carrier A'],
    ['192.0.3.1:5080', 'everything'],
    ['[2001:db8::7]:5060', 'phones'],
    ['[2001:db8:0:1::7]:5060', undefined],
    ['trunk.example.com:5060', 'carrier A'],
    ['other.example.com', undefined],
    ['200 OK', undefined],
    ['', undefined],
  ])('%s is %s', (address, name) => {
    expect(estate.entryOf(address)?.name).toBe(name);
    expect(estate.entryOf(address)?.name).toBe(name);
  });
  it.each(['1.2.3.400', '192.0.2.0/33', '192.0.2.0/24:5060', '192.0.2.0/x', '', 'a b', '12345'])(
    'refuses %j',
    (text) => {
      expect(() => new Estate([{ name: 'x', addresses: [text] }])).toThrow(/is no address/);
    },
  );
});

describe('a report with own names', () => {
  const estate = [
    { name: 'phones', role: 'phones', addresses: ['192.0.2.0/24'] },
    { name: 'carrier A', role: 'trunk', addresses: ['203.0.113.17:5060'] },
  ] as const;
  const read = async (own: typeof estate | undefined): Promise<Report> =>
    analyze(['fixtures/incident.pcap'], {
      language: 'en',
      thresholds: {},
      messages: 'all',
      ...(own === undefined ? {} : { estate: own }),
    });

  it('says them in front of the address, once, and never instead of it', async () => {
    const [plain, own] = [await read(undefined), await read(estate)];
    expect(plain.names).toBeUndefined();
    expect(own.names).toMatchObject({
      '203.0.113.17:5060': { name: 'carrier A', role: 'trunk' },
      '192.0.2.11:5060': { name: 'phones', role: 'phones' },
      '192.0.2.11': { name: 'phones' },
    });
    expect(Object.keys(own.names ?? {})).not.toContain('203.0.113.17');
    const without = (text: string): string =>
      text.replace(/(?:carrier A|phones) \(((?:\d+\.){3}\d+(?::\d+)?)\)/g, '$1');
    expect(own.findings.length).toBe(plain.findings.length);
    for (const [at, finding] of own.findings.entries()) {
      const { title, explanation, fix, args } = plain.findings[at] as typeof finding;
      expect(finding.args).toEqual(args);
      expect(without(finding.title)).toBe(title);
      expect(without(finding.explanation)).toBe(explanation);
      expect(finding.fix.map(without)).toEqual(fix);
    }
    const silent = own.findings.find(({ rule }) => rule === 'invite-no-response');
    expect(silent?.title).toContain('went to carrier A (203.0.113.17:5060) and');
  });

  it('shows them in the text, the ladder and the list of calls', async () => {
    const own = await read(estate);
    const text = [...textFormat.render(own)].join('');
    expect(text).toContain('→ carrier A (203.0.113.17:5060)');
    const call = own.calls.find(({ legs }) =>
      legs.some(({ destination }) => destination === '203.0.113.17:5060'),
    );
    if (call === undefined) throw new Error('the incident lost its silent trunk');
    const rows = [...renderLadder(own, call, { width: 100 })];
    const names = rows.findIndex((row) => /^ +phones .* carrier A\s*$/.test(row));
    expect(names).toBeGreaterThan(0);
    expect(rows[names + 1]).toMatch(/192\.0\.2\.\d+:5060 .*203\.0\.113\.17:5060/);
    const calls = [...renderCalls({ ...own, calls: [call] }, { width: 200 })];
    expect(calls[1]).toMatch(/phones → 198\.51\.100\.1:5060 → carrier A/);
  });
});
