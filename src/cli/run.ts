import { commandFirst } from './command-first.ts';
import { CommanderError } from './commander.ts';
import { describeError } from './describe-error.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { type Io, warn } from './io.ts';
import { buildProgram } from './program.ts';
import { UsageError } from './usage-error.ts';

/** Our own mistakes, not the user's: their stack is one environment variable away. */
function isDefect(error: unknown): boolean {
  if (error instanceof UsageError || !(error instanceof Error)) return false;
  return ['TypeError', 'RangeError', 'ReferenceError'].includes(error.name) && !('code' in error);
}

function tell(error: unknown, io: Io): void {
  if (isDefect(error)) {
    const stack = (error as Error).stack ?? '';
    if (io.env['SIPTRIAGE_DEBUG']) warn(io, stack);
    else warn(io, `internal error: ${describeError(error)} (set SIPTRIAGE_DEBUG=1 for the place)`);
    return;
  }
  warn(io, describeError(error));
}

/** Runs one command line and returns its exit code. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = EXIT.analysed;
  const program = buildProgram(io, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(commandFirst(args, program), { from: 'user' });
    return io.signal.aborted ? EXIT.interrupted : code;
  } catch (error) {
    if (error instanceof CommanderError)
      return error.exitCode === 0 ? EXIT.analysed : EXIT.unusable;
    if (io.signal.aborted) {
      warn(io, 'interrupted');
      return EXIT.interrupted;
    }
    tell(error, io);
    return EXIT.unusable;
  }
}
