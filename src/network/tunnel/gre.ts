import { u16be, u32be } from '../../capture/bytes.ts';
import { hit } from '../../model/unread.ts';
import { POINT } from '../cursor.ts';
import { DONE, ETHERTYPE, IP_PROTOCOL } from '../keys.ts';
import type { LayerDefinition } from '../layer.ts';

const CHECKSUM = 0x8000;
const ROUTING = 0x4000;
const KEY = 0x2000;
const SEQUENCE = 0x1000;
/** Version 1 (PPTP, RFC 2637) only. */
const ACKNOWLEDGEMENT = 0x0080;
const VERSION = 0x0007;
/** ERSPAN type II; type I has the same number but no sequence number and no header of its own. */
const ERSPAN = 0x88be;
const TRANSPARENT_ETHERNET = 0x6558;

/** GRE, RFC 2784 and 2890, NVGRE (RFC 7637) and the PPP variant of PPTP. The key is a place of its own. */
export const gre: LayerDefinition = {
  id: 'gre',
  keys: [IP_PROTOCOL + 47],
  open({ unread }) {
    const truncated = unread.reason('gre-truncated');
    const unsupported = unread.reason('gre-unsupported');
    return {
      peel(cursor) {
        const { bytes, start, end } = cursor;
        if (end - start < 4) {
          hit(truncated, cursor.frame, cursor.base + start);
          return DONE;
        }
        const flags = u16be(bytes, start);
        const type = u16be(bytes, start + 2);
        // Source routes were deprecated by RFC 2784 and are seen in damaged packets only.
        if ((flags & ROUTING) !== 0 || (flags & VERSION) > 1) {
          hit(unsupported, cursor.frame, cursor.base + start);
          return DONE;
        }
        const pptp = (flags & VERSION) === 1;
        const checksum = (flags & CHECKSUM) === 0 ? 0 : 4;
        const key = (flags & KEY) === 0 ? 0 : 4;
        const sequence = (flags & SEQUENCE) === 0 ? 0 : 4;
        const acknowledgement = pptp && (flags & ACKNOWLEDGEMENT) !== 0 ? 4 : 0;
        const length = 4 + checksum + key + sequence + acknowledgement;
        if (end - start < length) {
          hit(truncated, cursor.frame, cursor.base + start);
          return DONE;
        }
        cursor.seenAt(POINT.gre, key === 0 ? 0 : tunnelKey(bytes, start + 4 + checksum, pptp));
        cursor.start = start + length;
        // An acknowledgement of PPTP carries nothing.
        if (cursor.start === cursor.wireEnd) return DONE;
        return type === ERSPAN && sequence === 0
          ? ETHERTYPE + TRANSPARENT_ETHERNET
          : ETHERTYPE + type;
      },
    };
  },
};

/** PPTP keeps the payload length in the upper half of the key: only the call ID says where. */
function tunnelKey(bytes: Uint8Array, at: number, pptp: boolean): number {
  return pptp ? u16be(bytes, at + 2) : u32be(bytes, at);
}
