import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/model/language.ts';
import type { KpiSummary } from '../../src/model/kpis.ts';
import { renderKpis } from '../../src/report/kpis.ts';
import { renderOthers } from '../../src/report/others.ts';
import { at, makeKpis, makeReport } from '../helpers/report.ts';

const summary = (part: Partial<KpiSummary>): KpiSummary => {
  const { attempts, excluded, redirected, answered, unfinished, asr, ner, ser } = makeKpis();
  const { seer, seerUser, isa, scr, acdMs, short, pdd } = makeKpis();
  const empty = { attempts, excluded, redirected, answered, unfinished, asr, ner, ser };
  return { ...empty, seer, seerUser, isa, scr, acdMs, short, pdd, ...part };
};
const none = { groups: [], rest: null };

describe('the page of KPIs', () => {
  const report = makeReport({
    kpis: makeKpis({
      attempts: 12,
      invites: 20,
      asr: 58.33,
      scr: null,
      acdMs: 61_000,
      pdd: { n: 7, p50: 1200, p90: 2000, p95: 2100, p99: 2100 },
      by: {
        peer: none,
        trunk: {
          groups: [
            { key: '\u001b[31m192.0.2.1 → 203.0.113.9', ...summary({ attempts: 9, asr: 70 }) },
          ],
          rest: summary({ attempts: 3 }),
        },
        agent: { groups: [{ key: '', ...summary({ attempts: 12 }) }], rest: null },
        prefix: none,
        time: { minutes: 5, periods: [{ start: at(0), ...summary({ attempts: 12 }) }], rest: null },
      },
    }),
  });
  const page = [...renderKpis(report)].join('');

  it('says each figure with what it means, and leaves out what is undefined', () => {
    expect(page).toContain('12 attempts with 20 INVITEs');
    expect(page).toMatch(/ASR +58\.3 % +answered ÷ attempts/);
    expect(page).toMatch(/PDD +median 1\.2 s, 95 % within 2\.1 s/);
    expect(page).not.toContain('SCR');
  });

  it('lists groups, the rest as one, and those without a name', () => {
    expect(page).toMatch(/203\.0\.113\.9 +9 +70 /);
    expect(page).toMatch(/all others +3 /);
    expect(page).toMatch(/\(none given\) +12 /);
    expect(page).toMatch(/By time +every 5 min, UTC\n.*\n09:30 +12 /);
  });

  it('lets no control character through', () => {
    // oxlint-disable-next-line no-control-regex
    expect(page).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
  });

  it.each(LANGUAGES)('keeps to the width in %s', (language) => {
    for (const line of [...renderKpis({ ...report, language }, { width: 80 })]
      .join('')
      .split('\n')) {
      expect([...line].length).toBeLessThanOrEqual(80);
    }
  });
});

describe('the list of what is no call', () => {
  it('says so when there is nothing', () => {
    expect([...renderOthers(makeReport())].join('')).toBe('Nothing but calls was seen.\n');
  });

  it('has a line for each', () => {
    const lines = [
      ...renderOthers(
        makeReport({
          conversations: [
            {
              id: 'o1',
              kind: 'registration',
              callId: 'a',
              from: '1001@example.com',
              to: '1001@example.com',
              source: '192.0.2.10:5060',
              destination: '198.51.100.1:5060',
              start: at(0),
              end: at(5000),
              tries: 3,
              outcome: 'refused',
              confidence: 'proven',
              final: { code: 403, phrase: 'Forbidden' },
              findings: [],
              primary: null,
            },
          ],
        }),
        { width: 120 },
      ),
    ];
    expect(lines[1]).toMatch(
      /^09:30:00 +registration +1001@example\.com +198\.51\.100\.1:5060 +3 +refused +403\n$/,
    );
  });
});
