import type { OpenedRecord, Protection, TlsRecord } from './protection.ts';

/** Keys that a direction uses one after the other. */
export interface Stage {
  readonly protection: Protection;
  /** The keys after a KeyUpdate; null where there is none. */
  readonly next: (() => Stage) | null;
}

/** All the keys of a direction, in the order of their use. */
export interface Schedule {
  readonly stages: readonly Stage[];
  /** The first record of the direction can be opened; else some precede those that can. */
  readonly complete: boolean;
}

/** Least bytes that a protected record takes on the wire. */
const LEAST_RECORD = 22;
/** Records that may have been lost at once and are counted on for. */
const MAX_LOST = 256;
/** Attempts at sequence numbers after losses, per direction. */
const MAX_TRIALS = 4096;

/** Opens the records of one direction: knows which keys are in force and which number a record has. */
export class RecordOpener {
  /** Records opened. */
  opened = 0;
  readonly #complete: boolean;
  #stages: readonly Stage[];
  #sequence = 0;
  /** Records that may be missing before the next one. */
  #lost = 0;
  #trials = MAX_TRIALS;

  /** Later stages are tried, from their first record, when the current one no longer fits. */
  constructor({ stages, complete }: Schedule) {
    this.#stages = stages;
    this.#complete = complete;
  }

  open(record: TlsRecord): OpenedRecord | null {
    for (let stage = 0; stage < this.#stages.length; stage += 1) {
      const { protection } = this.#stages[stage]!;
      const first = stage === 0 ? this.#sequence : 0;
      for (let ahead = 0; ahead <= this.#lost; ahead += 1) {
        if (ahead > 0 && (this.#trials -= 1) < 0) break;
        const content = protection.open(record, first + ahead);
        if (content === null) continue;
        this.#stages = this.#stages.slice(stage);
        this.#sequence = first + ahead + 1;
        this.#lost = 0;
        this.opened += 1;
        return content;
      }
    }
    // The sender counted it all the same.
    this.#lost = Math.min(this.#lost + 1, MAX_LOST);
    return null;
  }

  /** Whether it is no wonder that a record is not opened: it comes before those that the keys are for. */
  get early(): boolean {
    return !this.#complete && this.opened === 0;
  }

  /** This many bytes of the stream are missing, and with them an unknown number of records. */
  lose(bytes: number): void {
    this.#lost = Math.min(this.#lost + Math.ceil(bytes / LEAST_RECORD), MAX_LOST);
  }

  /** The sender changes its keys after this record (RFC 8446 §4.6.3). */
  update(): void {
    const next = this.#stages[0]?.next;
    if (next === undefined || next === null) return;
    this.#stages = [next()];
    this.#sequence = 0;
    this.#lost = 0;
  }
}
