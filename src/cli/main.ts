import { EXIT } from './exit-codes.ts';
import { run } from './run.ts';

const interrupt = new AbortController();

/** The first signal stops reading in order; a second one stops at once. */
function onSignal(): void {
  if (interrupt.signal.aborted) process.exit(EXIT.interrupted);
  interrupt.abort(new Error('interrupted'));
  // A pipe that has nothing to give would keep the reader waiting.
  process.stdin.destroy();
}
process.on('SIGINT', onSignal);
process.on('SIGTERM', onSignal);

// `siptriage … | head` closes the pipe when it has seen enough: that is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? EXIT.analysed);
    throw error;
  });
}

async function main(): Promise<void> {
  const { stdout, stderr, env } = process;
  const code = await run(process.argv.slice(2), { stdout, stderr, env, signal: interrupt.signal });
  process.exitCode = code;
  // A pipe that is still open would keep the process alive, and nothing more is wanted from it.
  if (code === EXIT.interrupted) process.stdout.write('', () => process.exit());
}

void main();
