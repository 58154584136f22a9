import { u16be, u32be } from '../../capture/bytes.ts';
import { hit } from '../../model/unread.ts';
import { type Cursor, POINT } from '../cursor.ts';
import { ANY_IP, DONE, ETHERTYPE, IP_PROTOCOL, PPP, UDP_PAYLOAD, UDP_PORT } from '../keys.ts';
import type { LayerDefinition } from '../layer.ts';

const CONTROL = 0x8000;
const LENGTH = 0x4000;
const SEQUENCE = 0x0800;
const OFFSET = 0x0200;
const VERSION = 0x000f;
const ETHERNET = ETHERTYPE + 0x6558;

/** Version 3 over UDP: flags and a reserved word before the session ID (RFC 3931 §4.1.2.1). */
const V3_IN_UDP = 4;

/** L2TP data messages over UDP, version 2 (RFC 2661 §3.1) and 3. Control messages go on as a UDP payload. */
export const l2tp: LayerDefinition = {
  id: 'l2tp',
  keys: [UDP_PORT + 1701],
  open() {
    return {
      peel(cursor) {
        const { bytes, start, end } = cursor;
        const flags = u16be(bytes, start);
        if ((flags & CONTROL) === 0 && (flags & VERSION) === 3) {
          return peelSession(cursor, start + V3_IN_UDP) ?? UDP_PAYLOAD;
        }
        const length =
          6 +
          ((flags & LENGTH) === 0 ? 0 : 2) +
          ((flags & SEQUENCE) === 0 ? 0 : 4) +
          ((flags & OFFSET) === 0 ? 0 : 2);
        const data = (flags & CONTROL) === 0 && (flags & VERSION) === 2;
        if (!data || end - start <= length) return UDP_PAYLOAD;
        const ids = start + 2 + ((flags & LENGTH) === 0 ? 0 : 2);
        const padding = (flags & OFFSET) === 0 ? 0 : u16be(bytes, start + length - 2);
        if (end - start <= length + padding) return UDP_PAYLOAD;
        cursor.seenAt(POINT.l2tp, u32be(bytes, ids));
        cursor.start += length + padding;
        return PPP;
      },
    };
  },
};

/** Takes the header of a session at `start` off; undefined when what follows is not found. */
function peelSession(cursor: Cursor, start: number): number | undefined {
  const { bytes, end } = cursor;
  for (const skipped of [4, 8, 12, 16]) {
    const at = start + skipped;
    if (end - at < 20) break;
    const type = u16be(bytes, at + 12);
    const ethernet = type === 0x0800 || type === 0x86dd || type === 0x8100;
    const ip = bytes[at] === 0x45 && u16be(bytes, at + 2) === cursor.wireEnd - at;
    if (!ethernet && !ip) continue;
    cursor.seenAt(POINT.l2tp, u32be(bytes, start));
    cursor.start = at;
    return ethernet ? ETHERNET : ANY_IP;
  }
  return undefined;
}

/**
 * L2TPv3 over IP, RFC 3931 §4.1.1: a session ID, then a cookie and a sublayer whose sizes only the control connection
 * knows. The usual sizes are tried: the first that leads to IP in Ethernet, or to IP, is it.
 */
export const l2tpV3: LayerDefinition = {
  id: 'l2tp-v3',
  keys: [IP_PROTOCOL + 115],
  open({ unread }) {
    const unclear = unread.reason('l2tp-v3-unclear');
    return {
      peel(cursor) {
        const { frame, base, start } = cursor;
        const next = peelSession(cursor, start);
        if (next !== undefined) return next;
        hit(unclear, frame, base + start);
        return DONE;
      },
    };
  },
};
