import { renderCalls } from '../../report/calls.ts';
import { ndjsonFormat } from '../../report/ndjson.ts';
import { addAnalysisOptions, type AnalysisFlags, formatOption } from '../analysis-options.ts';
import { paletteFor } from '../colours.ts';
import type { AddCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { tableColumns } from '../io.ts';
import { writeOutput } from '../output.ts';
import { proven } from '../redaction.ts';
import { readReport, requirePaths, somethingReadable } from '../read-report.ts';
import { filterCalls, parseWhere, type Where, whereHelp } from '../where.ts';

interface CallsFlags extends AnalysisFlags {
  readonly where?: Where[];
  readonly format: 'text' | 'ndjson';
}

export const addCalls: AddCommand = (program, io, finish) => {
  const command = program
    .command('calls')
    .summary('one line per call')
    .description('Lists the calls, one line each, in the order in which they began.')
    .argument('[path...]', 'captures, folders (read recursively), or - for standard input')
    .option(
      '--where <condition>',
      'only calls that meet the condition (see below)',
      (text: string, all: Where[] | undefined) => [...(all ?? []), parseWhere(text)],
    )
    .addOption(formatOption(['text', 'ndjson']).default('text'))
    .addHelpText('after', whereHelp());
  addAnalysisOptions(command).action(async (paths: string[], flags: CallsFlags) => {
    requirePaths(paths, 'siptriage calls capture.pcap --where outcome=failed-timeout');
    const all = await readReport(paths, flags, { messages: 'none', groups: false }, io);
    const report = filterCalls(all, flags.where ?? []);
    const options = { width: tableColumns(io), colour: paletteFor(io.stdout, flags.color) };
    const chunks =
      flags.format === 'ndjson' ? ndjsonFormat.render(report) : renderCalls(report, options);
    await writeOutput(proven(all, chunks), undefined, io);
    finish(somethingReadable(report) ? EXIT.analysed : EXIT.unusable);
  });
};
