import { explain } from '../../catalog/explain.ts';
import type { Sheet } from '../../catalog/sheet.ts';
import type { Language } from '../../model/language.ts';
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

/** Writes a catalog page as the user asked for it; several below each other, in JSON as a list. */
export async function deliverSheet(
  sheet: Sheet | readonly Sheet[],
  flags: SheetFlags,
  io: Io,
): Promise<void> {
  const options = { width: proseColumns(io), colour: paletteFor(io.stdout, flags.color) };
  const pages = [sheet].flat();
  const chunks =
    flags.format === 'json'
      ? [`${JSON.stringify(sheet, null, 2)}\n`]
      : pages.flatMap((page, at) => [...(at === 0 ? [] : ['\n']), ...renderSheet(page, options)]);
  await writeOutput(chunks, undefined, io);
}

/** A code, `Q.850:16`, or the id of a rule: words that mean something each by itself. */
const EXACT = /^(?:\d{3}|[\w.]+:[\w.]+|[a-z\d]+(?:-[a-z\d]+)+)$/i;

/** The pages that are asked for: one for each exact word, else one for all of them together (`busy here`). */
function pagesFor(words: readonly string[], language: Language): Sheet | readonly Sheet[] | null {
  if (words.length > 1 && words.every((word) => EXACT.test(word))) {
    return words.map((word) => explain(word, language) ?? unknown(word));
  }
  return explain(words.join(' '), language);
}

function unknown(topic: string): never {
  throw new UsageError(
    `${topic}: nothing in the catalog under this name`,
    'try 603, Q.850:21, Warning:305, RELEASE_CAUSE:2, or a rule of "siptriage rules"',
  );
}

export const addExplain: AddCommand = (program, io, finish) => {
  const command = program
    .command('explain')
    .summary('what a code, cause, warning or rule means')
    .description('Explains a status code, cause, Warning, Reason value, reason phrase or rule.')
    .argument('<topic...>', '603, Q.850:21, Warning:305, "Q.850;cause=16", busy here, a rule id')
    .addOption(formatOption(['text', 'json']).default('text'));
  addCommonOptions(command).action(async (words: string[], flags: SheetFlags) => {
    const found = pagesFor(words, languageFrom(flags.lang, io.env));
    await deliverSheet(found ?? unknown(words.join(' ')), flags, io);
    finish(EXIT.analysed);
  });
};
