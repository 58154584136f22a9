import { u16be } from '../../capture/bytes.ts';
import { hit } from '../../model/unread.ts';
import { isHep2 } from '../hep/hep2.ts';
import { isHep3 } from '../hep/hep3-chunks.ts';
import { DONE, HEP2, HEP3, IP_PROTOCOL, UDP_PAYLOAD, UDP_PORT } from '../keys.ts';
import type { Cursor } from '../cursor.ts';
import type { LayerDefinition, PayloadSink } from '../layer.ts';
import { TUNNEL_PORTS } from './tunnel-ports.ts';

const HEADER_LENGTH = 8;

/** UDP, RFC 768. A length of 0 means "to the end of the IP packet" (RFC 2675 §4). */
export const udp: LayerDefinition = {
  id: 'udp',
  keys: [IP_PROTOCOL + 17],
  open({ unread, payloads }) {
    const truncated = unread.reason('udp-truncated');
    const wrong = unread.reason('udp-length-wrong');
    return {
      peel(cursor) {
        const { bytes, start } = cursor;
        if (cursor.end - start < HEADER_LENGTH) {
          hit(truncated, cursor.frame, cursor.base + start);
          return DONE;
        }
        cursor.sourcePort = u16be(bytes, start);
        cursor.destinationPort = u16be(bytes, start + 2);
        const length = u16be(bytes, start + 4);
        if (length !== 0) {
          // Nonsense lengths are passed over in favour of IP's.
          if (length < HEADER_LENGTH || start + length > cursor.wireEnd) {
            hit(wrong, cursor.frame, cursor.base + start);
          } else {
            cursor.limit(length);
          }
        }
        cursor.start = start + HEADER_LENGTH;
        if (TUNNEL_PORTS[cursor.destinationPort] !== 0) return UDP_PORT + cursor.destinationPort;
        if (TUNNEL_PORTS[cursor.sourcePort] !== 0) return UDP_PORT + cursor.sourcePort;
        return deliver(cursor, payloads);
      },
    };
  },
};

/** A payload for the sink, unless its first byte and what follows say that a capture agent wrapped it (hot). */
function deliver(cursor: Cursor, payloads: PayloadSink): number {
  const { bytes, start, end } = cursor;
  const first = bytes[start]!;
  if (first === 0x48 && isHep3(bytes, start, end)) return HEP3;
  if ((first === 1 || first === 2) && isHep2(bytes, start, end)) return HEP2;
  cursor.settle('udp');
  payloads.payload(cursor);
  return DONE;
}

/** What a tunnel on a well-known port declined as not its own: a payload like any other. */
export const udpPayload: LayerDefinition = {
  id: 'udp-payload',
  keys: [UDP_PAYLOAD],
  open({ payloads }) {
    return {
      peel: (cursor) => deliver(cursor, payloads),
    };
  },
};
