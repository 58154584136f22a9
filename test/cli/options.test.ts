import { describe, expect, test } from 'vitest';
import { describeError } from '../../src/cli/describe-error.ts';
import { languageFrom } from '../../src/cli/language.ts';
import { parseMoment } from '../../src/cli/moment.ts';
import { parseOnly } from '../../src/cli/selection.ts';
import { parseThresholds } from '../../src/cli/threshold.ts';
import { UsageError } from '../../src/cli/usage-error.ts';

describe('times', () => {
  const noon = Date.UTC(2026, 10, 22, 12) * 1000;
  test.each([
    ['2026-11-22T12:00:00Z', noon],
    ['2026-11-22T12:00:00.25Z', noon + 250_000],
    ['2026-11-22 12:00', noon],
    ['2026-11-22T19:00+07:00', noon],
    ['2026-11-22T19:00:00+0700', noon],
    ['2026-11-22', noon - 12 * 3600e6],
    [String(noon / 1e6), noon],
    [`${noon / 1e6}.000001`, noon + 1],
  ])('%s', (text, us) => {
    expect(parseMoment(text, '--since')).toBe(us);
  });

  test('now', () => {
    const before = Date.now() * 1000;
    expect(parseMoment('now', '--since')).toBeGreaterThanOrEqual(before);
    expect(parseMoment('now', '--since')).toBeLessThanOrEqual(Date.now() * 1000);
  });

  test.each(['', 'yesterday', '12:00', '2026-13-01', '2026-11-22T25:00', '1e99'])(
    '"%s" is no time',
    (text) => {
      expect(() => parseMoment(text, '--since')).toThrow(UsageError);
    },
  );
});

describe('the language', () => {
  test.each([
    [undefined, {}, 'en'],
    [undefined, { LANG: 'vi_VN.UTF-8' }, 'vi'],
    [undefined, { LANG: 'vi_VN.UTF-8', LC_ALL: 'en_US.UTF-8' }, 'en'],
    [undefined, { LC_ALL: '', LANG: 'vi' }, 'vi'],
    ['en', { LANG: 'vi_VN.UTF-8' }, 'en'],
    ['vi', {}, 'vi'],
  ])('%s in %o is %s', (option, env, language) => {
    expect(languageFrom(option, env)).toBe(language);
  });
});

describe('thresholds', () => {
  test('take known names and numbers', () => {
    expect(parseThresholds(['pdd.warn=5', 'decline.pattern=2'])).toEqual({
      'pdd.warn': 5,
      'decline.pattern': 2,
    });
  });
  test.each(['pdd.warn', 'pdd.warn=', 'pdd.warn=soon', 'pdd.warn=-1', 'nope=1', 'constructor=1'])(
    '%s is wrong',
    (text) => {
      expect(() => parseThresholds([text])).toThrow(UsageError);
    },
  );
});

test('--only takes outcomes and rules, by comma or repeated', () => {
  expect(parseOnly(['busy,decline-human', 'no-answer'])).toEqual([
    'busy',
    'decline-human',
    'no-answer',
  ]);
});

describe('errors in one line', () => {
  test('of the system', () => {
    const error = Object.assign(new Error('ENOENT: no such file'), {
      code: 'ENOENT',
      path: 'x.pcap',
    });
    expect(describeError(error)).toBe('x.pcap: no such file or folder (check the path)');
  });
  test('with a hint of their own, and never a second line or an escape', () => {
    expect(describeError(new UsageError('a\nb', 'do c'))).toBe('a (do c)');
    expect(describeError(new Error('\x1b[2J'))).toBe('\\x1b[2J');
    expect(describeError('text')).toBe('text');
  });
});
