import { u16be } from '../../capture/bytes.ts';
import { hit } from '../../model/unread.ts';
import { POINT } from '../cursor.ts';
import { DONE, ETHERTYPE, LINK_TYPE, PPP } from '../keys.ts';
import type { LayerDefinition } from '../layer.ts';

const HEADER_LENGTH = 6;

/** PPPoE session stage, RFC 2516 §4. (Discovery, 0x8863, carries no IP and is counted.) */
export const pppoe: LayerDefinition = {
  id: 'pppoe',
  keys: [ETHERTYPE + 0x8864, LINK_TYPE + 51],
  open({ unread }) {
    const truncated = unread.reason('pppoe-truncated');
    return {
      peel(cursor) {
        const { bytes, start } = cursor;
        if (cursor.end - start <= HEADER_LENGTH) {
          hit(truncated, cursor.frame, cursor.base + start);
          return DONE;
        }
        const length = u16be(bytes, start + 4);
        cursor.seenAt(POINT.pppoe, u16be(bytes, start + 2));
        cursor.start += HEADER_LENGTH;
        if (length > 0 && cursor.start + length < cursor.wireEnd) cursor.limit(length);
        return PPP;
      },
    };
  },
};
