/**
 * Puts the command into few files: loading 400 modules one by one costs more than reading a small capture. The library in dist/
 * stays as tsc made it.
 */
import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { build } from 'esbuild';

const OUT = 'dist/command';
/** Packages that come along; all others stay imports. The grammar is large, and slow to load as the CommonJS that it is. */
const BUNDLED = ['jssip'];

const { dependencies, peerDependencies = {} } = JSON.parse(readFileSync('package.json', 'utf8'));
const packages = Object.keys({ ...dependencies, ...peerDependencies });

rmSync(OUT, { recursive: true, force: true });
await build({
  entryPoints: ['dist/cli/main.js'],
  outdir: OUT,
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  external: packages.flatMap((name) => (BUNDLED.includes(name) ? [] : [name, `${name}/*`])),
  minifySyntax: true,
  minifyWhitespace: true,
  logLevel: 'warning',
});
copyFileSync('node_modules/jssip/LICENSE.md', `${OUT}/LICENSE-jssip.md`);
