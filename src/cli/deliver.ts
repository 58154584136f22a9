import type { Report } from '../model/report.ts';
import type { RenderOptions, ReportFormat } from '../report/format.ts';
import { FORMATS, formatById, formatForFile } from '../report/formats.ts';
import type { AnalysisFlags } from './analysis-options.ts';
import { paletteFor } from './colours.ts';
import type { Command } from './commander.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { FailOn } from './fail-on.ts';
import { type Io, proseColumns, warn } from './io.ts';
import { writeOutput } from './output.ts';
import { proven } from './redaction.ts';
import { somethingReadable } from './read-report.ts';
import { PLAIN } from '../report/palette.ts';
import { ticketZone } from './ticket-zone.ts';
import { UsageError } from './usage-error.ts';

export interface DeliveryFlags extends AnalysisFlags {
  readonly format?: string;
  readonly output?: string;
  readonly failOn?: string;
  readonly limit?: number;
  readonly carrierTicket?: boolean;
  readonly zone?: string;
}

/** The options of a ticket for another company. */
export function addTicketOptions(command: Command): Command {
  return command
    .option(
      '--carrier-ticket',
      'what another company may read: observations, Call-IDs, addresses, codes, times; nothing internal (text, markdown)',
    )
    .option(
      '--zone <zone>',
      "time zone of the ticket's local times (Asia/Ho_Chi_Minh, +07:00); default: this machine's",
    );
}

/** Makes the report's text; `--carrier-ticket` is for formats that people read. */
type Writer = (report: Report, options: RenderOptions) => Iterable<string>;

/** How the report is to be written; wrong options are told before anything is read. */
export async function chooseWriter(format: ReportFormat, flags: DeliveryFlags): Promise<Writer> {
  if (flags.carrierTicket !== true) {
    if (flags.zone !== undefined) {
      throw new UsageError('--zone is for --carrier-ticket', 'all other times are UTC');
    }
    await format.load?.();
    return (report, options) => format.render(report, options);
  }
  const { ticket } = format;
  if (ticket === undefined) {
    const able = FORMATS.filter((one) => one.ticket !== undefined).map(({ id }) => id);
    throw new UsageError(
      `--carrier-ticket cannot be written as ${format.id}`,
      `formats: ${able.join(', ')}`,
    );
  }
  const zone = ticketZone(flags.zone);
  return (report, options) => ticket(report, { ...options, zone });
}

/** The format named, else the one of the file's extension, else the terminal's. */
export function chooseFormat({ format, output }: DeliveryFlags): ReportFormat {
  const byName = format === undefined ? undefined : formatById(format);
  if (byName !== undefined) return byName;
  const text = FORMATS[0] as ReportFormat;
  if (output === undefined || output === '-') return text;
  const byFile = formatForFile(output);
  if (byFile !== undefined) return byFile;
  const known = FORMATS.map(({ id, extensions }) => `${id} (${extensions.join(', ')})`).join(', ');
  throw new UsageError(
    `-o ${output}: the name does not say which format`,
    `add --format; formats: ${known}`,
  );
}

/** Writes the report where it was asked for, and says how it went. */
export async function deliver(
  report: Report,
  write: Writer,
  flags: DeliveryFlags,
  failOn: FailOn | undefined,
  io: Io,
): Promise<ExitCode> {
  const toFile = flags.output !== undefined && flags.output !== '-';
  const options = {
    width: toFile ? 80 : proseColumns(io),
    colour: toFile ? PLAIN : paletteFor(io.stdout, flags.color),
    ...(flags.limit === undefined ? {} : { limit: flags.limit }),
  };
  await writeOutput(proven(report, write(report, options)), flags.output, io);
  if (!somethingReadable(report)) {
    warn(
      io,
      'nothing readable (captures: pcap, pcapng, snoop, ERF; logs that show SIP messages; plain or compressed; try "tcpdump -w")',
    );
    return EXIT.unusable;
  }
  return failOn?.(report) === true ? EXIT.failOn : EXIT.analysed;
}
