import { u16be } from '../../capture/bytes.ts';
import { hit } from '../../model/unread.ts';
import { DONE, ETHERTYPE, LLC } from '../keys.ts';
import type { LayerDefinition } from '../layer.ts';

const SNAP_LENGTH = 8;
const SNAP_SAP = 0xaaaa;
const UNNUMBERED = 0x03;

/** 802.2 LLC: only SNAP (RFC 1042) carries IP; spanning tree and its like are counted. */
export const llc: LayerDefinition = {
  id: 'llc',
  keys: [LLC],
  open({ unread }) {
    const other = unread.reason('llc');
    return {
      peel(cursor) {
        const { bytes, start } = cursor;
        const snap =
          cursor.end - start >= SNAP_LENGTH &&
          u16be(bytes, start) === SNAP_SAP &&
          bytes[start + 2] === UNNUMBERED;
        if (!snap) {
          hit(other, cursor.frame, cursor.base + start);
          return DONE;
        }
        cursor.start += SNAP_LENGTH;
        return ETHERTYPE + u16be(bytes, start + 6);
      },
    };
  },
};
