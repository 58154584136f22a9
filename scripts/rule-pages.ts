/** docs/rules/: a page for each rule, in fixed order, made of its texts and of the case that fires it. */
import { RULE_IGNORE } from '../src/catalog/rule-ignore.ts';
import { RULE_REFERENCES } from '../src/catalog/rule-references.ts';
import { RULE_IDS, RULE_TEXTS } from '../src/catalog/rule-texts.ts';
import { explainRule } from '../src/catalog/explain-rule.ts';
import { CAPTURE_RULES, RULES } from '../src/diagnosis/registry.ts';
import { FAMILY_NAMES, familyOf } from '../src/diagnosis/settings/rule-names.ts';
import type { RuleId } from '../src/model/rule-args.ts';
import { type RuleTrace, traceOf } from './rule-trace.ts';

export const RULE_PAGES = 'docs/rules';

const FRAMED = [...RULES, ...CAPTURE_RULES];

/** Path → text. */
export async function rulePages(): Promise<Record<string, string>> {
  const pages: Record<string, string> = { [`${RULE_PAGES}/README.md`]: index() };
  for (const id of RULE_IDS) pages[`${RULE_PAGES}/${id}.md`] = page(id, await traceOf(id));
  return pages;
}

function index(): string {
  const families = FAMILY_NAMES.map((family) => {
    const rows = RULE_IDS.filter((id) => familyOf(id) === family).map(
      (id) => `| [${id}](${id}.md) | ${severityOf(id)} | ${RULE_TEXTS.en[id].summary} |`,
    );
    return [
      `## ${family}`,
      '',
      '| rule | at worst | what it looks for |',
      '|---|---|---|',
      ...rows,
    ];
  });
  return text([
    '# Rules',
    '',
    'Made by `npm run generate` from the rules, their texts and the cases that fire them: change those, not these pages.',
    '',
    ...families.flatMap((lines) => [...lines, '']),
  ]);
}

function severityOf(id: RuleId): string {
  return FRAMED.find((rule) => rule.id === id)?.severity ?? 'warning';
}

function page(id: RuleId, trace: RuleTrace | null): string {
  const family = familyOf(id);
  const told = trace?.finding ?? example(id);
  return text([
    `# ${id}`,
    '',
    `${[family === '' ? 'engine' : `family ${family}`, `${severityOf(id)} at worst`].join(' · ')} · [all rules](README.md)`,
    '',
    '## What it says',
    '',
    RULE_TEXTS.en[id].summary,
    '',
    `> ${told.title}`,
    '',
    '## Example trace',
    '',
    ...(trace === null
      ? ['None: no trace can show it.']
      : [`${sentence(trace.name)}, as the tests have it:`, '', '```text', ...trace.lines, '```']),
    '',
    '## Why',
    '',
    told.explanation,
    '',
    '## Fix',
    '',
    ...told.fix.map((step) => `- ${step}`),
    '',
    '## When to ignore',
    '',
    RULE_IGNORE.en[id] ?? 'Not written yet.',
    '',
    '## Reference',
    '',
    RULE_REFERENCES[id],
  ]);
}

interface Told {
  readonly title: string;
  readonly explanation: string;
  readonly fix: readonly string[];
}

/** What `siptriage explain` shows. */
function example(id: RuleId): Told {
  const { sections } = explainRule(id, 'en');
  const blocks = (name: string) => sections.find((one) => one.id === name)?.blocks ?? [];
  const first = (name: string): string =>
    blocks(name).flatMap((block) => (block.kind === 'text' ? [block.text] : []))[0] ?? '';
  const fix = blocks('fix').flatMap((block) => (block.kind === 'list' ? block.items : []));
  return { title: first('example'), explanation: first('meaning'), fix };
}

function sentence(name: string): string {
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

function text(lines: readonly string[]): string {
  return `${lines.join('\n').trimEnd()}\n`;
}
