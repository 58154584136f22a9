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

export function buildProgram(io: Io, finish: Finish): Command {
  const program = new Command('siptriage')
    .description('SIP trace analyser: which calls went wrong, where, why, and what to do.')
    .usage('[command] <path…|-> [options]')
    .version(version(), '-V, --version')
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      // What was meant stands on a line of its own.
      writeErr: (text) =>
        void io.stderr.write(text.replace(/^error: /, 'siptriage: ').replace('\n(', ' (')),
      getOutHelpWidth: () => Math.min(100, io.stdout.isTTY ? io.stdout.columns : 80),
    })
    .exitOverride()
    .addHelpText(
      'after',
      '\nExit codes: 0 analysed, 1 --fail-on matched, 2 wrong usage or a path that could not be read, 130 interrupted.',
    );
  for (const add of COMMANDS) add(program, io, finish);
  return program;
}
