/**
 * Puts the command and the packages that it needs into one script, and what V8 compiles of it beside it: loading 400 modules
 * one by one, and compiling them at each start, costs more than reading a small capture. The library in dist/ stays as tsc
 * made it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const OUT = 'dist/command';

// Optional packages stay imports: they may be absent, and some are native.
const { peerDependencies = {} } = JSON.parse(readFileSync('package.json', 'utf8'));
const optional = Object.keys(peerDependencies);

rmSync(OUT, { recursive: true, force: true });
const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // A script from V8's code cache cannot use import().
  supported: { 'dynamic-import': false },
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  define: { 'import.meta.url': 'url' },
  metafile: true,
  logLevel: 'warning',
};
const external = optional.flatMap((name) => [name, `${name}/*`]);
const { metafile } = await build({
  ...common,
  entryPoints: ['dist/cli/main.js'],
  outfile: `${OUT}/main.cjs`,
  // tinypool finds a file of its own beside itself.
  external: [...external, 'tinypool'],
  // A function that bin/bundle.js calls.
  banner: { js: '(function (exports, require, module, url) {' },
  footer: { js: '})' },
});
// It is read as bytes, and regular expressions are left as they were written.
const script = readFileSync(`${OUT}/main.cjs`, 'utf8');
writeFileSync(
  `${OUT}/main.cjs`,
  script.replaceAll(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  ),
);
await build({
  ...common,
  entryPoints: ['dist/batch/worker.js'],
  outfile: `${OUT}/worker.cjs`,
  banner: { js: "const url = require('node:url').pathToFileURL(__filename).href;" },
  external,
});
writeFileSync(`${OUT}/LICENSES.txt`, licences(Object.keys(metafile.inputs)));
// In a process of its own: the cache holds the functions that a run has used.
const { status } = spawnSync(process.execPath, ['scripts/code-cache.js'], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (status !== 0) throw new Error('the run that fills the code cache failed');

/** The licences of the packages that came along, as their authors ask for. */
function licences(inputs) {
  const folders = new Set(
    inputs.flatMap((path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []),
  );
  return [...folders]
    .sort((a, b) => (a < b ? -1 : 1))
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
      const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'license']
        .map((candidate) => `${folder}/${candidate}`)
        .find((candidate) => existsSync(candidate));
      const text = file === undefined ? `Licence: ${license}\n` : readFileSync(file, 'utf8');
      return `${name} ${version}\n\n${text}`;
    })
    .join(`\n${'-'.repeat(72)}\n\n`);
}
