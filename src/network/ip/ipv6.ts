import { u16be } from '../../capture/bytes.ts';
import { hit } from '../../model/unread.ts';
import { DONE, ETHERTYPE, IP_PROTOCOL, LINK_TYPE } from '../keys.ts';
import type { LayerDefinition } from '../layer.ts';

const HEADER_LENGTH = 40;

/** IPv6, RFC 8200 §3. A payload length of 0 means a jumbogram or offload: "all of it". */
export const ipv6: LayerDefinition = {
  id: 'ipv6',
  keys: [ETHERTYPE + 0x86dd, LINK_TYPE + 229, IP_PROTOCOL + 41],
  open({ unread }) {
    const truncated = unread.reason('ipv6-truncated');
    const version = unread.reason('ip-version-wrong');
    const wrong = unread.reason('ip-length-wrong');
    return {
      peel(cursor) {
        const { bytes, start } = cursor;
        if (cursor.end - start < HEADER_LENGTH) {
          hit(truncated, cursor.frame, cursor.base + start);
          return DONE;
        }
        if (bytes[start]! >>> 4 !== 6) {
          hit(version, cursor.frame, cursor.base + start);
          return DONE;
        }
        const length = u16be(bytes, start + 4);
        cursor.addressBytes = bytes;
        cursor.addressLength = 16;
        cursor.sourceAt = start + 8;
        cursor.destinationAt = start + 24;
        cursor.ipId = -1;
        cursor.ttl = bytes[start + 7]!;
        cursor.protocol = bytes[start + 6]!;
        cursor.start = start + HEADER_LENGTH;
        if (length !== 0) {
          if (cursor.start + length > cursor.wireEnd) {
            hit(wrong, cursor.frame, cursor.base + start);
          }
          cursor.limit(length);
        }
        return IP_PROTOCOL + cursor.protocol;
      },
    };
  },
};
