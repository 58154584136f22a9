import { explainRule } from '../../catalog/explain-rule.ts';
import { RULE_IDS, RULE_TEXTS } from '../../catalog/rule-texts.ts';
import type { Language } from '../../model/language.ts';
import type { RuleId } from '../../model/rule-args.ts';
import type { Severity } from '../../model/vocabulary.ts';
import { dim, piece } from '../../report/line.ts';
import { tableText } from '../../report/table.ts';
import { addCommonOptions, type CommonFlags, formatOption } from '../analysis-options.ts';
import { paletteFor } from '../colours.ts';
import type { AddCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { proseColumns } from '../io.ts';
import { languageFrom } from '../language.ts';
import { writeOutput } from '../output.ts';
import { deliverSheet } from './explain.ts';

interface RulesFlags extends CommonFlags {
  readonly format: 'text' | 'json';
}

interface RuleRow {
  readonly id: RuleId;
  readonly family: string;
  readonly severity: Severity;
  readonly summary: string;
}

/** The rules that these names mean, or all; each once, in the order of the registry. */
async function rowsOf(names: readonly string[], language: Language): Promise<RuleRow[]> {
  const [{ CAPTURE_RULES, RULES }, { familyOf, rulesNamed }, { unknownRule }] = await Promise.all([
    import('../../diagnosis/registry.ts'),
    import('../../diagnosis/settings/rule-names.ts'),
    import('../../diagnosis/settings/policy.ts'),
  ]);
  const wanted = new Set<RuleId>();
  for (const name of names) {
    const found = rulesNamed(name);
    if (found.length === 0) throw unknownRule(name, name);
    for (const id of found) wanted.add(id);
  }
  const rows = new Map<RuleId, RuleRow>();
  for (const { id, severity } of [...RULES, ...CAPTURE_RULES]) {
    if (rows.has(id) || (names.length > 0 && !wanted.has(id))) continue;
    const { summary } = RULE_TEXTS[language][id];
    rows.set(id, { id, family: familyOf(id), severity, summary });
  }
  return [...rows.values()];
}

export const addRules: AddCommand = (program, io, finish) => {
  const command = program
    .command('rules')
    .summary('all rules, with their severity at worst')
    .description(
      'Lists the rules: all, or those of a family (setup) or pattern (trying-*). One rule by its id is explained, with an example.',
    )
    .argument('[rule...]', 'rule id, family or pattern')
    .addOption(formatOption(['text', 'json']).default('text'));
  addCommonOptions(command).action(async (names: string[], flags: RulesFlags) => {
    const language = languageFrom(flags.lang, io.env);
    const single = names.length === 1 ? RULE_IDS.find((id) => id === names[0]) : undefined;
    if (single !== undefined) {
      await deliverSheet(explainRule(single, language), flags, io);
      finish(EXIT.analysed);
      return;
    }
    const rules = await rowsOf(names, language);
    const rows = rules.map(({ id, severity, summary }) => [
      piece(id, 'strong'),
      piece(severity, severity === 'info' ? 'dim' : severity),
      dim(summary),
    ]);
    const text =
      flags.format === 'json'
        ? `${JSON.stringify(rules, null, 2)}\n`
        : tableText(rows, proseColumns(io), paletteFor(io.stdout, flags.color));
    await writeOutput([text], undefined, io);
    finish(EXIT.analysed);
  });
};
