/** The process as the commands see it; tests bring their own. */
export interface Io {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: NodeJS.ProcessEnv;
  /** Aborted by the first SIGINT or SIGTERM. */
  readonly signal: AbortSignal;
  /** A path that was asked for could not be read: the exit code tells it, whatever else was read. */
  couldNotRead(): void;
}

const DEFAULT_COLUMNS = 80;
const MIN_COLUMNS = 40;
/** Longer lines are harder to read, whatever the terminal has. */
const MAX_COLUMNS = 110;

/** Columns for prose: the terminal's, within what is readable; 80 for pipes and files. */
export function proseColumns({ stdout }: Io): number {
  const columns = stdout.isTTY ? stdout.columns : DEFAULT_COLUMNS;
  return Math.min(MAX_COLUMNS, Math.max(MIN_COLUMNS, columns));
}

/** Columns for ladders: the terminal's, 80 for pipes. */
export function ladderColumns({ stdout }: Io): number {
  return stdout.isTTY ? stdout.columns : DEFAULT_COLUMNS;
}

/** Columns for tables: the terminal's, 80 for pipes; programs take ndjson, where nothing is cut. */
export function tableColumns({ stdout }: Io): number {
  return stdout.isTTY ? Math.max(MIN_COLUMNS, stdout.columns) : DEFAULT_COLUMNS;
}

export function warn({ stderr }: Io, message: string): void {
  stderr.write(`siptriage: ${message}\n`);
}
