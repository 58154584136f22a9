import { u16be } from '../../capture/bytes.ts';
import type { FlowAddresses } from '../../model/packet.ts';
import { hasPorts, payloadAt } from '../transport/ports.ts';

const IPV4_HEADER = 20;
const IPV6_HEADER = 40;
/** Hop-by-hop, routing, destination options. */
const EXTENSIONS = [0, 43, 60];
const IPV6_FRAGMENT = 44;
const MAX_EXTENSIONS = 6;
const OFFSET = 0x1fff;

/** The datagram that an ICMP error quotes; addresses are a copy. */
export interface Quoted {
  readonly flow: FlowAddresses;
  readonly protocol: number;
  /** First byte behind the transport header; may lie beyond what is quoted. */
  readonly payloadAt: number;
}

/** Reads the quotation at `start`; undefined when it shows no ports. */
export function readQuoted(bytes: Uint8Array, start: number, end: number): Quoted | undefined {
  const version = end - start < IPV4_HEADER ? 0 : bytes[start]! >>> 4;
  if (version === 4) {
    const first = (u16be(bytes, start + 6) & OFFSET) === 0;
    const transport = start + ((bytes[start]! & 0x0f) << 2);
    return first ? readPorts(bytes, start + 12, 4, bytes[start + 9]!, transport, end) : undefined;
  }
  if (version !== 6 || end - start < IPV6_HEADER) return undefined;
  let protocol = bytes[start + 6]!;
  let at = start + IPV6_HEADER;
  for (let count = 0; count < MAX_EXTENSIONS && at + 8 <= end; count += 1) {
    if (protocol === IPV6_FRAGMENT) {
      if (u16be(bytes, at + 2) >>> 3 !== 0) return undefined;
      protocol = bytes[at]!;
      at += 8;
    } else if (EXTENSIONS.includes(protocol)) {
      protocol = bytes[at]!;
      at += (bytes[at + 1]! + 1) * 8;
    } else break;
  }
  return readPorts(bytes, start + 8, 16, protocol, at, end);
}

function readPorts(
  bytes: Uint8Array,
  addressesAt: number,
  length: 4 | 16,
  protocol: number,
  at: number,
  end: number,
): Quoted | undefined {
  if (!hasPorts(protocol) || at + 4 > end) return undefined;
  const flow: FlowAddresses = {
    addressBytes: Uint8Array.from(bytes.subarray(addressesAt, addressesAt + 2 * length)),
    sourceAt: 0,
    destinationAt: length,
    addressLength: length,
    sourcePort: u16be(bytes, at),
    destinationPort: u16be(bytes, at + 2),
  };
  return { flow, protocol, payloadAt: payloadAt(bytes, at, protocol, end) };
}
