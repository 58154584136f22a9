import type { Section } from './section.ts';

/** One kind of block. `body` and `bodyEnd` enclose what lies between the two length fields. */
export interface Block {
  readonly type: number;
  readonly id: string;
  /** Least length of the body in bytes; shorter ones are damaged. */
  readonly least: number;
  /** `base` is the source offset of `bytes[0]`. */
  read(section: Section, bytes: Uint8Array, body: number, bodyEnd: number, base: number): void;
}
