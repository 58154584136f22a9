/** The layout of the house: the linter's import rules hold, and each of them fires on a planted violation. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHAIN, DOORS, ROOM_NAMES } from '../scripts/rooms.ts';
import { PLANTS } from './architecture-plants.ts';

const read = (path: string): string => readFileSync(path, 'utf8');

interface Diagnostic {
  readonly code: string;
  readonly filename: string;
}

/** What the linter says about src/ in `folder`: "file rule", sorted. */
function lint(folder: string): string[] {
  const child = spawnSync(
    process.execPath,
    [resolve('node_modules/oxlint/bin/oxlint'), '-f', 'json', 'src'],
    {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  );
  const { diagnostics } = JSON.parse(child.stdout) as { diagnostics: Diagnostic[] };
  return diagnostics.map(({ filename, code }) => `${filename} ${code}`).sort();
}

describe('import rules', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'siptriage-lint-'));
    for (const name of ['.oxlintrc.json', 'tsconfig.json']) {
      writeFileSync(join(folder, name), read(name));
    }
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
    for (const { file, code } of PLANTS) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `${code}\n`);
    }
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('fire on every planted violation and on nothing else', () => {
    const expected = PLANTS.flatMap(({ file, fires }) =>
      fires === '' ? [] : [`${file} ${fires}`],
    );
    expect(lint(folder)).toEqual(expected.sort());
  });

  it('are kept by the tree', () => {
    const kinds = new Set(PLANTS.map(({ fires }) => fires));
    const broken = lint('.').filter((line) => kinds.has(line.slice(line.indexOf(' ') + 1)));
    expect(broken).toEqual([]);
    // The whole tree is linted, on whatever machine this is.
  }, 60_000);
});

describe('runtime packages', () => {
  const manifest = JSON.parse(read('package.json')) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
    peerDependencies: Record<string, string>;
    peerDependenciesMeta: Record<string, { optional: boolean }>;
  };
  const optional = Object.keys(manifest.peerDependencies);
  const packages = [...Object.keys(manifest.dependencies), ...optional].sort();
  const importers = new Map<string, Set<string>>();
  for (const file of globSync('src/**/*.ts')) {
    for (const match of read(file).matchAll(
      /^\s*(?:import|export|\}).*?\bfrom '([^.'][^']*)'|\bimport\('([^.'][^']*)'\)/gm,
    )) {
      const specifier = match[1] ?? match[2] ?? '';
      const name = specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');
      if (name.startsWith('node:') || builtinModules.includes(name)) continue;
      importers.set(name, (importers.get(name) ?? new Set()).add(file));
    }
  }

  it('each come in through their door alone', () => {
    for (const [name, files] of importers) {
      expect(
        [...files].filter((file) => !DOORS[name]?.includes(file)),
        name,
      ).toEqual([]);
    }
  });

  it('are the dependencies and peers of package.json, all of them used', () => {
    expect(Object.keys(DOORS).sort()).toEqual(packages);
    expect([...importers.keys()].sort()).toEqual(packages);
  });

  it('are installed for the tests when they are optional, and are never imported at once', () => {
    for (const name of optional) {
      expect(manifest.peerDependenciesMeta[name], name).toEqual({ optional: true });
      expect(Object.keys(manifest.devDependencies)).toContain(name);
      const door = DOORS[name]?.map(read).join('') ?? '';
      expect(door).not.toMatch(new RegExp(`^import (?!type).*'${name}`, 'm'));
    }
  });
});

describe('the tree', () => {
  const entries = readdirSync('src', { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const files = entries.map(({ name }) => name).filter((name) => name.endsWith('.ts'));

  it('has only rooms that scripts/rooms.ts and src/README.md know', () => {
    const map = read('src/README.md');
    for (const name of folders) {
      expect(ROOM_NAMES).toContain(name);
      expect(map).toContain(`\`${name}/\``);
    }
  });

  it('chains its stages in the files that scripts/rooms.ts and src/README.md know', () => {
    expect(files.sort()).toEqual(CHAIN.map((name) => `${name}.ts`).sort());
    for (const name of files) expect(read('src/README.md')).toContain(`\`${name}\``);
  });

  it('has one file for each door', () => {
    for (const file of Object.values(DOORS).flat()) expect(existsSync(file), file).toBe(true);
  });

  it('has no file over 400 lines but data tables: the catalog, its tests, the cases of the rules', () => {
    const all = globSync('{src,bin,bench,fixtures,scripts,test}/**/*.{ts,js,mjs}').filter(
      (file) => !/\/(?:catalog|cases)\//.test(file),
    );
    const long = all.filter((file) => read(file).split('\n').length > 401);
    expect(long).toEqual([]);
  });
});
