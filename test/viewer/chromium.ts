/** The browser of the tests: one that is there, else one that is fetched. Without a browser the tests fail; they never skip. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';
import { globSync } from 'tinyglobby';

const NAMES = [
  'chromium',
  'chromium-headless-shell',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
/** Fetching takes this long at most, ms. */
export const FETCH_TIME = 600_000;

/** Not `spawnSync`: the test runner wants its answers while a browser is fetched. */
const run = promisify(execFile);

/** Whether it is there and starts: one without the libraries that it needs is none. */
async function works(path: string): Promise<boolean> {
  if (path === '' || !existsSync(path)) return false;
  return run(path, ['--version']).then(
    () => true,
    () => false,
  );
}

const cli = (): string =>
  join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');

/** Where playwright puts the shell, as its own command tells: the library only names the full browser. */
async function headlessShells(): Promise<string[]> {
  const args = [cli(), 'install', '--dry-run', 'chromium-headless-shell'];
  const { stdout } = await run(process.execPath, args);
  const [, folder] = /^\s*Install location:\s*(.+chromium_headless_shell\S*)$/m.exec(stdout) ?? [];
  if (folder === undefined) return [];
  return globSync('**/{chrome-headless-shell,headless_shell}{,.exe}', {
    cwd: folder,
    absolute: true,
  });
}

/** `PLAYWRIGHT_CHROMIUM` counts before everything else; then the browsers of the system; then playwright's own. */
async function find(): Promise<string | undefined> {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/snap/bin'];
  const candidates = [
    process.env['PLAYWRIGHT_CHROMIUM'] ?? '',
    ...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))),
    chromium.executablePath(),
  ];
  for (const path of candidates) if (await works(path)) return path;
  for (const path of await headlessShells()) if (await works(path)) return path;
  return undefined;
}

type Way = readonly [program: string, ...args: string[]];

/** Playwright's own download; where that is out of reach, the package of the system. */
const WAYS: readonly Way[] = [
  [process.execPath, cli(), 'install', 'chromium-headless-shell'],
  [process.execPath, cli(), 'install-deps', 'chromium-headless-shell'],
  ['apt-get', 'update'],
  ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium-headless-shell'],
  ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
];

async function fetchBrowser(): Promise<string> {
  const told: string[] = [];
  for (const [program, ...args] of WAYS) {
    try {
      await run(program, args, { timeout: FETCH_TIME });
    } catch (error) {
      told.push(`${program} ${args.join(' ')}: ${String(error).slice(0, 400)}`);
    }
    const found = await find();
    if (found !== undefined) return found;
  }
  throw new Error(
    `no Chromium for the tests of the report page, and none could be fetched; install one or name it in PLAYWRIGHT_CHROMIUM\n${told.join('\n')}`,
  );
}

export async function launch(): Promise<Browser> {
  const executablePath = (await find()) ?? (await fetchBrowser());
  // Root needs it, in containers; the page under test is our own file.
  const sandbox = process.getuid?.() !== 0;
  return chromium.launch({ executablePath, chromiumSandbox: sandbox });
}
