import type { MessageSelection } from '../model/options.ts';
import type { Report } from '../model/report.ts';
import { type AnalysisFlags, analyzeOptions } from './analysis-options.ts';
import { type Io, warn } from './io.ts';
import { progressView } from './progress.ts';
import { UsageError } from './usage-error.ts';

/** Analyses the paths, with progress and warnings on stderr. */
export async function readReport(
  paths: readonly string[],
  flags: AnalysisFlags,
  messages: MessageSelection,
  io: Io,
): Promise<Report> {
  const options = analyzeOptions(flags, io);
  const quiet = flags.quiet === true;
  const progress = progressView(io, quiet);
  // Loaded here, so that `explain` and `--help` need not wait for the readers.
  const { analyze } = await import('../analyze.ts');
  const warnings: string[] = [];
  try {
    return await analyze([...paths], {
      ...options,
      messages,
      signal: io.signal,
      onProgress: (step) => progress.update(step),
      onWarning: (warning) => warnings.push(warning),
    });
  } finally {
    progress.stop();
    if (!quiet) for (const warning of warnings) warn(io, warning);
  }
}

/** Whether at least one source was in a form that could be read, with SIP in it or not. */
export function somethingReadable({ sources }: Report): boolean {
  return sources.some(({ format, messages }) => format !== 'unknown' || messages > 0);
}

/** For commands that need a path. */
export function requirePaths(paths: readonly string[], example: string): void {
  if (paths.length === 0) throw new UsageError('no capture given', `try: ${example}`);
}
