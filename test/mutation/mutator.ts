import type { Random } from './random.ts';

/** One way to damage an input. Never changes the bytes that it is given. */
export interface Mutator {
  readonly id: string;
  apply(bytes: Uint8Array, random: Random, other: () => Uint8Array): Uint8Array;
}
