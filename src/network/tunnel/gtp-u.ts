import { u16be, u32be } from '../../capture/bytes.ts';
import { hit } from '../../model/unread.ts';
import { POINT } from '../cursor.ts';
import { ANY_IP, DONE, UDP_PAYLOAD, UDP_PORT } from '../keys.ts';
import type { LayerDefinition } from '../layer.ts';

const HEADER_LENGTH = 8;
const OPTIONAL_LENGTH = 4;
/** Version 1, protocol type GTP (3GPP TS 29.281 §5.1). */
const VERSION_1 = 0x30;
const VERSION_MASK = 0xf0;
const EXTENSION = 0x04;
const OPTIONAL = 0x07;
/** G-PDU: the message type that carries user data. */
const G_PDU = 255;

/** GTP-U, 3GPP TS 29.281, extension headers included. Anything but user data goes on as a UDP payload. */
export const gtpU: LayerDefinition = {
  id: 'gtp-u',
  keys: [UDP_PORT + 2152],
  open({ unread }) {
    const truncated = unread.reason('gtp-u-truncated');
    const notIp = unread.reason('gtp-u-not-ip');
    return {
      peel(cursor) {
        const { bytes, start, end } = cursor;
        const flags = bytes[start]!;
        // These two bytes are no beginning of text, RTP or STUN: what follows them is a tunnel, whole or not.
        if (end - start < 2 || (flags & VERSION_MASK) !== VERSION_1 || bytes[start + 1] !== G_PDU) {
          return UDP_PAYLOAD;
        }
        let at = start + HEADER_LENGTH;
        if ((flags & OPTIONAL) !== 0) at += OPTIONAL_LENGTH;
        if ((flags & EXTENSION) !== 0) {
          // Each header ends in the type of the next; its length counts four bytes (§5.2.1).
          while (at < end && bytes[at - 1] !== 0) {
            const units = bytes[at]!;
            if (units === 0) return UDP_PAYLOAD;
            at += units * 4;
          }
        }
        if (at >= end) {
          hit(truncated, cursor.frame, cursor.base + start);
          return DONE;
        }
        const version = bytes[at]! >>> 4;
        if (version !== 4 && version !== 6) {
          hit(notIp, cursor.frame, cursor.base + start);
          return DONE;
        }
        const limit = HEADER_LENGTH + u16be(bytes, start + 2);
        if (start + limit < cursor.wireEnd && start + limit > at) cursor.limit(limit);
        cursor.seenAt(POINT.gtp, u32be(bytes, start + 4));
        cursor.start = at;
        return ANY_IP;
      },
    };
  },
};
