import { REPORT_WORDS } from '../../catalog/report-words.ts';
import type { MessageSelection } from '../../model/options.ts';
import type { Report, ReportCall } from '../../model/report.ts';
import { findCalls, worstCall } from '../../report/find-call.ts';
import { renderLadder } from '../../report/ladder.ts';
import { addAnalysisOptions, type AnalysisFlags } from '../analysis-options.ts';
import { paletteFor } from '../colours.ts';
import type { AddCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { type Io, ladderColumns, warn } from '../io.ts';
import { writeOutput } from '../output.ts';
import { proven, writtenAs } from '../redaction.ts';
import { readReport, requirePaths } from '../read-report.ts';
import { UsageError } from '../usage-error.ts';

interface LadderFlags extends AnalysisFlags {
  readonly call?: string;
}

const MAX_NAMED = 5;

function theCall(report: Report, wanted: string): ReportCall {
  const found =
    writtenAs(report, wanted)
      .map((name) => findCalls(report, name))
      .find((calls) => calls.length > 0) ?? [];
  const [first] = found;
  if (first === undefined) {
    throw new UsageError(`--call ${wanted}: no such call`, '"siptriage calls" lists them');
  }
  if (found.length > 1) {
    const ids = found.slice(0, MAX_NAMED).map(({ id }) => id);
    const more = found.length > MAX_NAMED ? ', …' : '';
    throw new UsageError(
      `--call ${wanted}: ${found.length} calls begin with that`,
      `be more precise: ${ids.join(', ')}${more}`,
    );
  }
  return first;
}

async function worst(paths: string[], flags: LadderFlags, io: Io): Promise<[Report, ReportCall]> {
  const report = await readReport(paths, flags, { messages: 'problems', groups: false }, io);
  const call = worstCall(report);
  if (call === undefined) throw new UsageError('no call in this capture');
  if (flags.quiet !== true) warn(io, `${call.id}: ${REPORT_WORDS[report.language].worstCall}`);
  if (call.messages !== undefined) return [report, call];
  if (paths.includes('-')) return [report, call];
  // A healthy capture: its calls carry no messages yet.
  const again = await readReport(paths, flags, { messages: [call.id], groups: false }, io);
  return [again, theCall(again, call.id)];
}

async function named(
  paths: string[],
  wanted: string,
  flags: LadderFlags,
  io: Io,
): Promise<[Report, ReportCall]> {
  const selection: MessageSelection = [wanted];
  const report = await readReport(paths, flags, { messages: selection, groups: false }, io);
  return [report, theCall(report, wanted)];
}

export const addLadder: AddCommand = (program, io, finish) => {
  const command = program
    .command('ladder')
    .summary('the message flow of one call')
    .description(
      'Draws the message flow of one call, with what each response means. Without --call: of the worst one.',
    )
    .argument('[path...]', 'captures, folders (read recursively), or - for standard input')
    .option('--call <id>', 'call id or Call-ID, or the beginning of one');
  addAnalysisOptions(command).action(async (paths: string[], flags: LadderFlags) => {
    requirePaths(paths, 'siptriage ladder capture.pcap');
    const [report, call] =
      flags.call === undefined
        ? await worst(paths, flags, io)
        : await named(paths, flags.call, flags, io);
    const options = { width: ladderColumns(io), colour: paletteFor(io.stdout, flags.color) };
    await writeOutput(proven(report, renderLadder(report, call, options)), undefined, io);
    finish(EXIT.analysed);
  });
};
