import { hit } from '../../model/unread.ts';
import { DONE, IP_PROTOCOL } from '../keys.ts';
import type { LayerDefinition } from '../layer.ts';

/** Without the authentication data, whose length follows from the length field. */
const LEAST_LENGTH = 12;

/** IP authentication header, RFC 4302 §2: nothing is hidden, so it is stepped over. */
export const authenticationHeader: LayerDefinition = {
  id: 'authentication-header',
  keys: [IP_PROTOCOL + 51],
  open({ unread }) {
    const truncated = unread.reason('authentication-header-truncated');
    return {
      peel(cursor) {
        const { bytes, start, end } = cursor;
        const length = end - start < LEAST_LENGTH ? LEAST_LENGTH : (bytes[start + 1]! + 2) * 4;
        if (length < LEAST_LENGTH || end - start < length) {
          hit(truncated, cursor.frame, cursor.base + start);
          return DONE;
        }
        cursor.protocol = bytes[start]!;
        cursor.start += length;
        return IP_PROTOCOL + cursor.protocol;
      },
    };
  },
};
