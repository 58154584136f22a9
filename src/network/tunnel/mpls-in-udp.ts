import { u16be } from '../../capture/bytes.ts';
import type { Cursor } from '../cursor.ts';
import { ETHERTYPE, UDP_PAYLOAD, UDP_PORT } from '../keys.ts';
import type { LayerDefinition } from '../layer.ts';

const ENTRY_LENGTH = 4;
/** Byte of an entry that holds its bottom-of-stack bit. */
const BOTTOM_AT = 2;
/** Labels in one stack; more is text or noise. */
const MOST_LABELS = 16;
const CONTROL_WORD_LENGTH = 4;
const ETHERTYPE_AT = 12;
/** What pseudo-wires carry that is read on. */
const ETHERTYPES: readonly number[] = [0x0800, 0x86dd, 0x8100, 0x88a8];

/** MPLS in UDP, RFC 7510. Other traffic on the port is no label stack with IP or Ethernet under it. */
export const mplsInUdp: LayerDefinition = {
  id: 'mpls-in-udp',
  keys: [UDP_PORT + 6635],
  open() {
    return {
      peel: (cursor) => (isLabelled(cursor) ? ETHERTYPE + 0x8847 : UDP_PAYLOAD),
    };
  },
};

function isLabelled(cursor: Cursor): boolean {
  const { bytes, start, end } = cursor;
  for (let label = 1; label <= MOST_LABELS; label += 1) {
    const at = start + label * ENTRY_LENGTH;
    if (at >= end) return false;
    if ((bytes[at - ENTRY_LENGTH + BOTTOM_AT]! & 1) === 0) continue;
    return isIp(cursor, at) || isFrame(cursor, at) || isFrame(cursor, at + CONTROL_WORD_LENGTH);
  }
  return false;
}

/** Its length is that of what is left. */
function isIp({ bytes, end, wireEnd }: Cursor, at: number): boolean {
  if (end - at < 6) return false;
  const version = bytes[at]! >>> 4;
  if (version === 4) return at + u16be(bytes, at + 2) === wireEnd;
  return version === 6 && at + 40 + u16be(bytes, at + 4) === wireEnd;
}

function isFrame({ bytes, end }: Cursor, at: number): boolean {
  const type = at + ETHERTYPE_AT;
  return type + 2 <= end && ETHERTYPES.includes(u16be(bytes, type));
}
