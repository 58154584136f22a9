/**
 * The page of the HTML report as a module: script and style sheet, bundled and minified, with their hashes for the content
 * security policy. A module, because the report room reads no files and must work in a browser, under tsx and in one bundled script.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

/** Lines of the bundle: short enough for an editor. */
const LINE = 4000;

/** What their licences ask for, once for both: they differ in the holder only. */
function notice(): string {
  const holders = ['preact', 'uplot'].map((name) => {
    const text = readFileSync(`node_modules/${name}/LICENSE`, 'utf8');
    return `${name}: ${/^Copyright .*$/m.exec(text)?.[0] ?? ''}`;
  });
  const text = readFileSync('node_modules/preact/LICENSE', 'utf8');
  const terms = text.slice(text.indexOf('Permission')).replaceAll(/\s+/g, ' ').trim();
  return `/*! ${holders.join('. ')}. The MIT License: ${terms} */`;
}

const hash = (text: string): string =>
  `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;

/** As the text of a function, so that it costs nothing where no page is written. */
function constant(text: string): string {
  const lines = text.match(new RegExp(`[^]{1,${LINE}}`, 'g')) ?? [];
  return `[\n${lines.map((line) => `    ${JSON.stringify(line)},`).join('\n')}\n  ].join('')`;
}

export async function viewerModule(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['src/viewer/main.tsx', 'src/viewer/style/page.css'],
    outdir: 'viewer',
    write: false,
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['es2022'],
    charset: 'ascii',
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    tsconfigRaw: {},
    logLevel: 'warning',
  });
  const output = (extension: string): string =>
    outputFiles.find(({ path }) => path.endsWith(extension))?.text.trim() ?? '';
  const script = `${notice()}\n${output('.js')}`;
  const style = output('.css');
  // Nothing in them may end the element that they stand in.
  if (/<\/(?:script|style)|<!--/i.test(script + style))
    throw new Error('the page would end itself');
  return `/** Made of src/viewer/ by scripts/viewer.ts (npm run generate). */
export const VIEWER = {
  scriptHash: '${hash(script)}',
  styleHash: '${hash(style)}',
  script: (): string => ${constant(script)},
  style: (): string => ${constant(style)},
} as const;
`;
}
