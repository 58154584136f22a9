import { u16be, u32be } from '../../capture/bytes.ts';
import { hit } from '../../model/unread.ts';
import { DONE, IP_PROTOCOL } from '../keys.ts';
import type { LayerDefinition } from '../layer.ts';
import { Reassembler } from './reassembler.ts';

const HEADER_LENGTH = 8;
const OFFSET = 0xfff8;
const MORE_FRAGMENTS = 1;

/** IPv6 fragment header, RFC 8200 §4.5; one that is the whole packet (RFC 6946) is simply stepped over. */
export const ipv6Fragment: LayerDefinition = {
  id: 'ipv6-fragment',
  keys: [IP_PROTOCOL + 44],
  open(context) {
    const truncated = context.unread.reason('ipv6-extension-truncated');
    const reassembler = new Reassembler(context);
    return {
      peel(cursor) {
        const { bytes, start } = cursor;
        if (cursor.end - start < HEADER_LENGTH || cursor.addressLength !== 16) {
          hit(truncated, cursor.frame, cursor.base + start);
          return DONE;
        }
        const flags = u16be(bytes, start + 2);
        cursor.protocol = bytes[start]!;
        cursor.start += HEADER_LENGTH;
        if ((flags & (OFFSET | MORE_FRAGMENTS)) === 0) return IP_PROTOCOL + cursor.protocol;
        const more = (flags & MORE_FRAGMENTS) !== 0;
        return reassembler.take(cursor, u32be(bytes, start + 4), flags & OFFSET, more);
      },
      end: () => reassembler.end(),
    };
  },
};
