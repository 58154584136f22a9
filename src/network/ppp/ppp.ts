import { u16be } from '../../capture/bytes.ts';
import { hit } from '../../model/unread.ts';
import { DONE, ETHERTYPE, LINK_TYPE, PPP, PPP_PROTOCOL } from '../keys.ts';
import type { LayerDefinition } from '../layer.ts';

/** All-stations address and unnumbered information (RFC 1662 §3.1); may be left out by negotiation. */
const ADDRESS_AND_CONTROL = 0xff03;
/** LINKTYPE_PPP_PPPD and LINKTYPE_PPP_WITH_DIR put a direction byte first; never the address. */
const WITH_DIRECTION: readonly number[] = [LINK_TYPE + 166, LINK_TYPE + 204];

/** PPP, RFC 1661 §2: protocol numbers of one byte when compressed (odd), of two otherwise. */
export const ppp: LayerDefinition = {
  id: 'ppp',
  // 0x880b: PPP inside GRE (RFC 2637).
  keys: [LINK_TYPE + 9, LINK_TYPE + 50, PPP, ETHERTYPE + 0x880b],
  open({ unread }) {
    const truncated = unread.reason('ppp-truncated');
    return {
      peel(cursor) {
        const { bytes, end } = cursor;
        let at = cursor.start;
        if (end - at >= 2 && u16be(bytes, at) === ADDRESS_AND_CONTROL) at += 2;
        const compressed = at < end && (bytes[at]! & 1) === 1;
        const length = compressed ? 1 : 2;
        if (end - at < length) {
          hit(truncated, cursor.frame, cursor.base + cursor.start);
          return DONE;
        }
        cursor.start = at + length;
        return PPP_PROTOCOL + (compressed ? bytes[at]! : u16be(bytes, at));
      },
    };
  },
};

/** A direction byte before PPP. */
export const pppWithDirection: LayerDefinition = {
  id: 'ppp-with-direction',
  keys: WITH_DIRECTION,
  open() {
    return {
      peel(cursor) {
        cursor.start += 1;
        return PPP;
      },
    };
  },
};

/** PPP protocol numbers of IP. */
export const pppIp: LayerDefinition = {
  id: 'ppp-ip',
  keys: [PPP_PROTOCOL + 0x0021, PPP_PROTOCOL + 0x0057],
  open() {
    return {
      peel(cursor) {
        return ETHERTYPE + (cursor.bytes[cursor.start]! >>> 4 === 6 ? 0x86dd : 0x0800);
      },
    };
  },
};
