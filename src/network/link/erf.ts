import { u16be } from '../../capture/bytes.ts';
import { hit } from '../../model/unread.ts';
import { POINT } from '../cursor.ts';
import { ANY_IP, DONE, LINK_TYPE, PPP } from '../keys.ts';
import type { LayerDefinition } from '../layer.ts';

const HEADER_LENGTH = 16;
const EXTENSION_LENGTH = 8;
const TYPE = 0x7f;
/** In the type byte, and in the first byte of each extension header: another one follows. */
const MORE = 0x80;
const INTERFACE = 0x03;
/** Ethernet records put an offset and a pad byte before the frame. */
const ETHERNET_PADDING = 2;
const ADDRESS_OF_PPP = 0xff;

/** Record types (Endace ERF types reference): plain, coloured, hashed variants of the same link. */
const HDLC: readonly number[] = [1, 10, 15, 17];
const ETHERNET: readonly number[] = [2, 11, 16, 20];
const IP: readonly number[] = [22, 23];

/** Endace extensible record format inside pcap: Ethernet, PPP or Cisco HDLC, and IP records. */
export const erf: LayerDefinition = {
  id: 'erf',
  keys: [LINK_TYPE + 197],
  open({ unread }) {
    const truncated = unread.reason('erf-truncated');
    const other = unread.reason('erf-record-type');
    return {
      peel(cursor) {
        const { bytes, start, end } = cursor;
        let at = start + HEADER_LENGTH;
        let more = at <= end && (bytes[start + 8]! & MORE) !== 0;
        for (; more && at + EXTENSION_LENGTH < end; at += EXTENSION_LENGTH) {
          more = (bytes[at]! & MORE) !== 0;
        }
        if (at + ETHERNET_PADDING >= end || more) {
          hit(truncated, cursor.frame, cursor.base + start);
          return DONE;
        }
        const type = bytes[start + 8]! & TYPE;
        const wireLength = u16be(bytes, start + 14);
        cursor.seenAt(POINT.interface, bytes[start + 9]! & INTERFACE);
        cursor.start = ETHERNET.includes(type) ? at + ETHERNET_PADDING : at;
        if (wireLength > 0) cursor.limit(wireLength);
        if (ETHERNET.includes(type)) return LINK_TYPE + 1;
        if (IP.includes(type)) return ANY_IP;
        if (HDLC.includes(type)) return bytes[at] === ADDRESS_OF_PPP ? PPP : LINK_TYPE + 104;
        hit(other, cursor.frame, cursor.base + start);
        return DONE;
      },
    };
  },
};
