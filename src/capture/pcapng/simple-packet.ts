import { u32 } from '../bytes.ts';
import type { Block } from './block.ts';

/** Simple Packet Block, draft-ietf-opsawg-pcapng §4.4: first interface, no time, length cut by its snap length. */
export const simplePacket: Block = {
  type: 3,
  id: 'simple-packet',
  least: 4,
  read(section, bytes, body, bodyEnd, base) {
    const wire = u32(bytes, body, section.littleEndian);
    const data = body + 4;
    const snapLength = section.interfaces[0]?.snapLength ?? 0;
    const room = bodyEnd - data;
    const captured = Math.min(wire, snapLength === 0 ? wire : snapLength, room);
    section.packet(bytes, data, room, captured, wire, 0, false, 0, 0, base);
  },
};
