import type { UnreadTally } from '../../model/unread.ts';
import { PeekableBytes } from '../peek.ts';
import { Damage, EXPANSION_LIMIT, NESTING_LIMIT } from './compression.ts';
import { COMPRESSIONS } from './compressions.ts';

export interface ExpansionLimits {
  /** Compressed in compressed, at most this often. */
  readonly nesting: number;
  /** Expanded bytes that are always accepted. */
  readonly floor: number;
  /** Above the floor: expanded bytes per input byte. Real captures stay below 100. */
  readonly ratio: number;
}

export const EXPANSION_LIMITS: ExpansionLimits = { nesting: 3, floor: 1_073_741_824, ratio: 500 };

const SNIFF_BYTES = 16;

export interface Expanded {
  readonly content: PeekableBytes;
  /** `gzip`, or `gzip+zstd` from the outside in; undefined when it was not compressed. */
  readonly compression: string | undefined;
}

/** Takes off every layer of compression, by content. */
export async function expand(
  input: AsyncIterable<Uint8Array>,
  unread: UnreadTally,
  limits: ExpansionLimits = EXPANSION_LIMITS,
): Promise<Expanded> {
  const damage = new Damage(unread);
  const raw = new PeekableBytes(input);
  const layers: string[] = [];
  let content = raw;
  for (;;) {
    const head = await content.peek(SNIFF_BYTES);
    const found = COMPRESSIONS.find((compression) => compression.sniff(head));
    if (found === undefined) break;
    if (layers.length === limits.nesting) {
      damage.report(NESTING_LIMIT, 0);
      break;
    }
    layers.push(found.id);
    content = new PeekableBytes(capped(found.expand(content, damage), raw, limits, damage));
  }
  return { content, compression: layers.length > 0 ? layers.join('+') : undefined };
}

async function* capped(
  expanded: AsyncGenerator<Uint8Array>,
  raw: PeekableBytes,
  limits: ExpansionLimits,
  damage: Damage,
): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const chunk of expanded) {
    total += chunk.length;
    if (total > Math.max(limits.floor, limits.ratio * raw.bytes)) {
      damage.report(EXPANSION_LIMIT, total - chunk.length);
      return;
    }
    yield chunk;
  }
}
