import { LF } from '../sip/bytes.ts';

interface Latin1Writer {
  latin1Write(text: string, offset: number, length: number): number;
}

// As fast as memory where there is Node's Buffer; a browser takes the loop.
const write = (globalThis as { Buffer?: { prototype: Latin1Writer } }).Buffer?.prototype
  .latin1Write;

/** Text, one character a byte, as bytes again: rows that end in LF each. Valid until the next call. */
export class TextRows {
  #memory = new Uint8Array(1 << 12);

  bytesOf(text: string): Uint8Array {
    const { length } = text;
    if (this.#memory.length <= length) this.#memory = new Uint8Array(2 * length);
    const memory = this.#memory;
    if (write !== undefined) write.call(memory, text, 0, length);
    else for (let at = 0; at < length; at += 1) memory[at] = text.charCodeAt(at);
    memory[length] = LF;
    // A view of its own, so that nobody takes it for the text before.
    return memory.subarray(0, length + 1);
  }
}
