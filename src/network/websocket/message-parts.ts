/** Longest message that is put together, in bytes, as it travels. */
export const MAX_MESSAGE = 1 << 18;

/** A message being put together from frames (RFC 6455 §5.4). */
export class MessageParts {
  /** A first frame was seen whose message is not complete. */
  open = false;
  compressed = false;
  /** It grew beyond the limit: its parts are let go. */
  tooLong = false;
  #parts: Uint8Array[] = [];
  #length = 0;

  begin(compressed: boolean): void {
    this.open = true;
    this.compressed = compressed;
    this.tooLong = false;
    this.#clear();
  }

  add(part: Uint8Array): void {
    this.tooLong ||= this.#length + part.length > MAX_MESSAGE;
    if (this.tooLong) {
      this.#clear();
      return;
    }
    this.#parts.push(part);
    this.#length += part.length;
  }

  /** All bytes so far; the message is over. */
  take(): Uint8Array {
    this.open = false;
    const [first] = this.#parts;
    if (this.#parts.length === 1 && first !== undefined) {
      this.#clear();
      return first;
    }
    const whole = new Uint8Array(this.#length);
    let at = 0;
    for (const part of this.#parts) {
      whole.set(part, at);
      at += part.length;
    }
    this.#clear();
    return whole;
  }

  #clear(): void {
    this.#parts = [];
    this.#length = 0;
  }
}
