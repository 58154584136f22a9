/** One small file for each way to break an import rule, and for the neighbours that must stay allowed. */
interface Plant {
  readonly file: string;
  readonly code: string;
  /** The linter's rule that fires, once; '' for none. */
  readonly fires: string;
}

const IMPORT = 'eslint(no-restricted-imports)';
const NODE = 'import(no-nodejs-modules)';
const GLOBAL = 'eslint(no-restricted-globals)';
const CYCLE = 'import(no-cycle)';
const PROMISE = 'typescript(no-floating-promises)';
const CONSOLE = 'eslint(no-console)';

let count = 0;

/** A file in `folder` that re-exports from `from`. */
function plant(folder: string, from: string, fires: string): Plant {
  count += 1;
  return { file: `${folder}/plant-${count}.ts`, code: `export * from '${from}';`, fires };
}

export const PLANTS: readonly Plant[] = [
  // The flow goes one way.
  plant('src/model', '../sip/message.ts', IMPORT),
  plant('src/catalog', '../sip/message.ts', IMPORT),
  plant('src/catalog', '../model/report.ts', ''),
  plant('src/input', '../capture/pcap.ts', IMPORT),
  plant('src/capture', '../network/decode.ts', IMPORT),
  plant('src/capture', '../input/chunks.ts', IMPORT),
  plant('src/network', '../sip/message.ts', IMPORT),
  plant('src/network', '../capture/pcap.ts', ''),
  plant('src/textlog', '../sip/message.ts', ''),
  plant('src/textlog', '../capture/pcap.ts', IMPORT),
  plant('src/sip', '../textlog/dialect.ts', IMPORT),
  plant('src/sip', '../call/collect.ts', IMPORT),
  plant('src/sip/headers', '../../catalog/codes.ts', IMPORT),
  plant('src/sip/headers', '../../network/decode.ts', ''),
  plant('src/call', '../diagnosis/engine.ts', IMPORT),
  plant('src/call', '../network/decode.ts', IMPORT),
  plant('src/call', '../sip/message.ts', ''),
  plant('src/media', '../diagnosis/engine.ts', IMPORT),
  plant('src/media', '../call/collect.ts', ''),
  plant('src/diagnosis', '../report/text.ts', IMPORT),
  plant('src/diagnosis', '../media/streams.ts', ''),
  plant('src/document', '../report/text.ts', IMPORT),
  plant('src/document', '../network/decode.ts', IMPORT),
  plant('src/document', '../diagnosis/engine.ts', ''),
  plant('src/report', '../call/collect.ts', IMPORT),
  plant('src/report', '../diagnosis/engine.ts', IMPORT),
  plant('src/report/text', '../../document/build.ts', IMPORT),
  plant('src/report', '../catalog/codes.ts', ''),
  plant('src/viewer', '../catalog/codes.ts', IMPORT),
  plant('src/viewer', '../report/html.ts', ''),
  plant('src/batch', '../cli/main.ts', IMPORT),
  plant('src/batch', '../document/build.ts', ''),
  plant('src/live', '../cli/main.ts', IMPORT),
  plant('src/cli', '../batch/plan.ts', ''),

  // A stage does not know the chain that it is part of.
  plant('src/sip', '../analyze.ts', IMPORT),
  plant('src/report', '../index.ts', IMPORT),
  plant('src/call', '../session.ts', IMPORT),
  plant('src/diagnosis/rules/trying', '../../../bookkeeping.ts', IMPORT),
  plant('src/batch', '../analyze.ts', ''),
  plant('src/live', '../source-reading.ts', ''),
  plant('src/cli/commands', '../../analyze.ts', ''),

  // Nothing comes from outside src/.
  plant('src', '../fixtures/dsl/index.ts', IMPORT),
  plant('src/cli', '../../test/build.ts', IMPORT),

  // A rule imports no other rule.
  plant('src/diagnosis/rules/trying', './trying-stuck.ts', IMPORT),
  plant('src/diagnosis/rules/trying', '../decline/decline-human.ts', IMPORT),
  plant('src/diagnosis/rules/trying', '../../engine.ts', ''),
  plant('src/diagnosis/rules/trying', '../../../report/text.ts', IMPORT),
  plant('src/diagnosis/rules/trying', '../../../sip/message.ts', ''),

  // Each runtime package has one door.
  plant('src/report', 'commander', IMPORT),
  plant('src/cli/commands', 'commander', IMPORT),
  plant('src/sip', 'jssip/lib/Grammar.js', IMPORT),
  plant('src/catalog', 'zod', IMPORT),
  plant('src', 'zod', IMPORT),
  plant('src/batch', 'fzstd', IMPORT),
  plant('src/cli', 'tinyglobby', IMPORT),
  plant('src/diagnosis/rules/trying', 'cli-table3', IMPORT),
  { file: 'src/report/lazy.ts', code: "export const load = () => import('zod');", fires: IMPORT },
  { file: 'src/sip/grammar.ts', code: "export * from 'jssip/lib/Grammar.js';", fires: '' },
  { file: 'src/model/report.ts', code: "export * from '../sip/message.ts';", fires: IMPORT },

  // Node belongs to input, batch and cli.
  plant('src', 'node:fs', NODE),
  plant('src/model', 'node:fs', NODE),
  plant('src/capture', 'node:buffer', NODE),
  plant('src/sip', 'fs', NODE),
  plant('src/diagnosis/rules/trying', 'node:fs', NODE),
  plant('src/report', 'node:util', NODE),
  plant('src/viewer', 'node:fs', NODE),
  plant('src/live', 'node:fs', NODE),
  { file: 'src/network/global.ts', code: "export const b = Buffer.from('');", fires: GLOBAL },
  { file: 'src/catalog/global.ts', code: 'export const p = process.argv;', fires: GLOBAL },
  plant('src/input', 'node:fs', ''),
  plant('src/batch', 'node:fs', ''),
  { file: 'src/cli/global.ts', code: 'export const p = process.argv;', fires: '' },

  // Habits.
  { file: 'src/call/cycle-a.ts', code: "export * from './cycle-b.ts';", fires: CYCLE },
  { file: 'src/call/cycle-b.ts', code: "export * from './cycle-a.ts';", fires: CYCLE },
  { file: 'src/call/talk.ts', code: "console.log('x');", fires: CONSOLE },
  { file: 'src/cli/talk.ts', code: "console.log('x');", fires: '' },
  {
    file: 'src/input/floating.ts',
    code: "import { readFile } from 'node:fs/promises';\nreadFile('x');",
    fires: PROMISE,
  },
];
