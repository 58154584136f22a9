import { latin1 } from '../sip/bytes.ts';
import { type Assembled, Assembler } from './assembler.ts';
import type { Dialect } from './dialect.ts';
import { type Envelope, Envelopes } from './envelope.ts';
import type { Found } from './found.ts';
import type { MarkTable } from './marks.ts';
import type { Frames } from './rewriting/frame.ts';
import type { Row } from './row.ts';
import { MAX_SEARCHED, threadIn } from './thread.ts';

/** Threads whose messages are put together at the same time. */
const MAX_THREADS = 16;

/** What threads hand on. */
export interface ThreadSink {
  assembled(found: Found): void;
  noise(row: Row): void;
  announced(dialect: Dialect, row: Row): void;
}

/**
 * Keeps the messages of threads apart whose rows are mixed. As long as no row of another thread stands inside a message there is one
 * assembler and nobody asks for a row's thread.
 */
export class Threads implements Assembled {
  readonly main: Assembler;
  readonly #marks: MarkTable;
  readonly #frames: Frames;
  readonly #sink: ThreadSink;
  /** Assemblers of threads that came into another's message, by name. */
  readonly #others = new Map<string, Assembler>();
  /** The envelope that was asked for its thread, and the answer. */
  #envelope: Envelope | null = null;
  #envelopeThread = '';

  constructor(sink: ThreadSink, marks: MarkTable, frames: Frames) {
    this.#sink = sink;
    this.#marks = marks;
    this.#frames = frames;
    this.main = new Assembler(this, new Envelopes(marks, frames));
  }

  /** False while nothing is open: rows without a start line need not be shown. */
  get busy(): boolean {
    return this.main.busy || this.#others.size > 0;
  }

  /** One thread only. */
  get single(): boolean {
    return this.#others.size === 0;
  }

  row(row: Row): void {
    const announced = this.#announced;
    if (this.#others.size === 0 && announced === '') {
      this.main.row(row);
      return;
    }
    const name = nameIn(row);
    const other = this.#others.get(name);
    if (other !== undefined) {
      other.row(row);
      this.#keep(name, other);
    } else if (announced === '' || name === '' || name === announced || !this.elsewhere(row)) {
      this.main.row(row);
    }
  }

  /** Whether a message of this thread ('' for none) may come now: none was announced, or this one's. */
  awaits(name: string): boolean {
    const announced = this.#announced;
    return announced === '' || name === '' || name === announced;
  }

  /** The thread whose message was announced and has not begun; '' for none, or when it is not named. */
  get #announced(): string {
    const { draft, envelopes } = this.main;
    const { open } = envelopes;
    if (open === null || open.messages > 0 || draft !== null || open.rewrite !== null) return '';
    if (open !== this.#envelope) {
      this.#envelope = open;
      this.#envelopeThread = nameOf(open.before);
    }
    return this.#envelopeThread;
  }

  elsewhere(row: Row): boolean {
    const name = nameIn(row);
    if (this.#others.has(name) || this.#others.size >= MAX_THREADS) return false;
    const other = new Assembler(this, new Envelopes(this.#marks, this.#frames));
    other.row(row);
    this.#keep(name, other);
    return true;
  }

  /** Ends what is open. */
  finish(): void {
    this.main.finish();
    for (const other of this.#others.values()) other.finish();
    this.#others.clear();
  }

  assembled(found: Found): void {
    this.#sink.assembled(found);
  }

  noise(row: Row): void {
    this.#sink.noise(row);
  }

  announced(dialect: Dialect, row: Row): void {
    this.#sink.announced(dialect, row);
  }

  /** A thread is followed as long as it has a message open or announced. */
  #keep(name: string, other: Assembler): void {
    const { open } = other.envelopes;
    if (other.draft !== null || (open !== null && open.messages === 0))
      this.#others.set(name, other);
    else this.#others.delete(name);
  }
}

/** The thread that the row names, '' for none. */
function nameIn({ bytes, start, end }: Row): string {
  return nameOf(latin1(bytes, start, Math.min(end, start + MAX_SEARCHED)));
}

function nameOf(text: string): string {
  const thread = threadIn(text);
  return thread === null ? '' : text.slice(...thread);
}
