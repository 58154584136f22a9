import { terminalText } from '../report/terminal-text.ts';
import { UsageError } from './usage-error.ts';

/** What to try, by the system's error code. */
const SYSTEM_HINTS: Readonly<Record<string, string>> = {
  ENOENT: 'check the path',
  EACCES: 'check the permissions, or give another place',
  EPERM: 'check the permissions, or give another place',
  EISDIR: 'give a file name, not a folder',
  ENOTDIR: 'a part of the path is a file',
  ENOSPC: 'free some space or write elsewhere with -o',
  EMFILE: 'too many open files; read fewer at once',
};

const SYSTEM_WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EISDIR: 'is a folder',
  ENOTDIR: 'not a folder',
  ENOSPC: 'no space left on the device',
  EMFILE: 'too many open files',
};

interface Described {
  readonly message: string;
  readonly hint: string;
}

function describe(error: unknown): Described {
  if (error instanceof UsageError) return { message: error.message, hint: error.hint };
  if (!(error instanceof Error)) return { message: String(error), hint: '' };
  const { code, path } = error as NodeJS.ErrnoException;
  const words = code === undefined ? undefined : SYSTEM_WORDS[code];
  if (code !== undefined && words !== undefined) {
    return { message: `${path ?? error.message}: ${words}`, hint: SYSTEM_HINTS[code] ?? '' };
  }
  const hint = 'hint' in error && typeof error.hint === 'string' ? error.hint : '';
  return { message: error.message, hint };
}

/** An error in one line: what, where, and what to try. */
export function describeError(error: unknown): string {
  const { message, hint } = describe(error);
  const text = message.split('\n', 1)[0] ?? '';
  return terminalText(hint === '' ? text : `${text} (${hint})`);
}
