import { hit } from '../../model/unread.ts';
import { ANY_IP, DONE, ETHERTYPE, LINK_TYPE } from '../keys.ts';
import type { LayerDefinition } from '../layer.ts';

/** Raw IP: LINKTYPE_RAW and the DLT_RAW values that old files carry; the version nibble tells which. */
export const anyIp: LayerDefinition = {
  id: 'any-ip',
  keys: [LINK_TYPE + 101, LINK_TYPE + 12, LINK_TYPE + 14, ANY_IP],
  open({ unread }) {
    const unknown = unread.reason('ip-version-wrong');
    return {
      peel(cursor) {
        const version = cursor.end > cursor.start ? cursor.bytes[cursor.start]! >>> 4 : 0;
        if (version === 4) return ETHERTYPE + 0x0800;
        if (version === 6) return ETHERTYPE + 0x86dd;
        hit(unknown, cursor.frame, cursor.base + cursor.start);
        return DONE;
      },
    };
  },
};
