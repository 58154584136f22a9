import { u32, u64 } from '../bytes.ts';
import type { Block } from './block.ts';
import { eachOption } from './options.ts';

const ISB_IFDROP = 5;
const ISB_OSDROP = 7;

/** Interface Statistics Block, draft-ietf-opsawg-pcapng §4.6: counters since the start of the capture. */
export const interfaceStatistics: Block = {
  type: 5,
  id: 'interface-statistics',
  least: 12,
  read(section, bytes, body, bodyEnd) {
    const little = section.littleEndian;
    let drops = -1;
    eachOption(bytes, body + 12, bodyEnd, little, (code, at, length) => {
      if ((code === ISB_IFDROP || code === ISB_OSDROP) && length === 8) {
        drops = Math.max(drops, 0) + u64(bytes, at, little);
      }
    });
    if (drops >= 0) section.droppedInAll(u32(bytes, body, little), drops);
  },
};
