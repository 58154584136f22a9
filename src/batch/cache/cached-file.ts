import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { type FileHandle, open, readdir, rm, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Outbox } from '../outbox.ts';
import type { ReadEvent, ReadTask } from '../task.ts';
import { contentHash, FileState } from './content.ts';
import { eventsOf, isWhole } from './entry.ts';
import { EntryWriter } from './entry-writer.ts';
import type { CachePlace } from './place.ts';

const FAILED: ReadEvent = { kind: 'cache', state: 'failed' };

/** What the cache keeps of one file: everything that came of reading it, under the hash of its content. */
export class CachedFile {
  readonly #place: CachePlace;
  readonly #task: Pick<ReadTask, 'path' | 'options'>;
  readonly #state: FileState;
  readonly #note: string;
  /** Null while nobody has asked for it. */
  #content: string | null = null;

  private constructor(
    place: CachePlace,
    task: Pick<ReadTask, 'path' | 'options'>,
    state: FileState,
  ) {
    this.#place = place;
    this.#task = task;
    this.#state = state;
    this.#note = join(place.folder, 'files', state.id);
  }

  /** Null for what is no ordinary file: a pipe cannot be kept. */
  static async of(
    place: CachePlace,
    task: Pick<ReadTask, 'path' | 'options'>,
  ): Promise<CachedFile | null> {
    const state = await FileState.of(task.path);
    return state === null ? null : new CachedFile(place, task, state);
  }

  /** Sends what was kept; false when there is nothing that can be trusted. */
  async replay(outbox: Outbox): Promise<boolean> {
    const entry = await this.#find();
    if (entry === null) return false;
    let file: FileHandle;
    try {
      file = await open(entry);
    } catch {
      return false;
    }
    try {
      if (!(await isWhole(file))) {
        outbox.send({ kind: 'cache', state: 'damaged' });
        await rm(entry, { force: true });
        return false;
      }
      outbox.send({ kind: 'cache', state: 'used' });
      await this.#send(file, outbox);
    } finally {
      await file.close();
    }
    const now = new Date();
    // Who uses it keeps it: the oldest go first.
    await utimes(entry, now, now).catch(() => undefined);
    return true;
  }

  async #send(file: FileHandle, outbox: Outbox): Promise<void> {
    const { path } = this.#task;
    const size = Number(this.#state.size);
    let messages = 0;
    // To its end, even when nobody wants more: of half an entry nobody knows what it is.
    for await (const event of eventsOf(file)) {
      await outbox.room();
      if (event.kind !== 'end') outbox.send(event);
      else {
        const { outcome } = event;
        const { description, facts } = outcome;
        messages += facts.messages;
        outbox.send({
          kind: 'end',
          outcome: {
            ...outcome,
            description: { ...description, path: path + description.path },
            facts: { ...facts, path: path + facts.path },
          },
        });
        const progress = { path, bytesRead: size, bytesTotal: size, messages };
        outbox.send({ kind: 'progress', progress });
      }
    }
  }

  /** Reads, and keeps what comes of it when it was read to its end. */
  async record(
    outbox: Outbox,
    read: (receiver: Pick<Outbox, 'send' | 'hasRoom'>) => Promise<void>,
  ): Promise<void> {
    let copy = this.#begin(outbox);
    const drop = (): void => {
      copy?.drop();
      copy = null;
    };
    let last: ReadEvent | null = null;
    const send = (event: ReadEvent): void => {
      // A package that is missing today may be there tomorrow.
      if (event.kind === 'locked') drop();
      try {
        copy?.add(event);
      } catch {
        drop();
        outbox.send(FAILED);
      }
      // Whoever hears it ends this thread.
      if (event.kind === 'done') last = event;
      else outbox.send(event);
    };
    try {
      await read({ send, hasRoom: () => outbox.hasRoom() });
      if (copy !== null) await this.#keep(copy, outbox);
    } catch (error) {
      drop();
      throw error;
    }
    if (last !== null) outbox.send(last);
  }

  /** Gives what was written its place, if it is all there is. */
  async #keep(copy: EntryWriter, outbox: Outbox): Promise<void> {
    const entry = outbox.stopped ? null : await this.#entry();
    // Somebody wrote to it meanwhile: what was read is of no single content.
    const after = await FileState.of(this.#task.path);
    if (entry === null || after?.id !== this.#state.id) {
      copy.drop();
      return;
    }
    try {
      mkdirSync(dirname(entry), { recursive: true, mode: 0o700 });
      copy.finish(entry);
      this.#remember();
    } catch {
      outbox.send(FAILED);
    }
  }

  #begin(outbox: Outbox): EntryWriter | null {
    const { folder } = this.#place;
    const name = `${process.pid}-${this.#state.id.slice(0, 16)}-${Date.now()}`;
    try {
      return new EntryWriter(join(folder, 'unfinished', name), this.#task.path.length);
    } catch {
      outbox.send(FAILED);
      return null;
    }
  }

  /** The entry that may hold it; null when there is none. */
  async #find(): Promise<string | null> {
    if (!this.#isKnown()) {
      // Reading the file for its hash pays only where a file of its size is kept.
      const same = await readdir(this.#sizeFolder).catch(() => []);
      if (same.length === 0) return null;
    }
    const entry = await this.#entry();
    if (!existsSync(entry)) return null;
    this.#remember();
    return entry;
  }

  /** Its content is known from its state. */
  #isKnown(): boolean {
    try {
      const note = readFileSync(this.#note, 'latin1');
      if (/^[0-9a-f]{64}$/.test(note)) this.#content = note;
    } catch {
      return false;
    }
    return this.#content !== null;
  }

  #remember(): void {
    if (this.#content === null || this.#state.isFresh) return;
    try {
      writeFileSync(this.#note, this.#content, { mode: 0o600 });
    } catch {
      // It is read once more next time.
    }
  }

  get #sizeFolder(): string {
    return join(this.#place.folder, 'entries', String(this.#state.size));
  }

  async #entry(): Promise<string> {
    this.#content ??= await contentHash(this.#task.path);
    const { since, until, keylog, logZone } = this.#task.options;
    const settings = JSON.stringify([this.#place.tool, since, until, keylog, logZone]);
    const asked = createHash('sha256').update(settings).digest('hex').slice(0, 16);
    return join(this.#sizeFolder, `${this.#content}-${asked}`);
  }
}
