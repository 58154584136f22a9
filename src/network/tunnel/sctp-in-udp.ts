import { u16be } from '../../capture/bytes.ts';
import type { Cursor } from '../cursor.ts';
import { IP_PROTOCOL, UDP_PAYLOAD, UDP_PORT } from '../keys.ts';
import type { LayerDefinition } from '../layer.ts';

const COMMON_HEADER = 12;
const CHUNK_HEADER = 4;

/** SCTP in UDP, RFC 6951: what the ends agreed on is not in the packet, so its chunks must fill it. */
export const sctpInUdp: LayerDefinition = {
  id: 'sctp-in-udp',
  keys: [UDP_PORT + 9899],
  open() {
    return {
      peel: (cursor) => (isSctp(cursor) ? IP_PROTOCOL + 132 : UDP_PAYLOAD),
    };
  },
};

/** Every chunk ends within the packet, and the last one where it ends, but for padding. */
function isSctp({ bytes, start, end, wireEnd }: Cursor): boolean {
  let at = start + COMMON_HEADER;
  if (at + CHUNK_HEADER > end) return false;
  while (at + CHUNK_HEADER <= end) {
    const length = u16be(bytes, at + 2);
    if (length < CHUNK_HEADER || at + length > wireEnd) return false;
    at += (length + 3) & ~3;
  }
  return end < wireEnd || at >= wireEnd;
}
