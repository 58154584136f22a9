import { u16le, u32le } from '../../capture/bytes.ts';
import { hit } from '../../model/unread.ts';
import { DONE, LINK_TYPE, WIFI_PADDED } from '../keys.ts';
import type { LayerDefinition } from '../layer.ts';

const LEAST_LENGTH = 8;
const HAS_CLOCK = 0x1;
const HAS_FLAGS = 0x2;
const MORE_WORDS = 0x8000_0000;
const CLOCK_LENGTH = 8;
/** Flag: padding between the 802.11 header and its data. */
const PADDED = 0x20;

/** Radiotap header, https://www.radiotap.org: only its length and the padding flag matter here. */
export const radiotap: LayerDefinition = {
  id: 'radiotap',
  keys: [LINK_TYPE + 127],
  open({ unread }) {
    const truncated = unread.reason('radiotap-truncated');
    return {
      peel(cursor) {
        const { bytes, start, end } = cursor;
        const length = u16le(bytes, start + 2);
        if (end - start < LEAST_LENGTH || length < LEAST_LENGTH || length > end - start) {
          hit(truncated, cursor.frame, cursor.base + start);
          return DONE;
        }
        const present = u32le(bytes, start + 4);
        let at = start + LEAST_LENGTH;
        for (let word = present; (word & MORE_WORDS) !== 0 && at < start + length; at += 4) {
          word = u32le(bytes, at);
        }
        if ((present & HAS_CLOCK) !== 0) {
          // Fields are aligned to their size, counted from the start of the header.
          at += -(at - start) & (CLOCK_LENGTH - 1);
          at += CLOCK_LENGTH;
        }
        const flags = (present & HAS_FLAGS) !== 0 && at < start + length ? bytes[at]! : 0;
        cursor.start += length;
        return (flags & PADDED) === 0 ? LINK_TYPE + 105 : WIFI_PADDED;
      },
    };
  },
};
