import { readFileSync } from 'node:fs';
import type { AddCommand, Finish } from './command.ts';
import { Command } from './commander.ts';
import { addAnalyze } from './commands/analyze.ts';
import { addCalls } from './commands/calls.ts';
import { addCompare } from './commands/compare.ts';
import { addExplain } from './commands/explain.ts';
import { addKpis } from './commands/kpis.ts';
import { addLadder } from './commands/ladder.ts';
import { addOthers } from './commands/others.ts';
import { addPlan } from './commands/plan.ts';
import { addReport } from './commands/report.ts';
import { addRules } from './commands/rules.ts';
import { addSources } from './commands/sources.ts';
import { addExtract } from './commands/extract.ts';
import { addWatch } from './commands/watch.ts';
import type { Io } from './io.ts';

/** In the order of the help. */
const COMMANDS: readonly AddCommand[] = [
  addAnalyze,
  addReport,
  addCalls,
  addOthers,
  addKpis,
  addLadder,
  addExtract,
  addPlan,
  addWatch,
  addExplain,
  addCompare,
  addRules,
  addSources,
];

function version(): string {
  const file = new URL('../../package.json', import.meta.url);
  const { version: text } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return text;
}

/** What is wrong and what to try, in one line; commander puts what was probably meant on a line of its own. */
function mistake(text: string, command: string): string {
  const line = text
    .trimEnd()
    .replace(/^error: /, 'siptriage: ')
    .replace('\n(', ' (');
  const hint = line.endsWith(')') ? '' : ` (siptriage ${command} --help tells how)`;
  return `${line}${hint}\n`;
}

export function buildProgram(io: Io, finish: Finish): Command {
  const program = new Command('siptriage')
    .description('SIP trace analyser: which calls went wrong, where, why, and what to do.')
    .usage('[command] <path…|-> [options]')
    .version(version(), '-V, --version')
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      getOutHelpWidth: () => Math.min(100, io.stdout.isTTY ? io.stdout.columns : 80),
    })
    // Narrow terminals break lines, too: commander would leave them long.
    .configureHelp({ minWidthToWrap: 20 })
    .exitOverride()
    .addHelpText(
      'after',
      '\nOptions of a command: siptriage <command> --help' +
        '\nOptions of the triage report: siptriage analyze --help' +
        '\nExit codes: 0 analysed, 1 --fail-on matched,' +
        '\n            2 wrong usage or a path that could not be read, 130 interrupted',
    );
  for (const add of COMMANDS) add(program, io, finish);
  for (const command of program.commands) {
    command.configureOutput({
      outputError: (text, write) => write(mistake(text, command.name())),
    });
  }
  return program;
}
