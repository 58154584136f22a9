import { u16be } from '../../capture/bytes.ts';
import { IP_FRAGMENT } from '../keys.ts';
import type { LayerDefinition } from '../layer.ts';
import { Reassembler } from './reassembler.ts';

/** From the source address back to identification and flags (RFC 791 §3.1). */
const IDENTIFICATION = -8;
const FLAGS = -6;
const MORE_FRAGMENTS = 0x2000;
const OFFSET = 0x1fff;

/** A fragment of an IPv4 packet; the header before it was peeled by `ipv4`. */
export const ipv4Fragment: LayerDefinition = {
  id: 'ipv4-fragment',
  keys: [IP_FRAGMENT],
  open(context) {
    const reassembler = new Reassembler(context);
    return {
      peel(cursor) {
        const flags = u16be(cursor.addressBytes, cursor.sourceAt + FLAGS);
        const id = u16be(cursor.addressBytes, cursor.sourceAt + IDENTIFICATION);
        return reassembler.take(cursor, id, (flags & OFFSET) * 8, (flags & MORE_FRAGMENTS) !== 0);
      },
      end: () => reassembler.end(),
    };
  },
};
