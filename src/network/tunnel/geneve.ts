import { u16be, u32be } from '../../capture/bytes.ts';
import { POINT } from '../cursor.ts';
import { ETHERTYPE, UDP_PAYLOAD, UDP_PORT } from '../keys.ts';
import type { LayerDefinition } from '../layer.ts';

const HEADER_LENGTH = 8;
const VERSION = 0xc0;
const OPTIONS_LENGTH = 0x3f;

/** Geneve, RFC 8926 §3.4; options are stepped over. */
export const geneve: LayerDefinition = {
  id: 'geneve',
  keys: [UDP_PORT + 6081],
  open() {
    return {
      peel(cursor) {
        const { bytes, start } = cursor;
        const first = bytes[start]!;
        const length = HEADER_LENGTH + (first & OPTIONS_LENGTH) * 4;
        if (cursor.end - start < length || (first & VERSION) !== 0) return UDP_PAYLOAD;
        cursor.seenAt(POINT.geneve, u32be(bytes, start + 4) >>> 8);
        cursor.start += length;
        return ETHERTYPE + u16be(bytes, start + 2);
      },
    };
  },
};
