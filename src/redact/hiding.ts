import type { Names } from './names.ts';

/** What hiding a message takes. */
export interface Hiding {
  readonly names: Names;
  /** User-Agent and Server as well. */
  readonly hideAgents: boolean;
  /** Told what was kept on purpose: products, codecs, abilities. */
  readonly onKept: (text: string) => void;
  /** How deep in other bodies this lies. */
  readonly depth: number;
}
