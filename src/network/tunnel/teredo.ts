import { u16be } from '../../capture/bytes.ts';
import { ETHERTYPE, UDP_PAYLOAD, UDP_PORT } from '../keys.ts';
import type { LayerDefinition } from '../layer.ts';

const IPV6_HEADER = 40;
/** Indicator, two lengths, nonce and confirmation byte; the client identifier and the value lie between them. */
const AUTHENTICATION = 13;
/** Indicator, port and address. */
const ORIGIN = 8;

/** Teredo, RFC 4380 §5.1.1: IPv6 in UDP, behind an authentication header, an origin indication, both, or neither. */
export const teredo: LayerDefinition = {
  id: 'teredo',
  keys: [UDP_PORT + 3544],
  open() {
    return {
      peel(cursor) {
        const { bytes, end, wireEnd } = cursor;
        let at = cursor.start;
        if (at + 4 <= end && u16be(bytes, at) === 1) {
          at += AUTHENTICATION + bytes[at + 2]! + bytes[at + 3]!;
        }
        if (at + 2 <= end && u16be(bytes, at) === 0) at += ORIGIN;
        // Trailers may follow the packet (RFC 6081 §4).
        const fits = at + IPV6_HEADER <= end && at + IPV6_HEADER + u16be(bytes, at + 4) <= wireEnd;
        if (!fits || bytes[at]! >>> 4 !== 6) return UDP_PAYLOAD;
        cursor.start = at;
        return ETHERTYPE + 0x86dd;
      },
    };
  },
};
