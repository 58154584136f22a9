import { addAnalysisOptions, formatOption } from '../analysis-options.ts';
import type { AddCommand } from '../command.ts';
import {
  addTicketOptions,
  chooseFormat,
  chooseWriter,
  deliver,
  type DeliveryFlags,
} from '../deliver.ts';
import { FAIL_ON_HELP, parseFailOn } from '../fail-on.ts';
import { refuseOwnInput } from '../own-input.ts';
import { readReport, requirePaths } from '../read-report.ts';
import { parseLimit } from './analyze.ts';

export const addReport: AddCommand = (program, io, finish) => {
  const command = program
    .command('report')
    .summary('write the report to a file')
    .description('Writes the report to a file, in the format of its extension or of --format.')
    .argument('[path...]', 'captures, folders (read recursively), or - for standard input')
    .requiredOption('-o, --output <file>', 'the file to write, - for standard output')
    .addOption(formatOption())
    .option('--fail-on <what>', FAIL_ON_HELP)
    .option('--limit <n>', 'problems to show in full, 0 for all', parseLimit, 0);
  addAnalysisOptions(addTicketOptions(command)).action(
    async (paths: string[], flags: DeliveryFlags) => {
      requirePaths(paths, 'siptriage report capture.pcap -o report.json');
      const format = chooseFormat(flags);
      const failOn = flags.failOn === undefined ? undefined : parseFailOn(flags.failOn);
      const write = await chooseWriter(format, flags);
      await refuseOwnInput(flags.output, paths);
      const report = await readReport(paths, flags, format.needs, io);
      finish(await deliver(report, write, flags, failOn, io));
    },
  );
};
