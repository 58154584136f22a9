import { jsonText } from '../../report/json-text.ts';
import { renderKpis } from '../../report/kpis.ts';
import { addAnalysisOptions, type AnalysisFlags, formatOption } from '../analysis-options.ts';
import { paletteFor } from '../colours.ts';
import type { AddCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { tableColumns } from '../io.ts';
import { writeOutput } from '../output.ts';
import { proven } from '../redaction.ts';
import { readReport, requirePaths, somethingReadable } from '../read-report.ts';

interface KpisFlags extends AnalysisFlags {
  readonly format: 'text' | 'json';
}

export const addKpis: AddCommand = (program, io, finish) => {
  const command = program
    .command('kpis')
    .summary('answer ratios and delays, by peer, trunk, user agent, number and time')
    .description(
      'Sums the calls up into the metrics of RFC 6076 and ITU-T E.411/E.425: of all, and by peer, trunk, user agent, called number and time.',
    )
    .argument('[path...]', 'captures, folders (read recursively), or - for standard input')
    .addOption(formatOption(['text', 'json']).default('text'));
  addAnalysisOptions(command).action(async (paths: string[], flags: KpisFlags) => {
    requirePaths(paths, 'siptriage kpis capture.pcap');
    const selection = { messages: 'none', calls: 'troubled', groups: true } as const;
    const report = await readReport(paths, flags, selection, io);
    const options = { width: tableColumns(io), colour: paletteFor(io.stdout, flags.color) };
    const chunks =
      flags.format === 'json' ? [`${jsonText(report.kpis, 2)}\n`] : renderKpis(report, options);
    await writeOutput(proven(report, chunks), undefined, io);
    finish(somethingReadable(report) ? EXIT.analysed : EXIT.unusable);
  });
};
