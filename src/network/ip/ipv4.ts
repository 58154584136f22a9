import { u16be } from '../../capture/bytes.ts';
import { hit } from '../../model/unread.ts';
import { DONE, ETHERTYPE, IP_FRAGMENT, IP_PROTOCOL, LINK_TYPE } from '../keys.ts';
import type { LayerDefinition } from '../layer.ts';

const LEAST_HEADER = 20;
/** More-fragments flag and fragment offset (RFC 791 §3.1). */
const FRAGMENTED = 0x3fff;

/** IPv4, RFC 791. Options are skipped; a total length of 0 comes from segmentation offload and means "all of it". */
export const ipv4: LayerDefinition = {
  id: 'ipv4',
  keys: [ETHERTYPE + 0x0800, LINK_TYPE + 228, IP_PROTOCOL + 4],
  open({ unread }) {
    const truncated = unread.reason('ipv4-truncated');
    const version = unread.reason('ip-version-wrong');
    const wrong = unread.reason('ip-length-wrong');
    return {
      peel(cursor) {
        const { bytes, start } = cursor;
        if (cursor.end - start < LEAST_HEADER) {
          hit(truncated, cursor.frame, cursor.base + start);
          return DONE;
        }
        const first = bytes[start]!;
        const total = u16be(bytes, start + 2);
        const header = (first & 0x0f) << 2;
        if (first >>> 4 !== 4) {
          hit(version, cursor.frame, cursor.base + start);
          return DONE;
        }
        if (header < LEAST_HEADER || (total !== 0 && total < header)) {
          hit(wrong, cursor.frame, cursor.base + start);
          return DONE;
        }
        if (header > cursor.end - start) {
          hit(truncated, cursor.frame, cursor.base + start);
          return DONE;
        }
        if (total !== 0) {
          // Longer than the frame that carried it: what is there is still read, the rest counts as missing.
          if (start + total > cursor.wireEnd) hit(wrong, cursor.frame, cursor.base + start);
          cursor.limit(total);
        }
        cursor.addressBytes = bytes;
        cursor.addressLength = 4;
        cursor.sourceAt = start + 12;
        cursor.destinationAt = start + 16;
        cursor.ipId = u16be(bytes, start + 4);
        cursor.ttl = bytes[start + 8]!;
        cursor.protocol = bytes[start + 9]!;
        cursor.start = start + header;
        if ((u16be(bytes, start + 6) & FRAGMENTED) !== 0) return IP_FRAGMENT;
        return IP_PROTOCOL + cursor.protocol;
      },
    };
  },
};
