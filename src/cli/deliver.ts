import type { Report } from '../model/report.ts';
import type { ReportFormat } from '../report/format.ts';
import { FORMATS, formatById, formatForFile } from '../report/formats.ts';
import type { AnalysisFlags } from './analysis-options.ts';
import { paletteFor } from './colours.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import type { FailOn } from './fail-on.ts';
import { type Io, proseColumns, warn } from './io.ts';
import { writeOutput } from './output.ts';
import { somethingReadable } from './read-report.ts';
import { PLAIN } from '../report/palette.ts';
import { UsageError } from './usage-error.ts';

export interface DeliveryFlags extends AnalysisFlags {
  readonly format?: string;
  readonly output?: string;
  readonly failOn?: string;
  readonly limit?: number;
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
  format: ReportFormat,
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
  await writeOutput(format.render(report, options), flags.output, io);
  if (!somethingReadable(report)) {
    warn(
      io,
      'nothing readable (captures: pcap, pcapng, snoop, ERF; logs that show SIP messages; plain or compressed; try "tcpdump -w")',
    );
    return EXIT.unusable;
  }
  return failOn?.(report) === true ? EXIT.failOn : EXIT.analysed;
}
