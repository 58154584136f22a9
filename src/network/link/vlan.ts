import { u16be } from '../../capture/bytes.ts';
import { hit } from '../../model/unread.ts';
import { POINT } from '../cursor.ts';
import { DONE, ETHERTYPE, LLC } from '../keys.ts';
import type { LayerDefinition } from '../layer.ts';

const TAG_LENGTH = 4;
const VLAN_ID = 0x0fff;
const LEAST_ETHERTYPE = 0x600;

/** VLAN tags: 802.1Q, 802.1ad and the older QinQ values 0x9100, 0x9200. Any number of them in a row. */
export const vlan: LayerDefinition = {
  id: 'vlan',
  keys: [0x8100, 0x88a8, 0x9100, 0x9200].map((type) => ETHERTYPE + type),
  open({ unread }) {
    const truncated = unread.reason('vlan-truncated');
    return {
      peel(cursor) {
        if (cursor.end - cursor.start < TAG_LENGTH) {
          hit(truncated, cursor.frame, cursor.base + cursor.start);
          return DONE;
        }
        cursor.seenAt(POINT.vlan, u16be(cursor.bytes, cursor.start) & VLAN_ID);
        const type = u16be(cursor.bytes, cursor.start + 2);
        cursor.start += TAG_LENGTH;
        return type < LEAST_ETHERTYPE ? LLC : ETHERTYPE + type;
      },
    };
  },
};
