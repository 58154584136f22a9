import { spawn } from 'node:child_process';
import type { Writable } from 'node:stream';

/** Commands that run at the same time, and that wait for their turn. */
const MAX_RUNNING = 4;
const MAX_WAITING = 1000;
/** A command that takes longer is ended, ms. */
const LONGEST_RUN = 30_000;

/** The command line of `--exec`: parted at blanks, and the arguments of `--exec-arg` behind it, each as it is. */
export function commandLine(text: string, more: readonly string[] = []): string[] {
  return [...text.split(/\s+/).filter((part) => part !== ''), ...more];
}

/**
 * Runs a command for each of what it is given, on the command's standard input. There is no shell: nothing of it is ever part of a command
 * line. Failures are told once for each kind.
 */
export class ExecQueue {
  /** What was not handed to a command, because too many waited. */
  dropped = 0;
  failed = 0;
  readonly #file: string;
  readonly #args: readonly string[];
  readonly #warn: (message: string) => void;
  readonly #waiting: string[] = [];
  readonly #told = new Set<string>();
  readonly #running = new Set<Promise<void>>();

  constructor([file = '', ...args]: readonly string[], warn: (message: string) => void) {
    this.#file = file;
    this.#args = args;
    this.#warn = warn;
  }

  add(input: string): void {
    if (this.#waiting.length >= MAX_WAITING) {
      this.dropped += 1;
      this.#tell(`--exec: ${this.#file} is too slow: not every finding is handed to it`);
      return;
    }
    this.#waiting.push(input);
    this.#next();
  }

  /** Waits until all have run, but not for longer than this (ms); what still waits then is dropped. */
  async finish(patience: number): Promise<void> {
    const end = Date.now() + patience;
    while (this.#running.size > 0 && Date.now() < end) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, end - Date.now());
      });
      await Promise.race([...this.#running, late]);
      clearTimeout(timer);
    }
    this.dropped += this.#waiting.length;
    this.#waiting.length = 0;
  }

  #next(): void {
    while (this.#running.size < MAX_RUNNING) {
      const input = this.#waiting.shift();
      if (input === undefined) return;
      const run = this.#runAndTell(input).finally(() => {
        this.#running.delete(run);
        this.#next();
      });
      this.#running.add(run);
    }
  }

  async #runAndTell(input: string): Promise<void> {
    const problem = await this.#run(input);
    if (problem === null) return;
    this.failed += 1;
    this.#tell(`--exec: ${this.#file} ${problem}`);
  }

  /** Null when it went well, else what went wrong. */
  async #run(input: string): Promise<string | null> {
    return new Promise((resolve) => {
      const child = spawn(this.#file, this.#args, {
        // Standard output is that of the findings.
        stdio: ['pipe', 'ignore', 'inherit'],
        timeout: LONGEST_RUN,
        killSignal: 'SIGKILL',
      });
      child.on('error', (error: NodeJS.ErrnoException) => {
        resolve(`cannot be run: ${error.code ?? error.message}`);
      });
      child.on('close', (code, signal) => {
        if (signal === 'SIGKILL') resolve(`was ended: it took longer than ${LONGEST_RUN / 1000} s`);
        else if (signal !== null) resolve(`was ended by ${signal}`);
        else resolve(code === 0 ? null : `failed with exit code ${code}`);
      });
      // A command need not read what it is given.
      const stdin = child.stdin as Writable | null;
      stdin?.on('error', () => undefined);
      stdin?.end(input);
    });
  }

  #tell(problem: string): void {
    if (this.#told.has(problem)) return;
    this.#told.add(problem);
    this.#warn(problem);
  }
}
