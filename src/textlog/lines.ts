import { LF } from '../sip/bytes.ts';
import { wordsOf } from '../sip/words.ts';

const FEEDS = 0x0a0a0a0a;
const LOW_BITS = 0x7f7f7f7f;

/** Number of rows in [start, end); one without a line end at its end counts. Four bytes at a time: most of a log is only this. */
export function countLines(bytes: Uint8Array, start: number, end: number): number {
  const words = wordsOf(bytes);
  let lines = 0;
  let at = start;
  for (const last = end - 4; at <= last; at += 4) {
    const four = words.getInt32(at, true) ^ FEEDS;
    // The top bit of each byte that is zero, exactly; the multiplication adds the four of them up.
    const zero = ~(((four & LOW_BITS) + LOW_BITS) | four | LOW_BITS);
    lines += Math.imul(zero >>> 7, 0x01010101) >>> 24;
  }
  for (; at < end; at += 1) if (bytes[at] === LF) lines += 1;
  return end > start && bytes[end - 1] !== LF ? lines + 1 : lines;
}
