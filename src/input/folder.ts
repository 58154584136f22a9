import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError, inputError } from './errors.ts';

export interface FolderFiles {
  /** Relative to the folder, by code unit. */
  readonly files: readonly string[];
  /** What lies there and cannot be read. */
  readonly problems: readonly InputError[];
}

/**
 * Every file below a folder, once however many links lead to it, so that a folder that contains itself ends; hidden ones are
 * left out. @throws InputError when the folder itself cannot be listed
 */
export async function filesBelow(folder: string): Promise<FolderFiles> {
  const walk = new Walk(folder);
  await walk.list('', await realpath(folder).catch(thrown(folder)));
  return walk.found();
}

class Walk {
  readonly #root: string;
  /** Relative path of each file by its real one. */
  readonly #files = new Map<string, string>();
  readonly #listed = new Set<string>();
  /** Looked at last, so that what lies here keeps its own name. */
  readonly #links: string[] = [];
  readonly #problems: InputError[] = [];

  constructor(root: string) {
    this.#root = root;
  }

  async list(folder: string, real: string): Promise<void> {
    if (this.#listed.has(real)) return;
    this.#listed.add(real);
    const path = join(this.#root, folder);
    const entries = await readdir(path, { withFileTypes: true }).catch(thrown(path));
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      const name = join(folder, entry.name);
      if (entry.isSymbolicLink()) this.#links.push(name);
      else await this.#take(name, join(real, entry.name), entry);
    }
  }

  async #take(name: string, real: string, entry: Dirent | Stats): Promise<void> {
    if (entry.isDirectory()) await this.list(name, real).catch(this.#tell);
    else if (!entry.isFile()) this.#problems.push(new InputError('not-a-file', this.#path(name)));
    else if (!this.#files.has(real)) this.#files.set(real, name);
  }

  async found(): Promise<FolderFiles> {
    for (const name of this.#links) await this.#follow(name).catch(this.#tell);
    return { files: [...this.#files.values()].toSorted(byCodeUnit), problems: this.#problems };
  }

  async #follow(name: string): Promise<void> {
    const path = this.#path(name);
    const real = await realpath(path).catch(thrown(path));
    await this.#take(name, real, await stat(real).catch(thrown(path)));
  }

  #path(name: string): string {
    return join(this.#root, name);
  }

  readonly #tell = (problem: unknown): void => {
    this.#problems.push(problem as InputError);
  };
}

function thrown(path: string): (cause: unknown) => never {
  return (cause) => {
    throw inputError(path, cause);
  };
}

export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
