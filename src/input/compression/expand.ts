import { type Damage, NESTING_LIMIT } from '../damage.ts';
import { PeekableBytes } from '../peek.ts';
import type { Compression } from './compression.ts';
import { COMPRESSIONS } from './compressions.ts';

const SNIFF_BYTES = 16;

export interface Expanded {
  readonly content: PeekableBytes;
  /** Ids of the compressions that were taken off, from the outside in. */
  readonly layers: readonly string[];
  /** The compression that is still on, because its optional package is not installed. */
  readonly missing?: Compression;
}

export interface ExpandOptions {
  /** Compressed in compressed, at most this often. */
  readonly nesting: number;
  readonly compressions?: readonly Compression[];
}

/** Takes off every layer of compression, by content. */
export async function expand(
  input: AsyncIterable<Uint8Array>,
  damage: Damage,
  { nesting, compressions = COMPRESSIONS }: ExpandOptions,
): Promise<Expanded> {
  const layers: string[] = [];
  let content = new PeekableBytes(input);
  for (;;) {
    const head = await content.peek(SNIFF_BYTES);
    const found = compressions.find((compression) => compression.sniff(head));
    if (found === undefined) return { content, layers };
    if (layers.length === nesting) {
      damage.report(NESTING_LIMIT, 0);
      return { content, layers };
    }
    layers.push(found.id);
    const expander = await found.load().catch(() => undefined);
    if (expander === undefined) return { content, layers, missing: found };
    content = new PeekableBytes(damage.withinBudget(expander(content, damage)));
  }
}
