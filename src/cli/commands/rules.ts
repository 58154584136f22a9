import { RULE_TEXTS } from '../../catalog/rule-texts.ts';
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

interface RulesFlags extends CommonFlags {
  readonly format: 'text' | 'json';
}

interface RuleRow {
  readonly id: string;
  readonly severity: Severity;
  readonly summary: string;
}

export const addRules: AddCommand = (program, io, finish) => {
  const command = program
    .command('rules')
    .summary('all rules, with their severity at worst')
    .description('Lists the rules. "siptriage explain <rule>" shows one with an example.')
    .addOption(formatOption(['text', 'json']).default('text'));
  addCommonOptions(command).action(async (flags: RulesFlags) => {
    const language = languageFrom(flags.lang, io.env);
    const { RULES } = await import('../../diagnosis/registry.ts');
    const rules = RULES.map(({ id, severity }): RuleRow => {
      const { summary } = RULE_TEXTS[language][id];
      return { id, severity, summary };
    });
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
