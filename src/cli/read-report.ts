import { readKeyLogFile } from '../input/key-log-file.ts';
import type { AnalyzeOptions } from '../model/options.ts';
import type { Report } from '../model/report.ts';
import { type AnalysisFlags, analyzeOptions } from './analysis-options.ts';
import { type Io, warn } from './io.ts';
import { readConfig } from './config-file.ts';
import { keyNote, rememberRedacted } from './redaction.ts';
import { progressView } from './progress.ts';
import { UsageError } from './usage-error.ts';

/** Analyses the paths, with progress and warnings on stderr. */
export async function readReport(
  paths: readonly string[],
  flags: AnalysisFlags,
  selection: Pick<AnalyzeOptions, 'messages' | 'calls' | 'groups'>,
  io: Io,
): Promise<Report> {
  const file = flags.config === false ? null : await readConfig(flags.config);
  const options = analyzeOptions(flags, file?.config ?? {}, io);
  const keylog = flags.keylog === undefined ? undefined : await readKeyLogFile(flags.keylog);
  const quiet = flags.quiet === true;
  const progress = progressView(io, quiet);
  // Loaded here, so that `explain` and `--help` need not wait for the readers.
  const [{ analyze, analyzeRedacted }, { checkNames }] = await Promise.all([
    import('../analyze.ts'),
    import('./check-names.ts'),
  ]);
  checkNames(options.only ?? [], file);
  const note = keyNote(flags, io.env);
  const warnings: string[] = note === undefined ? [] : [note];
  try {
    const complete: AnalyzeOptions & { messages: AnalyzeOptions['messages'] } = {
      ...options,
      ...selection,
      ...(keylog === undefined ? {} : { keylog }),
      signal: io.signal,
      onProgress: (step) => progress.update(step),
      onWarning: (warning) => warnings.push(warning),
      onUnreadable: () => io.couldNotRead(),
    };
    const analysis =
      options.redact === undefined
        ? analyze([...paths], complete)
        : analyzeRedacted([...paths], complete).then(rememberRedacted);
    const report = await Promise.race([analysis, stuck(io.signal)]);
    if (report.partial === true) {
      warnings.push('interrupted: this covers what was read so far (Ctrl-C again stops at once)');
    }
    return report;
  } finally {
    progress.stop();
    if (!quiet) for (const warning of warnings) warn(io, warning);
  }
}

/** An interrupted analysis gets this long to come to its report, ms. */
const GRACE = 5000;

/** Rejects when an aborted analysis does not end: a pipe that has not given its first bytes yet, say. */
function stuck(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const stop = (): void => {
      setTimeout(() => reject(signal.reason as Error), GRACE).unref();
    };
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

/** Whether at least one source was in a form that could be read, with SIP in it or not. */
export function somethingReadable({ sources }: Report): boolean {
  return sources.some(({ format, messages }) => format !== 'unknown' || messages > 0);
}

/** For commands that need a path. */
export function requirePaths(paths: readonly string[], example: string): void {
  if (paths.length === 0) throw new UsageError('no capture given', `try: ${example}`);
}
