import { copyOf } from '../../capture/bytes.ts';
import { Gathered } from '../stream/gathered.ts';

/** Longest message that is put together, in bytes, as it travels. */
export const MAX_MESSAGE = 1 << 18;

/** A message being put together from frames (RFC 6455 §5.4). */
export class MessageParts {
  /** A first frame was seen whose message is not complete. */
  open = false;
  compressed = false;
  /** It grew beyond the limit: its parts are let go. */
  tooLong = false;
  readonly #gathered = new Gathered();

  get length(): number {
    return this.#gathered.length;
  }

  begin(compressed: boolean): void {
    this.open = true;
    this.compressed = compressed;
    this.tooLong = false;
    this.#gathered.clear();
  }

  add(part: Uint8Array): void {
    this.tooLong ||= this.#gathered.length + part.length > MAX_MESSAGE;
    if (this.tooLong) this.#gathered.clear();
    else this.#gathered.append(part, 0, part.length);
  }

  /** All bytes so far; the message is over. */
  take(): Uint8Array {
    this.open = false;
    const { bytes, length } = this.#gathered;
    const whole = length === bytes.length ? bytes : copyOf(bytes, 0, length);
    this.#gathered.clear();
    return whole;
  }
}
