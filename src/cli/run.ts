import { commandFirst } from './command-first.ts';
import { CommanderError } from './commander.ts';
import { describeError } from './describe-error.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { type Io, warn } from './io.ts';
import { refuseMistyped } from './mistyped.ts';
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
export async function run(
  args: readonly string[],
  given: Omit<Io, 'couldNotRead'>,
): Promise<ExitCode> {
  let code: ExitCode = EXIT.analysed;
  let complete = true;
  const couldNotRead = (): void => {
    complete = false;
  };
  const io: Io = { ...given, couldNotRead };
  const program = buildProgram(io, (result) => {
    code = result;
  });
  try {
    const ordered = commandFirst(args, program);
    refuseMistyped(ordered, program);
    await program.parseAsync(ordered, { from: 'user' });
    if (io.signal.aborted) return EXIT.interrupted;
    return complete || code !== EXIT.analysed ? code : EXIT.unusable;
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
