import { hit } from '../../model/unread.ts';
import { u16, u32 } from '../bytes.ts';
import type { Block } from './block.ts';
import { eachOption } from './options.ts';
import { Clock } from './timestamp.ts';

const IF_TSRESOL = 9;
const IF_TSOFFSET = 14;
/** Interfaces kept per section; a file that describes more is hostile. */
const MAX_INTERFACES = 4096;
const DEFAULT_RESOLUTION = 6;

/** Interface Description Block, draft-ietf-opsawg-pcapng §4.2. */
export const interfaceDescription: Block = {
  type: 1,
  id: 'interface-description',
  least: 8,
  read(section, bytes, body, bodyEnd, base) {
    const little = section.littleEndian;
    if (section.interfaces.length >= MAX_INTERFACES) {
      hit(section.unread.reason('interface-limit'), section.frame, base + body);
      return;
    }
    let resolution = DEFAULT_RESOLUTION;
    let offset = 0;
    eachOption(bytes, body + 8, bodyEnd, little, (code, at, length) => {
      if (code === IF_TSRESOL && length >= 1) resolution = bytes[at] ?? DEFAULT_RESOLUTION;
      if (code === IF_TSOFFSET && length >= 8) {
        const high = u32(bytes, little ? at + 4 : at, little) | 0;
        offset = high * 0x1_0000_0000 + u32(bytes, little ? at : at + 4, little);
      }
    });
    const linkType = u16(bytes, body, little);
    section.interfaces.push({
      linkType,
      snapLength: u32(bytes, body + 4, little),
      clock: new Clock(resolution, offset),
      id: section.interfaceCount,
    });
    section.interfaceCount += 1;
    section.facts.interfaces = section.interfaceCount;
    section.facts.linkType(linkType);
  },
};
