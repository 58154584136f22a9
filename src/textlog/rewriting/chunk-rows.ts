/** Bytes of a line end on the wire. */
const CRLF = 2;
const START_LINE = /^(?:SIP\/2\.0 \d{3} |[A-Z]{3,20} \S+ SIP\/2\.0$)/;

/**
 * Rows of a byte stream that was printed chunk by chunk, a line end behind each chunk: counts how much of the chunk they make up, and
 * joins the last row of one chunk with the first of the next.
 */
export class ChunkRows {
  #left = 0;
  /** What the chunk before ended with, inside a row. */
  #torn = '';

  /** Whether the chunk may be over; line ends of one byte instead of two let it seem shorter than it is. */
  get mayEnd(): boolean {
    return this.#left <= 0;
  }

  /** A chunk of `length` bytes follows. */
  begin(length: number): void {
    this.#left = length;
  }

  take(text: string): string[] | null {
    const torn = this.#torn;
    this.#torn = '';
    const isNew = torn !== '' && START_LINE.test(text);
    const row = isNew ? text : torn + text;
    if (this.#left === text.length) {
      this.#left = 0;
      this.#torn = row;
      return isNew ? [torn] : null;
    }
    this.#left -= text.length + CRLF;
    return isNew ? [torn, row] : [row];
  }

  /** What is held back. */
  flush(): string[] | null {
    const torn = this.#torn;
    this.#torn = '';
    return torn === '' ? null : [torn];
  }
}
