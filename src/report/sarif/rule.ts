import { FORMAT_WORDS } from '../../catalog/format-words.ts';
import { explainRule } from '../../catalog/explain-rule.ts';
import { RULE_IDS } from '../../catalog/rule-texts.ts';
import type { Block } from '../../catalog/sheet.ts';
import type { ReportFinding } from '../../model/report.ts';
import type { Outcome, Severity } from '../../model/vocabulary.ts';
import type { Page } from '../context.ts';
import { code, prose } from '../markdown/gate.ts';
import type { SarifRule } from './builder.ts';
import { sarifText } from './text.ts';

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

export function levelOf(severity: Severity): 'error' | 'warning' | 'note' {
  return LEVELS[severity];
}

function blockLines(block: Block): string[] {
  if (block.kind === 'text') return [block.text];
  if (block.kind === 'list') return block.items.map((item) => `- ${item}`);
  return block.kind === 'facts' ? block.rows.map(({ label, value }) => `${label}: ${value}`) : [];
}

/** What the catalog says of a rule, as help beside its results. */
function helpOf(id: (typeof RULE_IDS)[number], page: Page): SarifRule {
  const sheet = explainRule(id, page.report.language);
  const { sections } = sheet;
  const text = sections
    .map(({ heading, blocks }) => [heading, ...blocks.flatMap(blockLines)].join('\n'))
    .join('\n\n');
  const markdown = sections
    .map(({ heading, blocks }) => {
      const lines = blocks
        .flatMap(blockLines)
        .map((line) => (line.startsWith('- ') ? `- ${prose(line.slice(2))}` : prose(line)));
      return [`**${prose(heading)}**`, '', ...lines].join('\n');
    })
    .join('\n\n');
  return {
    id,
    shortDescription: { text: sheet.subtitle },
    help: { text, markdown: `${code(id)}\n\n${markdown}` },
  };
}

/** The descriptor of a rule that fired; of one that this version does not know, its name alone. */
export function ruleOf({ rule, severity }: ReportFinding, page: Page): SarifRule {
  const id = RULE_IDS.find((known) => known === rule);
  const described =
    id === undefined
      ? { id: sarifText(rule), shortDescription: { text: sarifText(rule) } }
      : helpOf(id, page);
  return { ...described, defaultConfiguration: { level: levelOf(severity) } };
}

/** A failure that no rule explains is reported under its outcome. */
export function outcomeRule(outcome: Outcome, { labels, report }: Page): SarifRule {
  const text = FORMAT_WORDS[report.language].outcomeRule(labels.outcomes[outcome]);
  return {
    id: outcome,
    shortDescription: { text },
    help: { text },
    defaultConfiguration: { level: 'error' },
  };
}
