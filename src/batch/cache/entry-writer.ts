import { createHash } from 'node:crypto';
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { serialize } from 'node:v8';
import type { ReadEvent } from '../task.ts';
import { FRAME_HEAD, type KeptEvent, MAGIC } from './entry.ts';

/** Writes the events of one path into a file that nobody sees before it is whole. */
export class EntryWriter {
  readonly #temporary: string;
  readonly #file: number;
  readonly #hash = createHash('sha256');
  readonly #head = new Uint8Array(FRAME_HEAD);
  readonly #root: number;

  /** `root`: the length of the path that every source's path begins with. Throws when the file cannot be made. */
  constructor(temporary: string, root: number) {
    this.#temporary = temporary;
    this.#file = openSync(temporary, 'wx', 0o600);
    this.#root = root;
    this.#write(MAGIC);
  }

  add(event: ReadEvent): void {
    switch (event.kind) {
      case 'chunks': {
        const { batch, ...rest } = event;
        const { buffer, used, ...told } = batch;
        this.#frame({ ...rest, batch: told }, new Uint8Array(buffer, 0, used));
        return;
      }
      case 'end': {
        const { outcome } = event;
        const { description, facts } = outcome;
        this.#frame({
          ...event,
          outcome: {
            ...outcome,
            description: { ...description, path: description.path.slice(this.#root) },
            facts: { ...facts, path: facts.path.slice(this.#root) },
          },
        });
        return;
      }
      case 'source':
      case 'done':
        this.#frame(event);
        return;
      // Progress is not kept, and where there are problems nothing is.
      default:
    }
  }

  /** The entry is whole: it gets its name. */
  finish(path: string): void {
    const digest = this.#hash.digest();
    writeSync(this.#file, digest);
    closeSync(this.#file);
    renameSync(this.#temporary, path);
  }

  drop(): void {
    closeSync(this.#file);
    rmSync(this.#temporary, { force: true });
  }

  #frame(event: KeptEvent, bytes = new Uint8Array(0)): void {
    const text = serialize(event);
    const head = new DataView(this.#head.buffer);
    head.setUint32(0, text.length);
    head.setUint32(4, bytes.length);
    this.#write(this.#head);
    this.#write(text);
    this.#write(bytes);
  }

  #write(bytes: Uint8Array): void {
    this.#hash.update(bytes);
    let at = 0;
    while (at < bytes.length) at += writeSync(this.#file, bytes, at);
  }
}
