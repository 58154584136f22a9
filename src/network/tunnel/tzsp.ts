import { u16be } from '../../capture/bytes.ts';
import { ETHERTYPE, LINK_TYPE, UDP_PAYLOAD, UDP_PORT } from '../keys.ts';
import type { LayerDefinition } from '../layer.ts';

const HEADER_LENGTH = 4;
const RECEIVED = 0;
const TRANSMIT = 1;
const PADDING = 0;
const END = 1;
/** Encapsulated protocol → key: Ethernet, 802.11, 802.11 behind a Prism header is not read. */
const NEXT = new Map([
  [1, ETHERTYPE + 0x6558],
  [18, LINK_TYPE + 105],
]);

/** TZSP, as sent by RouterOS and others (https://en.wikipedia.org/wiki/TZSP): a list of tagged fields, then the packet. */
export const tzsp: LayerDefinition = {
  id: 'tzsp',
  keys: [UDP_PORT + 37_008],
  open() {
    return {
      peel(cursor) {
        const { bytes, start, end } = cursor;
        const next = NEXT.get(u16be(bytes, start + 2));
        const type = bytes[start + 1];
        if (end - start < HEADER_LENGTH || bytes[start] !== 1 || next === undefined)
          return UDP_PAYLOAD;
        if (type !== RECEIVED && type !== TRANSMIT) return UDP_PAYLOAD;
        for (let at = start + HEADER_LENGTH; at < end;) {
          const tag = bytes[at]!;
          at += 1;
          if (tag === PADDING) continue;
          if (tag === END) {
            cursor.start = at;
            return next;
          }
          at += 1 + bytes[at]!;
        }
        return UDP_PAYLOAD;
      },
    };
  },
};
