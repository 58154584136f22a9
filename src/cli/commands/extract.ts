import { extname } from 'node:path';
import { expandPaths } from '../../input/paths.ts';
import { readKeyLogFile } from '../../input/key-log-file.ts';
import type { Extracted, ExtractFormat } from '../../extract/extract.ts';
import type { Report } from '../../model/report.ts';
import { findCalls } from '../../report/find-call.ts';
import { addAnalysisOptions, type AnalysisFlags } from '../analysis-options.ts';
import type { AddCommand } from '../command.ts';
import { EXIT } from '../exit-codes.ts';
import { type Io, warn } from '../io.ts';
import { refuseOwnInput } from '../own-input.ts';
import { proofOf, writtenAs } from '../redaction.ts';
import { readReport, requirePaths } from '../read-report.ts';
import { UsageError } from '../usage-error.ts';

interface ExtractFlags extends AnalysisFlags {
  readonly call?: string;
  readonly incident?: string;
  readonly output: string;
}

/** By the extension of the file. */
const FORMATS: Readonly<Record<string, ExtractFormat>> = {
  '.pcapng': 'pcapng',
  '.ntar': 'pcapng',
  '.pcap': 'pcap',
  '.cap': 'pcap',
  '.txt': 'text',
  '.log': 'text',
};

const EXAMPLES = `
Examples:
  siptriage extract trunk.pcap --call c25 -o c25.pcapng
  siptriage extract day/ --incident i1 -o stalled.pcapng
  siptriage extract pbx.log --call 8f3a@192.0.2.10 -o call.txt`;

/** Ids of the calls and other conversations that are asked for. */
function chosen(report: Report, { call, incident }: ExtractFlags): string[] {
  if (call !== undefined) {
    const calls = writtenAs(report, call).flatMap((name) =>
      findCalls(report, name).map(({ id }) => id),
    );
    const others = report.conversations
      .filter(({ id, callId }) => id === call || callId === call)
      .map(({ id }) => id);
    const found = calls.length > 0 ? calls : others;
    if (found.length > 0) return found;
    throw new UsageError(`--call ${call}: no such call`, '"siptriage calls" lists them');
  }
  const known = report.incidents.find(({ id }) => id === incident);
  if (known !== undefined) return [...known.calls, ...(known.conversations ?? [])];
  const last = report.incidents.at(-1)?.id;
  throw new UsageError(
    `--incident ${incident}: no such incident`,
    last === undefined
      ? 'there are none'
      : `there are i1 to ${last}: the problems of the report, in order`,
  );
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function tell(done: Extracted, { output }: ExtractFlags, io: Io): void {
  const parts = [
    counted(done.messages, 'SIP message'),
    ...(done.packets > 0 ? [counted(done.packets, 'packet')] : []),
    ...(done.media > 0 ? [`${done.media} of them media`] : []),
  ];
  warn(io, `${output}: ${parts.join(', ')}`);
  if (done.logMessages > 0) {
    warn(
      io,
      `${counted(done.logMessages, 'message')} from logs left out: a capture cannot hold log rows (-o FILE.txt does)`,
    );
  }
  if (done.rewritten > 0) {
    warn(
      io,
      `${counted(done.rewritten, 'message')} written as text: the rows of the log cannot be read without the others`,
    );
  }
  if (done.dropped > 0) {
    warn(
      io,
      `${counted(done.dropped, 'packet')} may be missing: too many others lay between and the rest of the message`,
    );
  }
  if (done.unfit > 0) {
    warn(
      io,
      `${counted(done.unfit, 'message')} left out: no addresses are known, or it is too much for a datagram`,
    );
  }
  if (done.otherLinks > 0) {
    warn(
      io,
      `${counted(done.otherLinks, 'packet')} of another link type left out (-o FILE.pcapng holds all)`,
    );
  }
  if (done.leftOut > 0) {
    warn(io, `comments and secrets left out: ${done.leftOut} (-o FILE.pcapng holds them)`);
  }
}

export const addExtract: AddCommand = (program, io, finish) => {
  const command = program
    .command('extract')
    .summary('the packets or log rows of one call or incident')
    .description(
      'Copies the packets of a call or of all calls of an incident, with the media that their SDP names, original bytes and times; comments name the findings. ' +
        'To a .txt file: the rows of logs as they stand there, and messages of captures as text.',
    )
    .argument('[path...]', 'captures, logs, folders (read recursively)')
    .option('--call <id>', 'call id or Call-ID, or the beginning of one')
    .option(
      '--incident <id>',
      'incident id (i1, i2, … in JSON and HTML: the problems, worst first)',
    )
    .requiredOption('-o, --output <file>', 'the file to write: .pcapng, .pcap or .txt')
    .addHelpText('after', EXAMPLES);
  addAnalysisOptions(command).action(async (paths: string[], flags: ExtractFlags) => {
    requirePaths(paths, 'siptriage extract capture.pcap --call c1 -o call.pcapng');
    if ((flags.call === undefined) === (flags.incident === undefined)) {
      throw new UsageError('what to extract?', 'give --call ID or --incident ID');
    }
    if (paths.includes('-')) {
      throw new UsageError('extract reads its input twice', 'save standard input to a file first');
    }
    const format = FORMATS[extname(flags.output).toLowerCase()];
    if (format === undefined) {
      const known = Object.keys(FORMATS).join(', ');
      throw new UsageError(
        `-o ${flags.output}: the name does not say which format`,
        `one of ${known}`,
      );
    }
    await refuseOwnInput(flags.output, paths);
    const report = await readReport(paths, flags, { messages: 'none', groups: false }, io);
    const ids = chosen(report, flags);
    const [{ extract }, { extractRedacted }, { wantedOf }] = await Promise.all([
      import('../../extract/extract.ts'),
      import('../../extract/redacted-extract.ts'),
      import('../../extract/wanted.ts'),
    ]);
    const { files } = await expandPaths(paths);
    const wanted = wantedOf(report, ids);
    const output = { path: flags.output, format };
    const options = {
      ...(flags.keylog === undefined ? {} : { keylog: await readKeyLogFile(flags.keylog) }),
      ...(flags.logZone === undefined ? {} : { logZone: flags.logZone }),
    };
    const proof = proofOf(report);
    const done =
      proof === undefined
        ? await extract(files, wanted, output, options)
        : await extractRedacted(files, wanted, output, options, proof);
    if (flags.quiet !== true) tell(done, flags, io);
    finish(done.packets + done.messages > 0 ? EXIT.analysed : EXIT.unusable);
  });
};
