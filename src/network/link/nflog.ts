import { u16le } from '../../capture/bytes.ts';
import { hit } from '../../model/unread.ts';
import { ANY_IP, DONE, LINK_TYPE } from '../keys.ts';
import type { LayerDefinition } from '../layer.ts';

const HEADER_LENGTH = 4;
const FIELD_HEADER = 4;
/** The field that holds the packet itself. */
const PAYLOAD = 9;

/** Linux netfilter log (`iptables -j NFLOG`): fields of length, type and value, lengths in the capturing host's order. */
export const nflog: LayerDefinition = {
  id: 'nflog',
  keys: [LINK_TYPE + 239],
  open({ unread }) {
    const empty = unread.reason('nflog-without-packet');
    return {
      peel(cursor) {
        const { bytes, end } = cursor;
        for (let at = cursor.start + HEADER_LENGTH; at + FIELD_HEADER <= end;) {
          const length = u16le(bytes, at);
          if (u16le(bytes, at + 2) === PAYLOAD && length > FIELD_HEADER) {
            cursor.start = at;
            cursor.limit(length);
            cursor.start = at + FIELD_HEADER;
            return ANY_IP;
          }
          if (length < FIELD_HEADER) break;
          at += (length + 3) & ~3;
        }
        hit(empty, cursor.frame, cursor.base + cursor.start);
        return DONE;
      },
    };
  },
};
