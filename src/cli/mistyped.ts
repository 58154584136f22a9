import { existsSync } from 'node:fs';
import { nearest } from '../diagnosis/settings/nearest.ts';
import { firstWord } from './command-first.ts';
import type { Command } from './commander.ts';
import { UsageError } from './usage-error.ts';

/** A bare word: a path has a point or a slash, and a pattern its signs. */
const WORD = /^[a-z]+$/i;

/**
 * The default command would take a mistyped command for a path that is missing.
 * @throws UsageError for a first word that is nearly a command, and no file
 */
export function refuseMistyped(args: readonly string[], program: Command): void {
  const first = args[firstWord(args, program)] ?? '';
  const names = program.commands.map((command) => command.name());
  if (!WORD.test(first) || first === 'help' || names.includes(first) || existsSync(first)) return;
  const meant = nearest(first, names);
  if (meant !== undefined)
    throw new UsageError(`${first}: no such command or file`, `did you mean ${meant}?`);
}
