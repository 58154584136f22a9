import { type Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { inputError } from '../errors.ts';
import { filesBelow } from '../folder.ts';
import { isPacked } from './packed.ts';
import { type ByteSink, FollowedFile, newBuffer } from './followed-file.ts';

/** Bytes that one look reads, so that what was found in them is told before more is read. */
const BUDGET = 4 << 20;
/** Files that are held open; beyond, those that rest longest are given up. */
const MAX_FILES = 64;
/** Files that are known by name, so that they are not read twice. */
const MAX_KNOWN = 100_000;
/** Folders are listed this often at most, ms … */
const LIST_EVERY = 1500;
/** … and so much more seldom than it takes that listing costs little. */
const LIST_SHARE = 200;
/** Once in a while a file that rests is looked at, too, ms. */
const RESTS_AFTER = 60_000;
const REST_EVERY = 4;
/** Who writes a file may go on for a while after its name was given to another, or was taken away, ms. */
const LINGERS = 10_000;

/** What happened to a file, for people. */
export type FollowNote =
  | 'begun'
  | 'emptied'
  | 'replaced'
  | 'gone'
  | 'packed'
  | 'given-up'
  | 'unreadable'
  | 'too-many';

export interface FollowTarget {
  /** A file, or a file written anew, begins. */
  begin(path: string): ByteSink;
  note(note: FollowNote, path: string, error?: Error): void;
}

interface Found {
  readonly path: string;
  readonly id: string;
  readonly size: number;
  readonly modified: number;
}

/** A file that is not read: its size when that was decided, and whether it was told. */
interface Left {
  size: number;
  isTold: boolean;
}

/**
 * Follows files and folders by looking again and again (what a file system tells of itself is not to be had on network mounts):
 * growth, new files, files that are renamed, replaced, emptied or removed.
 */
export class Follower {
  readonly #files: readonly string[];
  readonly #folders: readonly string[];
  readonly #target: FollowTarget;
  readonly #clock: () => number;
  /** By what they are on the disk. */
  readonly #followed = new Map<string, FollowedFile>();
  /** Files that are not read (any more). */
  readonly #left = new Map<string, Left>();
  readonly #buffer = newBuffer();
  #listAt = 0;
  /** When the folders were listed last, ms: what is in a file that came later is not known. */
  #listed = Number.NEGATIVE_INFINITY;
  #looks = 0;
  #waiting: Found[] = [];

  private constructor(
    files: readonly string[],
    folders: readonly string[],
    target: FollowTarget,
    clock: () => number,
  ) {
    this.#files = files;
    this.#folders = folders;
    this.#target = target;
    this.#clock = clock;
  }

  /** `clock`: ms. @throws InputError for a path that does not exist */
  static async of(
    paths: readonly string[],
    target: FollowTarget,
    clock: () => number,
  ): Promise<Follower> {
    const files: string[] = [];
    const folders: string[] = [];
    for (const path of paths) {
      const found = await stat(path).catch((error: unknown) => {
        throw inputError(path, error);
      });
      (found.isDirectory() ? folders : files).push(path);
    }
    return new Follower(files, folders, target, clock);
  }

  /** Looks once; true when there is more to read at once. */
  async look(): Promise<boolean> {
    this.#looks += 1;
    await this.#lookAtNames();
    if (this.#clock() >= this.#listAt) await this.#list();
    let budget = BUDGET;
    for (const file of this.#followed.values()) {
      if (budget <= 0) return true;
      budget = await this.#lookAt(file, budget);
    }
    while (this.#waiting.length > 0 && budget > 0) {
      const file = await this.#begin(this.#waiting.shift() as Found);
      if (file !== null) budget = await this.#lookAt(file, budget);
    }
    return budget <= 0 || this.#waiting.length > 0;
  }

  async close(): Promise<void> {
    for (const file of this.#followed.values()) await file.close();
    this.#followed.clear();
  }

  /** Files that were named: another one may have their name now. */
  async #lookAtNames(): Promise<void> {
    for (const path of this.#files) {
      const found = await this.#stat(path);
      if (found === null) continue;
      if (!this.#isKnown(found)) {
        for (const file of this.#followed.values()) {
          if (file.path === path) this.#orphan(file, 'replaced');
        }
        this.#waiting.push(found);
      }
    }
  }

  async #list(): Promise<void> {
    const began = this.#clock();
    const present = new Set<string>();
    const fresh: Found[] = [];
    let isListed = true;
    for (const folder of this.#folders) {
      const below = await filesBelow(folder).catch((error: unknown) => {
        this.#target.note('unreadable', folder, error as Error);
        return null;
      });
      if (below === null) {
        isListed = false;
        continue;
      }
      for (const name of below.files) {
        const found = await this.#stat(join(folder, name));
        if (found === null) continue;
        present.add(found.id);
        const known = this.#followed.get(found.id);
        if (known !== undefined) known.path = found.path;
        else if (!this.#isKnown(found)) fresh.push(found);
      }
    }
    for (const file of this.#followed.values()) {
      if (isListed && !this.#isNamed(file) && !present.has(file.id)) this.#orphan(file, 'gone');
    }
    if (isListed) this.#listed = began;
    // The oldest first: packets are best read in the order of their times.
    fresh.sort((a, b) => a.modified - b.modified || (a.path < b.path ? -1 : 1));
    this.#waiting.push(...fresh);
    const took = this.#clock() - began;
    this.#listAt = began + took + Math.max(LIST_EVERY, LIST_SHARE * took);
  }

  #isNamed({ path }: FollowedFile): boolean {
    return this.#files.includes(path);
  }

  #orphan(file: FollowedFile, note: FollowNote): void {
    if (file.orphanedAt !== null) return;
    file.orphanedAt = this.#clock();
    this.#target.note(note, file.path);
  }

  #isKnown({ id, size, path }: Found): boolean {
    if (this.#followed.has(id) || this.#waiting.some((other) => other.id === id)) return true;
    const left = this.#left.get(id);
    if (left === undefined) return false;
    if (size >= left.size) {
      if (size > left.size && !left.isTold) this.#target.note('given-up', path);
      left.isTold ||= size > left.size;
      left.size = size;
      return true;
    }
    // Smaller than it was: another file, with the same number on the disk.
    this.#left.delete(id);
    return false;
  }

  async #begin(found: Found): Promise<FollowedFile | null> {
    try {
      const handle = await open(found.path);
      const { dev, ino } = await handle.stat();
      const head = this.#buffer.subarray(0, 16);
      const { bytesRead } = await handle.read(head, 0, head.length, 0);
      if (`${dev}:${ino}` !== found.id || isPacked(head.subarray(0, bytesRead))) {
        await handle.close();
        if (`${dev}:${ino}` === found.id) this.#leave(found, 'packed');
        return null;
      }
      await this.#makeRoom();
      this.#target.note('begun', found.path);
      const sink = this.#target.begin(found.path);
      const file = new FollowedFile(found.path, found.id, handle, sink, { now: this.#clock() });
      this.#followed.set(found.id, file);
      return file;
    } catch (error) {
      this.#leave(found, 'unreadable', error as Error);
      return null;
    }
  }

  #leave({ id, path, size }: Found, note: FollowNote, error?: Error): void {
    this.#target.note(note, path, error);
    this.#remember(id, { size, isTold: true });
  }

  #remember(id: string, left: Left): void {
    if (this.#left.size >= MAX_KNOWN) {
      const [oldest] = this.#left.keys();
      this.#left.delete(oldest as string);
      this.#target.note('too-many', '');
    }
    this.#left.set(id, left);
  }

  /** Reads what is new in a file; returns what is left of the budget. */
  async #lookAt(file: FollowedFile, budget: number): Promise<number> {
    const now = this.#clock();
    const rested = now - Math.max(file.grewAt, file.orphanedAt ?? 0);
    if (file.orphanedAt !== null && rested > LINGERS) {
      await this.#retire(file);
      return budget;
    }
    if (rested > RESTS_AFTER && this.#looks % REST_EVERY !== 0) return budget;
    try {
      return await this.#read(file, budget, now);
    } catch (error) {
      if (!file.isUnreadable) this.#target.note('unreadable', file.path, error as Error);
      file.isUnreadable = true;
      return budget;
    }
  }

  async #read(file: FollowedFile, budget: number, now: number): Promise<number> {
    const size = await file.size();
    if (await file.wasEmptied(size)) {
      file.sink.end();
      this.#target.note('emptied', file.path);
      const anew = file.anew(this.#target.begin(file.path), now);
      this.#followed.set(file.id, anew);
      return anew.readOn(budget, this.#buffer, now);
    }
    if (size === file.offset) {
      // Nothing is proven by a file that may no longer be written.
      const until = this.#isNamed(file) ? now : Math.min(now, this.#listed);
      if (file.orphanedAt === null) file.sink.settled(until);
      return budget;
    }
    const left = await file.readOn(budget, this.#buffer, now);
    if (left > 0) file.sink.settled(now);
    return left;
  }

  /** Its handle is needed for others, or nothing more is to be expected of it. */
  async #retire(file: FollowedFile): Promise<void> {
    this.#followed.delete(file.id);
    this.#remember(file.id, { size: file.offset, isTold: false });
    await file.close();
  }

  async #makeRoom(): Promise<void> {
    if (this.#followed.size < MAX_FILES) return;
    const [oldest] = [...this.#followed.values()].sort((a, b) => a.grewAt - b.grewAt);
    if (oldest !== undefined) await this.#retire(oldest);
  }

  async #stat(path: string): Promise<Found | null> {
    const found = await stat(path).catch((): Stats | null => null);
    if (found === null || !found.isFile()) return null;
    return { path, id: `${found.dev}:${found.ino}`, size: found.size, modified: found.mtimeMs };
  }
}
