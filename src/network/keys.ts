/**
 * What comes next in a packet, as one number: a name space and the value that selects the layer in it. Layers return
 * keys instead of importing each other, so a new layer is one file and one line in the registry.
 */

const SPACE = 0x1_0000;

/** Nothing further: the packet was delivered, kept, or counted. */
export const DONE = 0;
/** + LINKTYPE_ value. */
export const LINK_TYPE = 1 * SPACE;
/** + EtherType. */
export const ETHERTYPE = 2 * SPACE;
/** + IP protocol or IPv6 next header. */
export const IP_PROTOCOL = 3 * SPACE;
/** + UDP port on which a tunnel is looked for. */
export const UDP_PORT = 4 * SPACE;
/** + PPP protocol number. */
export const PPP_PROTOCOL = 5 * SPACE;
/** + one of the values below: layers that no wire number selects. */
const INTERNAL = 6 * SPACE;

/** Size of a table that takes every key. */
export const KEY_LIMIT = 7 * SPACE;

/** 802.2 LLC after an 802.3 length. */
export const LLC = INTERNAL + 1;
/** IPv4 or IPv6, told by the version nibble. */
export const ANY_IP = INTERNAL + 2;
/** A fragment of an IP packet; `cursor` holds its place. */
export const IP_FRAGMENT = INTERNAL + 3;
/** A whole UDP payload, whatever its port. */
export const UDP_PAYLOAD = INTERNAL + 4;
/** A PPP frame, with or without its HDLC framing. */
export const PPP = INTERNAL + 5;
/** 802.11 with its header padded to four bytes. */
export const WIFI_PADDED = INTERNAL + 6;
/** HEP version 1 or 2, and version 3, in a UDP payload. */
export const HEP2 = INTERNAL + 7;
export const HEP3 = INTERNAL + 8;

/** `link-type-189`, `ethertype-0x0806`, `ip-protocol-47`, …: the reason under which an unknown key is counted. */
export function unreadReason(key: number): string {
  const value = key % SPACE;
  switch (key - value) {
    case LINK_TYPE:
      return `link-type-${value}`;
    case ETHERTYPE:
      return `ethertype-0x${hex4(value)}`;
    case IP_PROTOCOL:
      return `ip-protocol-${value}`;
    case PPP_PROTOCOL:
      return `ppp-protocol-0x${hex4(value)}`;
    default:
      return `layer-${key}`;
  }
}

function hex4(value: number): string {
  return value.toString(16).padStart(4, '0');
}
