import { PeerTable } from '../call/peers.ts';
import type { Message } from '../sip/message.ts';
import type { MessageTarget } from '../source-reading.ts';
import type { Wanted } from './wanted.ts';

/** Where messages of a log begin. */
export interface LogStarts {
  /** Rows, 1-based, in order; none twice. */
  readonly rows: readonly number[];
  readonly wanted: ReadonlySet<number>;
}

/** Watches one log being read, and notes where its messages begin. */
export class LogPicker implements MessageTarget {
  readonly peers = new PeerTable();
  messages = 0;
  /** When each wanted message was, µs. */
  readonly told: number[] = [];
  readonly #wanted: Wanted;
  readonly #rows = new Set<number>();
  readonly #wantedRows = new Set<number>();

  constructor(wanted: Wanted) {
    this.#wanted = wanted;
  }

  get starts(): LogStarts {
    return { rows: [...this.#rows].sort((a, b) => a - b), wanted: this.#wantedRows };
  }

  add(message: Message): void {
    this.#rows.add(message.frame);
    if (!this.#wanted.callIds.has(message.callId)) return;
    this.messages += 1;
    this.#wantedRows.add(message.frame);
    this.told.push(message.time);
  }

  countLost(message: Message): void {
    this.add(message);
  }
}
