import { u16be, u32be } from '../../capture/bytes.ts';
import { hit } from '../../model/unread.ts';
import { type Cursor, POINT } from '../cursor.ts';
import { DONE, ETHERTYPE, LINK_TYPE, LLC } from '../keys.ts';
import type { LayerContext, LayerDefinition } from '../layer.ts';

const SLL_LENGTH = 16;
const SLL2_LENGTH = 20;
/** Protocol value for an 802.2 LLC header (tcpdump.org/linktypes: LINKTYPE_LINUX_SLL). */
const PROTOCOL_LLC = 0x0004;
/** On GRE devices the protocol is that of the tunnel's content, as everywhere; on Ethernet it is the EtherType. */
function next(protocol: number): number {
  return protocol === PROTOCOL_LLC ? LLC : ETHERTYPE + protocol;
}

function cooked(
  context: LayerContext,
  length: number,
  header: (cursor: Cursor) => number,
): { peel(cursor: Cursor): number } {
  const truncated = context.unread.reason('linux-cooked-truncated');
  return {
    peel(cursor) {
      if (cursor.end - cursor.start < length) {
        hit(truncated, cursor.frame, cursor.base + cursor.start);
        return DONE;
      }
      const protocol = header(cursor);
      cursor.start += length;
      return next(protocol);
    },
  };
}

/** LINKTYPE_LINUX_SLL: `tcpdump -i any`. The same packet is seen coming and going, so the direction is a point. */
export const linuxCooked: LayerDefinition = {
  id: 'linux-cooked',
  keys: [LINK_TYPE + 113],
  open: (context) =>
    cooked(context, SLL_LENGTH, (cursor) => {
      cursor.seenAt(POINT.direction, u16be(cursor.bytes, cursor.start));
      return u16be(cursor.bytes, cursor.start + 14);
    }),
};

/** LINKTYPE_LINUX_SLL2: the same with the interface index. */
export const linuxCooked2: LayerDefinition = {
  id: 'linux-cooked-2',
  keys: [LINK_TYPE + 276],
  open: (context) =>
    cooked(context, SLL2_LENGTH, (cursor) => {
      cursor.seenAt(POINT.interface, u32be(cursor.bytes, cursor.start + 4));
      cursor.seenAt(POINT.direction, cursor.bytes[cursor.start + 10]!);
      return u16be(cursor.bytes, cursor.start);
    }),
};
