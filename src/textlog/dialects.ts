import type { Dialect } from './dialect.ts';
import { plain } from './plain.ts';

/** Every dialect, the most particular first. */
export const DIALECTS: readonly Dialect[] = [plain];

/** The dialect that the beginning of a source is written in. */
export function sniffDialect(head: Uint8Array): Dialect | undefined {
  return DIALECTS.find((dialect) => dialect.sniff(head));
}
