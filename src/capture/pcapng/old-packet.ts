import { u16, u32 } from '../bytes.ts';
import type { Block } from './block.ts';

const DROPS_UNKNOWN = 0xffff;

/** Packet Block, obsolete but met in old files: draft-ietf-opsawg-pcapng, appendix A. */
export const oldPacket: Block = {
  type: 2,
  id: 'old-packet',
  least: 20,
  read(section, bytes, body, bodyEnd, base) {
    const little = section.littleEndian;
    const drops = u16(bytes, body + 2, little);
    if (drops !== DROPS_UNKNOWN) section.droppedBefore(drops);
    section.packet(
      bytes,
      body + 20,
      bodyEnd - body - 20,
      u32(bytes, body + 12, little),
      u32(bytes, body + 16, little),
      u16(bytes, body, little),
      true,
      u32(bytes, body + 4, little),
      u32(bytes, body + 8, little),
      base,
    );
  },
};
