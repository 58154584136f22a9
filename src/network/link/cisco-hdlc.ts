import { u16be } from '../../capture/bytes.ts';
import { hit } from '../../model/unread.ts';
import { DONE, ETHERTYPE, LINK_TYPE } from '../keys.ts';
import type { LayerDefinition } from '../layer.ts';

const HEADER_LENGTH = 4;

/** Cisco HDLC: address, control, EtherType. */
export const ciscoHdlc: LayerDefinition = {
  id: 'cisco-hdlc',
  keys: [LINK_TYPE + 104],
  open({ unread }) {
    const truncated = unread.reason('cisco-hdlc-truncated');
    return {
      peel(cursor) {
        if (cursor.end - cursor.start < HEADER_LENGTH) {
          hit(truncated, cursor.frame, cursor.base + cursor.start);
          return DONE;
        }
        const type = u16be(cursor.bytes, cursor.start + 2);
        cursor.start += HEADER_LENGTH;
        return ETHERTYPE + type;
      },
    };
  },
};
