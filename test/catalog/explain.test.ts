import { describe, expect, test } from 'vitest';
import { compare } from '../../src/catalog/compare.ts';
import { explain } from '../../src/catalog/explain.ts';
import { KNOWN_CODES } from '../../src/catalog/lookup.ts';
import type { Sheet } from '../../src/catalog/sheet.ts';
import { renderSheet } from '../../src/report/sheet.ts';
import { displayWidth } from '../../src/report/width.ts';

const text = (sheet: Sheet | null, width = 80): string =>
  sheet === null ? '' : [...renderSheet(sheet, { width })].join('');
const flat = (sheet: Sheet | null): string => text(sheet).replace(/\s+/g, ' ');

describe('explain', () => {
  test.each([
    ['603', '603', 'code'],
    [' 603 ', '603', 'code'],
    ['603 Decline', '603', 'code'],
    ['busy here', '486', 'code'],
    ['Network Blocked', 'decline-analytics-603plus', 'rule'],
    ['603+', 'decline-analytics-603plus', 'rule'],
    ['603 Network Blocked', 'decline-analytics-603plus', 'rule'],
    ['451', '451', 'code'],
    ['SIP:603', '603', 'code'],
    ['305', '305', 'code'],
    ['Warning:305', 'Warning:305', 'warning'],
    ['warning 305', 'Warning:305', 'warning'],
    ['305w', 'Warning:305', 'warning'],
    ['Q.850:21', 'Q.850:21', 'q850'],
    ['q850:21', 'Q.850:21', 'q850'],
    ['Q.850 21', 'Q.850:21', 'q850'],
    ['Reason: Q.850;cause=21;text="x";location=U', 'Q.850:21', 'q850'],
    ['SIP:804', 'FreeSWITCH:804', 'reason'],
    ['MEDIA_TIMEOUT', 'FreeSWITCH:804', 'reason'],
    ['RELEASE_CAUSE:2', 'RELEASE_CAUSE:2', 'reason'],
    ['preemption:1', 'Preemption:1', 'reason'],
    ['stir', 'STIR', 'reason'],
    ['location=RLN', 'location:RLN', 'reason'],
    ['decline-human', 'decline-human', 'rule'],
  ])('%s', (topic, id, kind) => {
    expect(explain(topic, 'en')).toMatchObject({ id, kind });
  });

  test.each([
    '',
    'zzz',
    '99',
    '700',
    'Q.850:300',
    'Warning:199',
    'RELEASE_CAUSE:99',
    '__proto__',
    'constructor',
  ])('knows nothing of "%s"', (topic) => {
    expect(explain(topic, 'en')).toBeNull();
  });

  test('a code comes with meaning, causes, fixes by owner, neighbours and facts', () => {
    const sheet = explain('603', 'en');
    expect(sheet?.sections.map(({ id }) => id)).toEqual([
      'meaning',
      'when',
      'causes',
      'fix',
      'apart',
      'facts',
    ]);
    const all = flat(sheet);
    expect(all).toContain('603 Decline');
    expect(all).toContain("Caller's side");
    expect(all).toContain('they are cancelled: the search ends');
    expect(all).toContain('21 (RFC 3398)');
  });

  test('and in Vietnamese', () => {
    const all = flat(explain('486', 'vi'));
    expect(all).toContain('486 Busy Here');
    expect(all).toContain('Nguyên nhân thường gặp');
    expect(all).toContain('Cách khắc phục');
    expect(all).not.toMatch(/Likely causes|How to fix|Facts/);
  });

  test('a cause says what each stack makes of it', () => {
    const all = flat(explain('Q.850:21', 'en'));
    expect(all).toContain('As SIP, FreeSWITCH 603');
    expect(all).toContain('As SIP, Asterisk 403');
  });

  test('603+ is told with the code that it is signalled by', () => {
    const all = flat(explain('603+', 'en'));
    expect(all).toContain('A network blocked the call using call analytics');
    expect(all).toContain('603 Decline');
    expect(all).toContain('they are cancelled: the search ends');
  });

  test('a rule shows an example of its sentence', () => {
    expect(flat(explain('trying-downstream-silent', 'en'))).toContain(
      '192.0.2.20:5060 forwarded the call to 203.0.113.5:5060',
    );
  });
});

describe('compare', () => {
  test('100 and 603, side by side', () => {
    const all = flat(compare(100, 603, 'en'));
    expect(all).toContain('100 Trying compared with 603 Decline');
    expect(all).toContain('100 is provisional: the outcome is still open. 603 is final');
    expect(all).toContain('100: the next hop, for itself.');
    expect(all).toContain('Other branches. 100: no effect on them. 603: they are cancelled');
    expect(all).toContain('When to use which');
    expect(all).toContain('Send 100 at once when the real answer will take longer than 200 ms');
  });

  test('what is the same is said once', () => {
    const sheet = compare(486, 600, 'en');
    const common = sheet.sections.find(({ id }) => id === 'common');
    expect(JSON.stringify(common)).toContain('Trying again: useful later.');
  });

  test('the order of the codes does not matter for what comes first', () => {
    expect(flat(compare(603, 100, 'en'))).toContain('100 is provisional');
  });

  test('who decides, what it does to other branches and whether to try again is told as it is', () => {
    const all = flat(compare(407, 487, 'en'));
    expect(all).not.toContain('go on ringing');
    expect(all).not.toContain("487: the callee's device");
    expect(flat(explain('481', 'en'))).not.toContain("Who decides the callee's device");
    expect(flat(explain('603', 'en'))).toContain('Trying again not useful now');
  });

  test('a code with itself', () => {
    expect(flat(compare(486, 486, 'en'))).toContain('one and the same code');
  });

  test.each([1, 20, 40, 50, 60, 70])('fits a terminal of %i columns', (width) => {
    for (const sheet of [compare(100, 603, 'en'), compare(407, 487, 'vi')]) {
      const all = text(sheet, width);
      const wide = all.split('\n').filter((line) => displayWidth(line) > Math.max(width, 40));
      expect(wide).toEqual([]);
    }
    // In a terminal too narrow for two, one text stands below the other.
    const isStacked = !/100 Trying {2,}603 Decline/.test(text(compare(100, 603, 'en'), width));
    expect(isStacked).toBe(width < 70);
  });

  test('any two codes can be compared, in both languages, within 80 columns', () => {
    for (const [index, left] of KNOWN_CODES.entries()) {
      const right = KNOWN_CODES[(index * 7 + 3) % KNOWN_CODES.length] ?? 100;
      for (const language of ['en', 'vi'] as const) {
        const all = text(compare(left, right, language));
        expect(all).not.toMatch(/undefined|null|\[object/);
        for (const line of all.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);
      }
    }
  });
});

test('every page fits into 80 columns', () => {
  const topics = [...KNOWN_CODES.map(String), 'Q.850:21', 'Warning:305', 'STIR', 'pdd-slow'];
  for (const topic of topics) {
    for (const language of ['en', 'vi'] as const) {
      for (const line of text(explain(topic, language)).split('\n')) {
        expect(displayWidth(line), `${topic}: ${line}`).toBeLessThanOrEqual(80);
      }
    }
  }
});
