import { addAnalysisOptions, formatOption } from '../analysis-options.ts';
import type { AddCommand } from '../command.ts';
import { InvalidArgumentError } from '../commander.ts';
import {
  addTicketOptions,
  chooseFormat,
  chooseWriter,
  deliver,
  type DeliveryFlags,
} from '../deliver.ts';
import { EXIT } from '../exit-codes.ts';
import { FAIL_ON_HELP, parseFailOn } from '../fail-on.ts';
import { refuseOwnInput } from '../own-input.ts';
import { readReport } from '../read-report.ts';

export function parseLimit(text: string): number {
  const limit = Number(text);
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It is a whole number, 0 for all.');
  return limit;
}

export const addAnalyze: AddCommand = (program, io, finish) => {
  const command = program
    .command('analyze', { isDefault: true })
    .summary('triage report on the terminal (the default command)')
    .description('Says which calls went wrong, where, why, how sure it is, and what to do.')
    .argument('[path...]', 'captures, folders (read recursively), or - for standard input')
    .addOption(formatOption())
    .option('-o, --output <file>', 'write to a file; its extension decides the format')
    .option('--fail-on <what>', FAIL_ON_HELP)
    .option('--limit <n>', 'problems to show in full, 0 for all (default: 10)', parseLimit);
  addAnalysisOptions(addTicketOptions(command)).action(
    async (paths: string[], flags: DeliveryFlags) => {
      if (paths.length === 0) {
        io.stderr.write(
          [
            'usage: siptriage [analyze] <path…|->     triage report of captures and folders',
            '       siptriage explain 603             what a code means',
            '       siptriage --help                  everything else',
            '',
          ].join('\n'),
        );
        finish(EXIT.unusable);
        return;
      }
      const format = chooseFormat(flags);
      const failOn = flags.failOn === undefined ? undefined : parseFailOn(flags.failOn);
      const write = await chooseWriter(format, flags);
      await refuseOwnInput(flags.output, paths);
      const report = await readReport(paths, flags, format.needs, io);
      finish(await deliver(report, write, flags, failOn, io));
    },
  );
};
