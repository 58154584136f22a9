import type { Command } from './commander.ts';

/** Where the first argument that is no option and no option's value stands. */
export function firstWord(args: readonly string[], program: Command): number {
  const options = program.commands.flatMap((command) => command.options);
  let at = 0;
  while (at < args.length) {
    const arg = args[at] as string;
    if (!arg.startsWith('-') || arg === '-' || arg === '--') break;
    const option = options.find(({ short, long }) => arg === short || arg === long);
    at += option?.required === true ? 2 : 1;
  }
  return at;
}

/**
 * Options may stand before the command: `--lang vi rules` means `rules --lang vi`. They are those of the commands, not of the
 * program, so the command is moved to the front; a file of that name is written `./rules`.
 */
export function commandFirst(args: readonly string[], program: Command): string[] {
  const at = firstWord(args, program);
  const command = args[at];
  const known = program.commands.some((one) => one.name() === command);
  if (at === 0 || command === undefined || !known) return [...args];
  return [command, ...args.slice(0, at), ...args.slice(at + 1)];
}
