/** The pages of docs/rules: one a rule, all of one form, saying what `siptriage explain` says. */
import { describe, expect, it } from 'vitest';
import { RULE_PAGES, rulePages } from '../../scripts/rule-pages.ts';
import { explain } from '../../src/catalog/explain.ts';
import { LANGUAGES } from '../../src/model/language.ts';
import { RULE_IGNORE } from '../../src/catalog/rule-ignore.ts';
import { RULE_REFERENCES } from '../../src/catalog/rule-references.ts';
import { RULE_IDS, RULE_TEXTS } from '../../src/catalog/rule-texts.ts';

const HEADINGS = [
  'What it says',
  'Example trace',
  'Why',
  'Fix',
  'When to ignore',
  'Reference',
] as const;
type Heading = (typeof HEADINGS)[number];

const pages = await rulePages();
const pageOf = (id: string): string => pages[`${RULE_PAGES}/${id}.md`] ?? '';

function sectionsOf(page: string): Map<Heading, string> {
  const parts = page.split(/^## (.+)$/m).slice(1);
  const sections = new Map<Heading, string>();
  for (let at = 0; at < parts.length; at += 2) {
    sections.set(parts[at] as Heading, (parts[at + 1] ?? '').trim());
  }
  return sections;
}

const textOf = (id: string, section: string): string => {
  const blocks = explain(id, 'en')?.sections.find((one) => one.id === section)?.blocks ?? [];
  return blocks.map((block) => (block.kind === 'text' ? block.text : '')).join('');
};

describe('pages of rules', () => {
  it.each(RULE_IDS)('%s', (id) => {
    const page = pageOf(id);
    expect(page.startsWith(`# ${id}\n`)).toBe(true);
    const sections = sectionsOf(page);
    expect([...sections.keys()]).toEqual(HEADINGS);
    expect([...sections].filter(([, body]) => body === '').map(([heading]) => heading)).toEqual([]);
    const said = sections.get('What it says') ?? '';
    expect(said.startsWith(`${RULE_TEXTS.en[id].summary}\n\n> `)).toBe(true);
    if (id !== 'rule-crashed') expect(sections.get('Example trace')).toMatch(/```text\n.+```$/s);
    expect(sections.get('Fix')).toMatch(/^- /);
    expect(sections.get('When to ignore')).toBe(textOf(id, 'ignore'));
    expect(sections.get('Reference')).toBe(textOf(id, 'reference'));
    expect(page).toMatch(/[^\n]\n$/);
  });

  it('are all there, listed in the index, and nothing else is', () => {
    const names = [...RULE_IDS, 'README'].map((id) => `${RULE_PAGES}/${id}.md`);
    expect(Object.keys(pages).sort()).toEqual(names.sort());
    const listed = [...pageOf('README').matchAll(/^\| \[([\w-]+)\]\(\1\.md\)/gm)];
    const ids = listed.map(([, id = '']) => id).sort();
    expect(ids).toEqual(RULE_IDS.filter((id) => id !== 'rule-crashed').sort());
  });

  it('say for every rule when to ignore it and where to read on', () => {
    for (const language of LANGUAGES) {
      const ignore = RULE_IDS.filter((id) => RULE_IGNORE[language][id] === undefined);
      expect(ignore, `when to ignore, ${language}`).toEqual([]);
    }
    expect(RULE_IDS.filter((id) => RULE_REFERENCES[id] === undefined)).toEqual([]);
  });
});
