import { jsonText } from '../../report/json-text.ts';
import { renderOthers } from '../../report/others.ts';
import { addAnalysisOptions, type AnalysisFlags, formatOption } from '../analysis-options.ts';
import { paletteFor } from '../colours.ts';
import type { AddCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { tableColumns } from '../io.ts';
import { writeOutput } from '../output.ts';
import { proven } from '../redaction.ts';
import { readReport, requirePaths, somethingReadable } from '../read-report.ts';

interface OthersFlags extends AnalysisFlags {
  readonly format: 'text' | 'json';
}

export const addOthers: AddCommand = (program, io, finish) => {
  const command = program
    .command('others')
    .summary('one line per registration, subscription, probe, …')
    .description(
      'Lists what is no call (registrations, subscriptions, publications, messages, OPTIONS probes), one line each.',
    )
    .argument('[path...]', 'captures, folders (read recursively), or - for standard input')
    .addOption(formatOption(['text', 'json']).default('text'));
  addAnalysisOptions(command).action(async (paths: string[], flags: OthersFlags) => {
    requirePaths(paths, 'siptriage others capture.pcap');
    const report = await readReport(paths, flags, { messages: 'none', groups: false }, io);
    const options = { width: tableColumns(io), colour: paletteFor(io.stdout, flags.color) };
    const chunks =
      flags.format === 'json'
        ? [`${jsonText(report.conversations, 2)}\n`]
        : renderOthers(report, options);
    await writeOutput(proven(report, chunks), undefined, io);
    finish(somethingReadable(report) ? EXIT.analysed : EXIT.unusable);
  });
};
