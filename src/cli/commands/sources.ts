import { jsonText } from '../../report/json-text.ts';
import { renderSources } from '../../report/source-list.ts';
import { addAnalysisOptions, type AnalysisFlags, formatOption } from '../analysis-options.ts';
import { paletteFor } from '../colours.ts';
import type { AddCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { proseColumns } from '../io.ts';
import { writeOutput } from '../output.ts';
import { proven } from '../redaction.ts';
import { readReport, requirePaths, somethingReadable } from '../read-report.ts';

interface SourcesFlags extends AnalysisFlags {
  readonly format: 'text' | 'json';
}

export const addSources: AddCommand = (program, io, finish) => {
  const command = program
    .command('sources')
    .summary('what each file was taken for, why, and how much of it was understood')
    .description(
      'Says of each file what it was taken for and why, how much of it was understood, and what was assumed.',
    )
    .argument('[path...]', 'captures, logs, folders (read recursively), or - for standard input')
    .addOption(formatOption(['text', 'json']).default('text'));
  addAnalysisOptions(command).action(async (paths: string[], flags: SourcesFlags) => {
    requirePaths(paths, 'siptriage sources pbx.log');
    const report = await readReport(paths, flags, { messages: 'none', groups: false }, io);
    const options = { width: proseColumns(io), colour: paletteFor(io.stdout, flags.color) };
    const chunks =
      flags.format === 'json'
        ? [`${jsonText(report.sources, 2)}\n`]
        : renderSources(report, options);
    await writeOutput(proven(report, chunks), undefined, io);
    finish(somethingReadable(report) ? EXIT.analysed : EXIT.unusable);
  });
};
