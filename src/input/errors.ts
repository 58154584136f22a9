/** Why an input cannot be read. */
export type InputProblem =
  | 'not-found'
  | 'not-allowed'
  | 'is-directory'
  | 'no-match'
  | 'empty-folder'
  | 'not-a-file'
  | 'read-failed'
  | 'needs-package';

const HINTS: Record<InputProblem, string> = {
  'not-found': 'check the spelling, or quote a pattern so that the shell leaves it alone',
  'not-allowed': 'make it readable for this user, or pipe it in: sudo cat FILE | siptriage -',
  'is-directory': 'give a file',
  'no-match': 'check the pattern; a folder is read whole without one',
  'empty-folder': 'give a folder with captures or logs in it',
  'not-a-file': 'give a pipe by its name to have it read',
  'read-failed': 'copy the file to a local disk and try again',
  'needs-package': 'or unpack it first',
};

const TEXTS: Record<InputProblem, string> = {
  'not-found': 'no such file or folder',
  'not-allowed': 'permission denied',
  'is-directory': 'is a folder',
  'no-match': 'nothing matches this pattern',
  'empty-folder': 'there are no files in it',
  'not-a-file': 'is a pipe, a socket or a device, and is left out of its folder',
  'read-failed': 'reading failed',
  'needs-package': 'an optional package is missing',
};

export interface InputErrorDetails {
  readonly cause?: unknown;
  readonly text?: string;
  readonly needs?: string | undefined;
}

/** An input that cannot be read: `message` says what and where in one line, `hint` what to try. */
export class InputError extends Error {
  readonly problem: InputProblem;
  readonly path: string;
  readonly hint: string;
  /** The package that is missing. */
  readonly needs: string | undefined;

  constructor(
    problem: InputProblem,
    path: string,
    { cause, text = TEXTS[problem], needs }: InputErrorDetails = {},
  ) {
    super(`${path}: ${text}`, { cause });
    this.name = 'InputError';
    this.problem = problem;
    this.path = path;
    this.hint = HINTS[problem];
    this.needs = needs;
  }
}

/** The error for a file in a format that only an optional package can read. */
export function packageNeeded(path: string, format: string, name: string): InputError {
  const text = `${format} needs an optional package: npm install ${name}`;
  return new InputError('needs-package', path, { text, needs: name });
}

/** The error that a failed system call on `path` stands for. */
export function inputError(path: string, cause: unknown): InputError {
  switch (errorCode(cause)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new InputError('not-found', path, { cause });
    case 'EACCES':
    case 'EPERM':
      return new InputError('not-allowed', path, { cause });
    case 'EISDIR':
      return new InputError('is-directory', path, { cause });
    default:
      return new InputError('read-failed', path, { cause });
  }
}

function errorCode(cause: unknown): unknown {
  return cause instanceof Error && 'code' in cause ? cause.code : undefined;
}
