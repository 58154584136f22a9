import { copyOf } from '../bytes.ts';
import { type Damage, STREAM_DAMAGED, TRAILING_BYTES } from '../damage.ts';
import { Inflater, type InflateKind } from './inflater.ts';

/** Compressed bytes per step: deflate expands at most 1032-fold, so this bounds the memory of one step to 17 MB. */
const PIECE_BYTES = 16_384;
/** Damage is narrowed down to so many compressed bytes, one after the other. */
const FINE_PIECES = [512, 16, 1] as const;
/** Compressed bytes remembered so that damage near the start costs little: most damaged files are small. */
const HISTORY_BYTES = 2_097_152;

/** Expands gzip (members in a row included) or bare deflate. */
export async function* inflate(
  kind: InflateKind,
  source: AsyncIterable<Uint8Array>,
  damage: Damage,
): AsyncGenerator<Uint8Array> {
  const inflater = new Inflater(kind);
  let history: Uint8Array[] | undefined = [];
  let remembered = 0;
  let expanded = 0;
  try {
    for await (const chunk of source) {
      for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
        const piece = copyOf(chunk, at, Math.min(at + PIECE_BYTES, chunk.length));
        remembered += piece.length;
        if (remembered > HISTORY_BYTES) history = undefined;
        history?.push(piece);
        const outcome = await inflater.feed(piece);
        for (const output of inflater.take()) {
          expanded += output.length;
          yield output;
        }
        if (outcome === 'more') continue;
        if (outcome === 'failed' && history !== undefined) {
          for (const output of await salvage(kind, history, expanded)) {
            expanded += output.length;
            yield output;
          }
        }
        damage.report(outcome === 'failed' ? STREAM_DAMAGED : TRAILING_BYTES, expanded);
        return;
      }
    }
    const outcome = await inflater.finish();
    for (const output of inflater.take()) {
      expanded += output.length;
      yield output;
    }
    if (outcome === 'failed') damage.report(STREAM_DAMAGED, expanded);
  } finally {
    inflater.close();
  }
}

/**
 * zlib keeps back what it had expanded of a piece that turns out bad: expand again, the last piece in steps, and the step that
 * turns out bad in smaller ones. Damage may be no more than a wrong checksum behind the very last byte.
 */
async function salvage(
  kind: InflateKind,
  history: readonly Uint8Array[],
  expanded: number,
): Promise<Uint8Array[]> {
  const saved: Uint8Array[] = [];
  const good = history.slice(0, -1);
  let bad = history.at(-1) ?? new Uint8Array(0);
  let known = expanded;
  for (const step of FINE_PIECES) {
    const inflater = new Inflater(kind);
    let position = 0;
    const collect = (): void => {
      for (const output of inflater.take()) {
        const fresh = Math.max(known - position, 0);
        if (fresh < output.length) saved.push(output.subarray(fresh));
        position += output.length;
        known = Math.max(known, position);
      }
    };
    for (const piece of good) {
      await inflater.feed(piece);
      collect();
    }
    let at = 0;
    for (; at < bad.length; at += step) {
      const outcome = await inflater.feed(bad.subarray(at, at + step));
      collect();
      if (outcome !== 'more') break;
    }
    inflater.close();
    good.push(bad.subarray(0, at));
    bad = bad.subarray(at, at + step);
  }
  return saved;
}
