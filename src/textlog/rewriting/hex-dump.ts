import type { Facts, Rewrite } from '../dialect.ts';
import type { Frames } from './frame.ts';
import { hexRow } from './hex-row.ts';

/** Longest frame that is put together, in bytes: a jumbo frame and the headers of a tunnel. */
const MAX_FRAME = 1 << 17;

/** Rewrites a hex dump, whose first row is the envelope's, into the SIP message that its bytes carry. */
export function hexDump(
  _match: RegExpExecArray,
  facts: Facts,
  first: string,
  frames: Frames,
): Rewrite {
  const bytes: number[] = [...(hexRow(first)?.bytes ?? [])];
  const { at } = frames;
  return (row) => {
    if (row === null) {
      const text = frames.sipIn(Uint8Array.from(bytes), facts, at);
      return text === '' ? null : text.split('\n');
    }
    const next = hexRow(row);
    // The rows of one dump go on without a gap.
    if (next === null || next.offset !== bytes.length || bytes.length > MAX_FRAME) return false;
    bytes.push(...next.bytes);
    return null;
  };
}
