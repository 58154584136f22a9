import { u32, u64 } from '../bytes.ts';
import type { Block } from './block.ts';
import { eachOption } from './options.ts';

const EPB_DROPCOUNT = 4;

/** Enhanced Packet Block, draft-ietf-opsawg-pcapng §4.3. */
export const enhancedPacket: Block = {
  type: 6,
  id: 'enhanced-packet',
  least: 20,
  read(section, bytes, body, bodyEnd, base) {
    const little = section.littleEndian;
    const captured = u32(bytes, body + 12, little);
    const data = body + 20;
    const options = data + captured + (-captured & 3);
    if (options < bodyEnd) {
      eachOption(bytes, options, bodyEnd, little, (code, at, length) => {
        if (code === EPB_DROPCOUNT && length === 8) section.droppedBefore(u64(bytes, at, little));
      });
    }
    section.packet(
      bytes,
      data,
      bodyEnd - data,
      captured,
      u32(bytes, body + 16, little),
      u32(bytes, body, little),
      true,
      u32(bytes, body + 4, little),
      u32(bytes, body + 8, little),
      base,
    );
  },
};
