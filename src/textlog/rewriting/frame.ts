import type { Payload } from '../../model/packet.ts';
import { UnreadTally } from '../../model/unread.ts';
import { PacketDecoder } from '../../network/decoder.ts';
import { latin1 } from '../../sip/bytes.ts';
import { ipv6Text } from '../../sip/ipv6-text.ts';
import { looksLikeSip } from '../../sip/read.ts';
import type { Facts } from '../dialect.ts';

/** Bytes. */
const UDP_HEADER = 8;
/** What a dump may begin with, the most frequent first: Ethernet, IP, Linux cooked 1 and 2, BSD loopback. LINKTYPE_ values. */
const LINK_TYPES = [1, 101, 113, 276, 0];

/**
 * The SIP in one dumped frame, as text with one character a byte; '' when there is none. The frame may begin with any link layer, with
 * IP, or with SIP itself. `facts` gets the ends and the transport that its headers tell.
 */
export function sipInFrame(bytes: Uint8Array, facts: Facts): string {
  const { length } = bytes;
  if (looksLikeSip(bytes, 0, length)) return latin1(bytes, 0, length);
  // A datagram that Wireshark has put together from its fragments.
  if (looksLikeSip(bytes, UDP_HEADER, length)) return latin1(bytes, UDP_HEADER, length);
  for (const linkType of LINK_TYPES) {
    const text = peeled(bytes, linkType, facts);
    if (text !== '') return text;
  }
  return '';
}

function peeled(bytes: Uint8Array, linkType: number, facts: Facts): string {
  let text = '';
  const payload = (found: Payload): void => {
    if (text === '') {
      if (!looksLikeSip(found.bytes, found.start, found.end)) return;
      delete facts.fromPort;
      delete facts.toPort;
      facts.from = endOf(found, found.sourceAt, found.sourcePort);
      facts.to = endOf(found, found.destinationAt, found.destinationPort);
      facts.transport = found.transport;
    }
    text += latin1(found.bytes, found.start, found.end);
  };
  const ignored = (): void => {};
  const decoder = new PacketDecoder({
    unread: new UnreadTally(),
    payloads: { payload },
    streams: { open: ignored, data: (_, run) => payload(run), gap: ignored, close: ignored },
  });
  const { length } = bytes;
  decoder.packet({
    bytes,
    start: 0,
    end: length,
    wireLength: length,
    time: 0,
    linkType,
    frame: 1,
    offset: 0,
    interfaceId: 0,
  });
  decoder.end();
  return text;
}

function endOf({ addressBytes, addressLength }: Payload, at: number, port: number): string {
  const address =
    addressLength === 4
      ? addressBytes.subarray(at, at + 4).join('.')
      : `[${ipv6Text(addressBytes, at)}]`;
  return `${address}:${port}`;
}
