/** Runs the command as a user would: a process of its own, nothing shared with the test. */
import { spawn, type SpawnOptions } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const BIN = fileURLToPath(new URL('../../bin/siptriage.js', import.meta.url));

export interface CommandResult {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandInput {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly stdin?: Uint8Array | string;
}

/** No colours and no Vietnamese locale of the machine, unless the test asks. */
const NEUTRAL = { LANG: 'C.UTF-8', LC_ALL: '', LC_MESSAGES: '', NO_COLOR: '', FORCE_COLOR: '' };

export function start(args: readonly string[], options: SpawnOptions = {}) {
  const env: NodeJS.ProcessEnv = { ...process.env, ...NEUTRAL, ...options.env };
  for (const [name, value] of Object.entries(env)) if (value === '') delete env[name];
  return spawn(process.execPath, [BIN, ...args], { stdio: 'pipe', ...options, env });
}

export async function siptriage(
  args: readonly string[],
  input: CommandInput = {},
): Promise<CommandResult> {
  const { env, cwd, stdin } = input;
  const child = start(args, { ...(env && { env }), ...(cwd && { cwd }) });
  let [stdout, stderr] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  // The command may end without reading its input.
  child.stdin?.on('error', () => {});
  child.stdin?.end(stdin ?? '');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}
