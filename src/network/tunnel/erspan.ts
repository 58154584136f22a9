import { u16be } from '../../capture/bytes.ts';
import { hit } from '../../model/unread.ts';
import { POINT } from '../cursor.ts';
import { ANY_IP, DONE, ETHERTYPE } from '../keys.ts';
import type { LayerDefinition } from '../layer.ts';

const TYPE_II_LENGTH = 8;
const TYPE_III_LENGTH = 12;
const SUBHEADER_LENGTH = 8;
/** "O": a platform subheader follows (draft-foschiano-erspan §4.3). */
const SUBHEADER = 0x01;
/** Frame type of version III: what was mirrored (§4.3). */
const FRAME_TYPE = 0x1f;
const IP_FRAME = 2;
const ETHERNET = ETHERTYPE + 0x6558;

/** ERSPAN II and III inside GRE (draft-foschiano-erspan). The VLAN and session say where it was mirrored. */
export const erspan: LayerDefinition = {
  id: 'erspan',
  keys: [ETHERTYPE + 0x88be, ETHERTYPE + 0x22eb],
  open({ unread }) {
    const truncated = unread.reason('erspan-truncated');
    return {
      peel(cursor) {
        const { bytes, start } = cursor;
        const room = cursor.end - start;
        const third = room > 0 && bytes[start]! >>> 4 === 2;
        let length = third ? TYPE_III_LENGTH : TYPE_II_LENGTH;
        if (third && room >= TYPE_III_LENGTH && (bytes[start + 11]! & SUBHEADER) !== 0) {
          length += SUBHEADER_LENGTH;
        }
        if (room < length) {
          hit(truncated, cursor.frame, cursor.base + start);
          return DONE;
        }
        cursor.seenAt(POINT.vlan, u16be(bytes, start) & 0x0fff);
        cursor.seenAt(POINT.erspan, u16be(bytes, start + 2) & 0x03ff);
        cursor.start += length;
        return third && ((u16be(bytes, start + 10) >>> 10) & FRAME_TYPE) === IP_FRAME
          ? ANY_IP
          : ETHERNET;
      },
    };
  },
};
