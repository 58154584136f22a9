import { hit } from '../../model/unread.ts';
import { DONE, IP_PROTOCOL } from '../keys.ts';
import type { LayerDefinition } from '../layer.ts';

/** Hop-by-hop, routing, destination options, mobility, HIP, shim6: all are laid out alike (RFC 6564 §4). */
const EXTENSIONS = [0, 43, 60, 135, 139, 140];
const UNIT = 8;

/** IPv6 extension headers that only have to be stepped over, RFC 8200 §4. */
export const ipv6Extension: LayerDefinition = {
  id: 'ipv6-extension',
  keys: EXTENSIONS.map((next) => IP_PROTOCOL + next),
  open({ unread }) {
    const truncated = unread.reason('ipv6-extension-truncated');
    return {
      peel(cursor) {
        const { bytes, start } = cursor;
        const room = cursor.end - start;
        const length = room < UNIT ? UNIT : (bytes[start + 1]! + 1) * UNIT;
        if (length > room) {
          hit(truncated, cursor.frame, cursor.base + start);
          return DONE;
        }
        cursor.protocol = bytes[start]!;
        cursor.start += length;
        return IP_PROTOCOL + cursor.protocol;
      },
    };
  },
};
