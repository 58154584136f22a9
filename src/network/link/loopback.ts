import { u32be, u32le } from '../../capture/bytes.ts';
import { hit } from '../../model/unread.ts';
import { DONE, ETHERTYPE, LINK_TYPE } from '../keys.ts';
import type { LayerDefinition } from '../layer.ts';

const HEADER_LENGTH = 4;
const AF_INET = 2;
/** AF_INET6 of NetBSD/OpenBSD, FreeBSD, Darwin; 10 and 23 are those of Linux and Windows. */
const AF_INET6: readonly number[] = [24, 28, 30, 10, 23];
const LARGEST_FAMILY = 0xffff;

/** BSD loopback: an address family in the capturing host's byte order (NULL) or the network's (LOOP). */
export const loopback: LayerDefinition = {
  id: 'loopback',
  keys: [LINK_TYPE + 0, LINK_TYPE + 108],
  open({ unread }) {
    const unknown = unread.reason('loopback-family');
    return {
      peel(cursor) {
        const little = u32le(cursor.bytes, cursor.start);
        const family = little > LARGEST_FAMILY ? u32be(cursor.bytes, cursor.start) : little;
        const known = family === AF_INET || AF_INET6.includes(family);
        if (cursor.end - cursor.start < HEADER_LENGTH || !known) {
          hit(unknown, cursor.frame, cursor.base + cursor.start);
          return DONE;
        }
        cursor.start += HEADER_LENGTH;
        return ETHERTYPE + (family === AF_INET ? 0x0800 : 0x86dd);
      },
    };
  },
};
