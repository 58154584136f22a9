import { explain } from '../../catalog/explain.ts';
import type { Sheet } from '../../catalog/sheet.ts';
import { renderSheet } from '../../report/sheet.ts';
import { addCommonOptions, type CommonFlags, formatOption } from '../analysis-options.ts';
import { paletteFor } from '../colours.ts';
import type { AddCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { type Io, proseColumns } from '../io.ts';
import { languageFrom } from '../language.ts';
import { writeOutput } from '../output.ts';
import { UsageError } from '../usage-error.ts';

export interface SheetFlags extends CommonFlags {
  readonly format: 'text' | 'json';
}

/** Writes a catalog page as the user asked for it. */
export async function deliverSheet(sheet: Sheet, flags: SheetFlags, io: Io): Promise<void> {
  const options = { width: proseColumns(io), colour: paletteFor(io.stdout, flags.color) };
  const chunks =
    flags.format === 'json' ? [`${JSON.stringify(sheet, null, 2)}\n`] : renderSheet(sheet, options);
  await writeOutput(chunks, undefined, io);
}

export const addExplain: AddCommand = (program, io, finish) => {
  const command = program
    .command('explain')
    .summary('what a code, cause, warning or rule means')
    .description('Explains a status code, cause, Warning, Reason value, reason phrase or rule.')
    .argument('<topic...>', '603, Q.850:21, Warning:305, "Q.850;cause=16", busy here, a rule id')
    .addOption(formatOption(['text', 'json']).default('text'));
  addCommonOptions(command).action(async (words: string[], flags: SheetFlags) => {
    const topic = words.join(' ');
    const sheet = explain(topic, languageFrom(flags.lang, io.env));
    if (sheet === null) {
      throw new UsageError(
        `${topic}: nothing in the catalog under this name`,
        'try 603, Q.850:21, Warning:305, RELEASE_CAUSE:2, or a rule of "siptriage rules"',
      );
    }
    await deliverSheet(sheet, flags, io);
    finish(EXIT.analysed);
  });
};
