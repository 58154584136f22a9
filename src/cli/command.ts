import type { Command } from './commander.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Io } from './io.ts';

/** Ends the command with this exit code. */
export type Finish = (code: ExitCode) => void;

/** One command: it declares its arguments, options and action on the program. */
export type AddCommand = (program: Command, io: Io, finish: Finish) => void;
