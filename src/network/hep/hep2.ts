import { u16be, u16le, u32 } from '../../capture/bytes.ts';
import { DONE, HEP2 } from '../keys.ts';
import { type Cursor, POINT } from '../cursor.ts';
import type { LayerDefinition } from '../layer.ts';
import { familyLength, hepTransport } from './hep-transport.ts';

/** Version, length, family, protocol, two ports; both addresses follow. */
const FIXED = 8;
/** Seconds, microseconds, capture agent, padding: version 2 only. */
const TIME_HEADER = 12;
/** Seconds since 1970 that a capture of SIP can show: 2000 to 2100. */
const FIRST_SECOND = 946_684_800;
const LAST_SECOND = 4_102_444_800;

/** Whether the payload is HEP version 1 or 2: every byte of its first half is known, or nearly. */
export function isHep2(bytes: Uint8Array, start: number, end: number): boolean {
  const version = bytes[start]!;
  if ((version !== 1 && version !== 2) || end - start < FIXED) return false;
  const address = familyLength(bytes[start + 2]!);
  if (address === 0 || bytes[start + 1] !== FIXED + 2 * address) return false;
  const header = FIXED + 2 * address + (version === 2 ? TIME_HEADER : 0);
  if (end - start <= header || hepTransport(bytes[start + 3]!) === 'unknown') return false;
  return version === 1 || secondsAt(bytes, start + FIXED + 2 * address) > 0;
}

/** Times are written as the agent's processor has them, little-endian nearly everywhere. 0 when they make no sense. */
function secondsAt(bytes: Uint8Array, at: number): number {
  for (const little of [true, false]) {
    const seconds = u32(bytes, at, little);
    const inRange = seconds >= FIRST_SECOND && seconds < LAST_SECOND;
    if (inRange && u32(bytes, at + 4, little) < 1_000_000) return seconds;
  }
  return 0;
}

function timeAt(bytes: Uint8Array, at: number): number {
  const seconds = secondsAt(bytes, at);
  const little = u32(bytes, at, true) === seconds;
  return seconds * 1_000_000 + u32(bytes, at + 4, little);
}

/** HEP versions 1 and 2 (Homer encapsulation): what an agent saw, with the ends and, in version 2, the time of that. */
export const hep2: LayerDefinition = {
  id: 'hep2',
  keys: [HEP2],
  open: ({ payloads }) => ({
    peel(cursor: Cursor) {
      const { bytes, start } = cursor;
      const version = bytes[start]!;
      const address = familyLength(bytes[start + 2]!) === 16 ? 16 : 4;
      cursor.sourcePort = u16be(bytes, start + 4);
      cursor.destinationPort = u16be(bytes, start + 6);
      cursor.addressBytes = bytes;
      cursor.addressLength = address;
      cursor.sourceAt = start + FIXED;
      cursor.destinationAt = start + FIXED + address;
      cursor.ipId = cursor.ttl = -1;
      let at = start + FIXED + 2 * address;
      let agent = 0;
      if (version === 2) {
        cursor.time = timeAt(bytes, at);
        agent = u16le(bytes, at + 8);
        at += TIME_HEADER;
      }
      cursor.seenAt(POINT.hep, agent);
      cursor.start = at;
      cursor.settle(hepTransport(bytes[start + 3]!));
      payloads.payload(cursor);
      return DONE;
    },
  }),
};
