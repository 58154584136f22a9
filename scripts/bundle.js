/**
 * Puts the command and the packages that it needs into few files: loading 400 modules one by one costs more than reading a
 * small capture. The library in dist/ stays as tsc made it.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const OUT = 'dist/command';

// Optional packages stay imports: they may be absent, and some are native.
const { peerDependencies = {} } = JSON.parse(readFileSync('package.json', 'utf8'));
const optional = Object.keys(peerDependencies);

rmSync(OUT, { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: ['dist/cli/main.js'],
  outdir: OUT,
  bundle: true,
  splitting: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  external: optional.flatMap((name) => [name, `${name}/*`]),
  // CommonJS packages ask for built-in modules with `require`.
  banner: {
    js: "import { createRequire as requireBeside } from 'node:module'; const require = requireBeside(import.meta.url);",
  },
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
});
writeFileSync(`${OUT}/LICENSES.txt`, licences(Object.keys(metafile.inputs)));

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
