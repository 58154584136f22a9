import { u16be } from '../../capture/bytes.ts';
import { hit } from '../../model/unread.ts';
import { DONE, ETHERTYPE, LINK_TYPE, LLC } from '../keys.ts';
import type { LayerDefinition } from '../layer.ts';

const HEADER_LENGTH = 14;
/** Smaller values are an 802.3 length (IEEE 802.3 §3.2.6). */
const LEAST_ETHERTYPE = 0x600;

export const ethernet: LayerDefinition = {
  id: 'ethernet',
  keys: [LINK_TYPE + 1, ETHERTYPE + 0x6558],
  open({ unread }) {
    const truncated = unread.reason('ethernet-truncated');
    return {
      peel(cursor) {
        if (cursor.end - cursor.start < HEADER_LENGTH) {
          hit(truncated, cursor.frame, cursor.base + cursor.start);
          return DONE;
        }
        const type = u16be(cursor.bytes, cursor.start + 12);
        cursor.start += HEADER_LENGTH;
        return type < LEAST_ETHERTYPE ? LLC : ETHERTYPE + type;
      },
    };
  },
};
