import { copyOf } from '../../capture/bytes.ts';
import { concat } from './bytes.ts';

/** HandshakeType values that are read, RFC 8446 §B.3. */
export const HANDSHAKE = {
  clientHello: 1,
  serverHello: 2,
  certificate: 11,
  finished: 20,
  keyUpdate: 24,
} as const;

const HEADER = 4;
/** Longest message that is put together; longer ones are passed over. */
const MAX_MESSAGE = 65_536;
const READ: readonly number[] = Object.values(HANDSHAKE);

/** Puts handshake messages together: several may share a record, and one may span many (RFC 8446 §5.1). */
export class HandshakeReader {
  #held: Uint8Array = new Uint8Array(0);
  /** Bytes of a message that nobody needs. */
  #skip = 0;

  get held(): number {
    return this.#held.length;
  }

  /** `found` gets type and body; the body is void afterwards. */
  push(fragment: Uint8Array, found: (type: number, body: Uint8Array) => void): void {
    let bytes = this.#held.length === 0 ? fragment : concat(this.#held, fragment);
    this.#held = new Uint8Array(0);
    while (bytes.length > 0) {
      if (this.#skip > 0) {
        const passed = Math.min(this.#skip, bytes.length);
        this.#skip -= passed;
        bytes = bytes.subarray(passed);
        continue;
      }
      if (bytes.length < HEADER) break;
      const type = bytes[0]!;
      const end = HEADER + ((bytes[1]! << 16) | (bytes[2]! << 8) | bytes[3]!);
      if (!READ.includes(type) || end > MAX_MESSAGE) {
        this.#skip = end;
        continue;
      }
      if (bytes.length < end) break;
      found(type, bytes.subarray(HEADER, end));
      bytes = bytes.subarray(end);
    }
    if (bytes.length > 0) this.#held = copyOf(bytes, 0, bytes.length);
  }

  clear(): void {
    this.#held = new Uint8Array(0);
    this.#skip = 0;
  }
}
