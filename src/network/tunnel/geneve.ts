import { u16be, u32be } from '../../capture/bytes.ts';
import { hit, type UnreadReason } from '../../model/unread.ts';
import { POINT } from '../cursor.ts';
import { DONE, ETHERTYPE, UDP_PAYLOAD, UDP_PORT } from '../keys.ts';
import type { LayerDefinition } from '../layer.ts';

const HEADER_LENGTH = 8;
const VERSION = 0xc0;
const OPTIONS_LENGTH = 0x3f;
const RESERVED = 0x3f;
const IPV4 = 0x0800;
const IPV6 = 0x86dd;
const TRANSPARENT_ETHERNET = 0x6558;

/** Smaller values of an Ethernet header are lengths (IEEE 802.3). */
const FIRST_ETHERTYPE = 0x0600;
/** Other protocols that are read on: MPLS and VLAN tags. */
const RARE: ReadonlySet<number> = new Set([0x8847, 0x8848, 0x8100, 0x88a8, 0x9100]);
/** Unknown protocol types that are named (a bound for hostile input). */
const MAX_NAMED = 16;

/** Geneve, RFC 8926 §3.4; options are stepped over. */
export const geneve: LayerDefinition = {
  id: 'geneve',
  keys: [UDP_PORT + 6081],
  open({ unread }) {
    const truncated = unread.reason('geneve-truncated');
    const notIpv4 = unread.reason('geneve-payload-0x0800');
    const notIpv6 = unread.reason('geneve-payload-0x86dd');
    const unknown = new Map<number, UnreadReason>();
    const named = (type: number): UnreadReason => {
      let reason = unknown.get(type);
      if (reason === undefined) {
        const name = unknown.size < MAX_NAMED ? `0x${type.toString(16).padStart(4, '0')}` : 'other';
        reason = unread.reason(`geneve-protocol-${name}`);
        if (unknown.size < MAX_NAMED) unknown.set(type, reason);
      }
      return reason;
    };
    return {
      peel(cursor) {
        const { bytes, start, end } = cursor;
        const first = bytes[start]!;
        if (end - start < 4 || (first & VERSION) !== 0) return UDP_PAYLOAD;
        const type = u16be(bytes, start + 2);
        const at = start + HEADER_LENGTH + (first & OPTIONS_LENGTH) * 4;
        if (at > end) {
          if ((bytes[start + 1]! & RESERVED) !== 0 || !isUsual(type)) return UDP_PAYLOAD;
          hit(truncated, cursor.frame, cursor.base + start);
          return DONE;
        }
        if (!isUsual(type) && !RARE.has(type)) {
          // What is no EtherType is other traffic on the port, such as STUN, which begins with the same two zero bits.
          if (type < FIRST_ETHERTYPE || (bytes[start + 1]! & RESERVED) !== 0) return UDP_PAYLOAD;
          hit(named(type), cursor.frame, cursor.base + at);
          return DONE;
        }
        const version = at < end ? bytes[at]! >>> 4 : 0;
        if (at < end && ((type === IPV4 && version !== 4) || (type === IPV6 && version !== 6))) {
          hit(type === IPV4 ? notIpv4 : notIpv6, cursor.frame, cursor.base + at);
          return DONE;
        }
        cursor.seenAt(POINT.geneve, u32be(bytes, start + 4) >>> 8);
        cursor.start = at;
        return ETHERTYPE + type;
      },
    };
  },
};

/** What such tunnels carry in practice: it tells a cut header from other traffic on the port. */
function isUsual(type: number): boolean {
  return type === TRANSPARENT_ETHERNET || type === IPV4 || type === IPV6;
}
