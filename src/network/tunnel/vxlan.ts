import { u32be } from '../../capture/bytes.ts';
import { POINT } from '../cursor.ts';
import { ETHERTYPE, UDP_PAYLOAD, UDP_PORT } from '../keys.ts';
import type { LayerDefinition } from '../layer.ts';

const HEADER_LENGTH = 8;
/** "VNI is valid"; all other bits are reserved but may be set (RFC 7348 §5). */
const VALID = 0x08;
/** With group policy the first bit is set too (draft-smith-vxlan-group-policy §2.1). */
const GROUP_POLICY = 0x88;
/** VXLAN-GPE: next protocol present; its numbers are not EtherTypes. */
const NEXT_PROTOCOL = 0x04;
/** Next protocol → EtherType (draft-ietf-nvo3-vxlan-gpe §3.2). */
const GPE = [0, 0x0800, 0x86dd, 0x6558];
const ETHERNET = ETHERTYPE + 0x6558;

/** VXLAN, RFC 7348, on its registered port and Linux's old one; VXLAN-GPE. */
export const vxlan: LayerDefinition = {
  id: 'vxlan',
  keys: [UDP_PORT + 4789, UDP_PORT + 8472, UDP_PORT + 4790],
  open() {
    return {
      peel(cursor) {
        const { bytes, start } = cursor;
        const flags = bytes[start]!;
        const known = flags === GROUP_POLICY || (flags & 0xc0) === 0;
        if (cursor.end - start < HEADER_LENGTH || (flags & VALID) === 0 || !known) {
          return UDP_PAYLOAD;
        }
        const type = (flags & NEXT_PROTOCOL) === 0 ? undefined : GPE[bytes[start + 3]!];
        cursor.seenAt(POINT.vxlan, u32be(bytes, start + 4) >>> 8);
        cursor.start += HEADER_LENGTH;
        return type === undefined || type === 0 ? ETHERNET : ETHERTYPE + type;
      },
    };
  },
};
