import { describe, expect, it } from 'vitest';
import { RULE_IDS } from '../../../src/catalog/rule-texts.ts';
import { CAPTURE_RULES, RULES } from '../../../src/diagnosis/registry.ts';
import { nearest } from '../../../src/diagnosis/settings/nearest.ts';
import {
  FAMILY_NAMES,
  familyOf,
  matching,
  rulesNamed,
} from '../../../src/diagnosis/settings/rule-names.ts';
import { selected } from '../../../src/diagnosis/settings/selection.ts';

describe('names of rules', () => {
  it('is an id, a family or a pattern', () => {
    expect(rulesNamed('late-trying')).toEqual(['late-trying']);
    expect(rulesNamed('trying-*')).toContain('trying-then-408');
    expect(rulesNamed('trying-*')).not.toContain('late-trying');
    expect(rulesNamed('*-trying')).toContain('late-trying');
    expect(rulesNamed('decline')).toContain('decline-607');
    expect(rulesNamed('capture')).toContain('capture-one-way');
    expect(rulesNamed('*')).toEqual(RULE_IDS);
    expect(rulesNamed('late-tryin')).toEqual([]);
    expect(rulesNamed('nothing-*')).toEqual([]);
  });

  it('files every rule under one family, and no family is called like a rule', () => {
    for (const { id } of [...RULES, ...CAPTURE_RULES]) {
      expect(FAMILY_NAMES.filter((family) => rulesNamed(family).includes(id))).toEqual([
        familyOf(id),
      ]);
    }
    expect(FAMILY_NAMES.filter((family) => RULE_IDS.some((id) => id === family))).toEqual([]);
  });

  it.each([
    ['a*a', ['aa', 'aba', 'a'], ['aa', 'aba']],
    ['a*b*c', ['abc', 'axbxc', 'acb', 'abbc'], ['abc', 'axbxc', 'abbc']],
    ['a**b', ['ab', 'axb'], ['ab', 'axb']],
    ['a.c*', ['abc', 'a.c'], ['a.c']],
  ])('%s over %j', (pattern, names, expected) => {
    expect(matching(pattern, names)).toEqual(expected);
  });

  it('guesses what was meant, and only when it is near', () => {
    expect(nearest('late-tryng', RULE_IDS)).toBe('late-trying');
    expect(nearest('pdd.wran', ['pdd.warn', 'pdd.high'])).toBe('pdd.warn');
    expect(nearest('xyz', RULE_IDS)).toBeUndefined();
    expect(nearest('x'.repeat(100_000), RULE_IDS)).toBeUndefined();
  });
});

describe('--only', () => {
  it('takes outcomes, rules, families and patterns over both, each once', () => {
    expect(selected(['busy', 'decline-human', 'busy'], 'only')).toEqual(['busy', 'decline-human']);
    expect(selected(['failed-*'], 'only')).toContain('failed-timeout');
    expect(selected(['ringing-*', 'setup'], 'only')).toContain('invite-no-response');
  });
  it('says what to try for anything else', () => {
    expect(() => selected(['bussy'], '--only')).toThrow(/--only bussy: neither an outcome nor/);
    expect(() => selected(['bussy'], '--only')).toThrow(
      expect.objectContaining({ hint: 'did you mean busy?' }),
    );
    expect(() => selected([''], 'only')).toThrow(/neither/);
  });
});
