import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { inputError } from '../input/errors.ts';
import type { Config } from '../model/config.ts';
import { UsageError } from './usage-error.ts';

export const CONFIG_FILE = 'siptriage.config.json';
/** Beyond, it is no file of settings, bytes. */
const MAX_BYTES = 4 << 20;

export interface ConfigFile {
  /** As the user would write it. */
  readonly path: string;
  readonly config: Config;
}

/** The file that `--config` names, else the one in the working directory; null when there is none. */
export async function readConfig(named: string | undefined): Promise<ConfigFile | null> {
  const path = named ?? CONFIG_FILE;
  if (named === undefined && !existsSync(resolve(path))) return null;
  const bytes = await readFile(path).catch((error: unknown) => {
    throw inputError(path, error);
  });
  if (bytes.length > MAX_BYTES) {
    throw new UsageError(
      `${path}: too large for settings`,
      'give the configuration, not a capture',
    );
  }
  return { path, config: await parseConfig(bytes.toString('utf8'), path) };
}

async function parseConfig(text: string, path: string): Promise<Config> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UsageError(
      `${path}: not JSON: ${(error as Error).message}`,
      'no comments and no comma after the last entry',
    );
  }
  // Loaded only by those who have such a file: the validator takes its time to start.
  const { configSchema } = await import('../model/config.ts');
  const checked = configSchema.safeParse(value);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const place = placeOf(issue?.path ?? []);
  throw new UsageError(
    `${path}: ${place}${issue?.message ?? 'not a configuration'}`,
    'it may have rules, thresholds and estate; siptriage/config.schema.json describes them',
  );
}

/** `estate[0].name: `, or nothing for the whole file. */
function placeOf(path: readonly PropertyKey[]): string {
  const text = path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .slice(1);
  return text === '' ? '' : `${text}: `;
}
