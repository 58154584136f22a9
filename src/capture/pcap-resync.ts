/** Finding the next record of a classic capture after damage: the format has no sync mark, so headers are judged by sense. */
import { u32 } from './bytes.ts';
import type { PcapLayout } from './pcap-header.ts';

/** A genuine neighbour was captured within this many seconds of the last good record. */
const NEIGHBOUR_SECONDS = 86_400;
/** No packet on a wire is longer, offloaded ones included. */
const LONGEST_PACKET = 1_048_576;

/** Captured length of the record whose header stands here, in bytes. */
export function capturedAt(bytes: Uint8Array, at: number, layout: PcapLayout): number {
  const first = u32(bytes, at + 8, layout.littleEndian);
  const second = u32(bytes, at + 12, layout.littleEndian);
  return isSwapped(first, second, layout) ? second : first;
}

function isSwapped(first: number, second: number, { swapped }: PcapLayout): boolean {
  return swapped !== 'no' && (swapped === 'yes' || first > second);
}

/** Could a record header stand here? `seconds` is the time of the last good record, NaN when there was none. */
export function looksLikeRecord(
  bytes: Uint8Array,
  at: number,
  layout: PcapLayout,
  seconds: number,
): boolean {
  const little = layout.littleEndian;
  const first = u32(bytes, at + 8, little);
  const second = u32(bytes, at + 12, little);
  const [captured, wire] = isSwapped(first, second, layout) ? [second, first] : [first, second];
  if (captured === 0 || captured > layout.longest) return false;
  if (wire < captured || wire > LONGEST_PACKET) return false;
  if (u32(bytes, at + 4, little) >= (layout.nanoseconds ? 1_000_000_000 : 1_000_000)) return false;
  const away = Math.abs(u32(bytes, at, little) - seconds);
  return !(away > NEIGHBOUR_SECONDS);
}
