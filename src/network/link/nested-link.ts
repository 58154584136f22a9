import { u16le, u32le } from '../../capture/bytes.ts';
import { hit } from '../../model/unread.ts';
import type { Cursor } from '../cursor.ts';
import { DONE, LINK_TYPE } from '../keys.ts';
import type { LayerDefinition } from '../layer.ts';

/** A header that gives its own length and the link type of what follows. */
function nestedLink(
  id: string,
  linkType: number,
  least: number,
  lengthOf: (cursor: Cursor) => number,
  innerAt: number,
): LayerDefinition {
  return {
    id,
    keys: [LINK_TYPE + linkType],
    open({ unread }) {
      const wrong = unread.reason(`${id}-wrong`);
      return {
        peel(cursor) {
          const room = cursor.end - cursor.start;
          const length = room < least ? 0 : lengthOf(cursor);
          const inner = u32le(cursor.bytes, cursor.start + innerAt);
          if (length < least || length > room || inner > 0xffff) {
            hit(wrong, cursor.frame, cursor.base + cursor.start);
            return DONE;
          }
          cursor.start += length;
          return LINK_TYPE + inner;
        },
      };
    },
  };
}

/** Per-packet information: what AirPcap and Kismet put before 802.11. */
export const perPacketInformation = nestedLink(
  'ppi',
  192,
  8,
  (cursor) => u16le(cursor.bytes, cursor.start + 2),
  4,
);

/** PKTAP: `tcpdump -i pktap` on macOS. */
export const pktap = nestedLink('pktap', 258, 12, (cursor) => u32le(cursor.bytes, cursor.start), 8);
