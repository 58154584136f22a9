import { isIpv4, isIpv6 } from '../redact/address.ts';
import type { Endpoint, Packet } from '../model/packet.ts';

/** LINKTYPE_RAW: an IP packet and nothing around it. */
const RAW_IP = 101;
const UDP = 17;
const UDP_HEADER = 8;
const TTL = 64;
/** Longest datagram, bytes. */
const LONGEST = 65_535;

/**
 * A packet of our own around a payload: IP and UDP with right lengths and checksums (RFC 768, RFC 791, RFC 8200). Null where the ends are no two addresses of
 * one version, or the payload is too long.
 */
export function udpPacket(
  payload: Uint8Array,
  from: Endpoint,
  to: Endpoint,
  time: number,
): Packet | null {
  const source = addressBytes(from.address);
  const destination = addressBytes(to.address);
  if (source === null || destination === null || source.length !== destination.length) return null;
  const header = source.length === 4 ? 20 : 40;
  const length = UDP_HEADER + payload.length;
  if (header + length > LONGEST) return null;
  const bytes = new Uint8Array(header + length);
  const view = new DataView(bytes.buffer);
  if (source.length === 4) {
    view.setUint16(0, 0x4500);
    view.setUint16(2, bytes.length);
    view.setUint16(8, (TTL << 8) | UDP);
    bytes.set(source, 12);
    bytes.set(destination, 16);
    view.setUint16(10, checksum(bytes.subarray(0, header), 0));
  } else {
    view.setUint32(0, 0x60000000);
    view.setUint16(4, length);
    view.setUint16(6, (UDP << 8) | TTL);
    bytes.set(source, 8);
    bytes.set(destination, 24);
  }
  view.setUint16(header, from.port);
  view.setUint16(header + 2, to.port);
  view.setUint16(header + 4, length);
  bytes.set(payload, header + UDP_HEADER);
  const pseudo = sum(source) + sum(destination) + UDP + length;
  // A sum of 0 would say that there is none.
  view.setUint16(header + 6, checksum(bytes.subarray(header), pseudo) || 0xffff);
  return {
    bytes,
    start: 0,
    end: bytes.length,
    wireLength: bytes.length,
    time,
    linkType: RAW_IP,
    frame: 0,
    offset: 0,
    interfaceId: 0,
  };
}

function sum(bytes: Uint8Array): number {
  let total = 0;
  for (let at = 0; at < bytes.length; at += 2)
    total += ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  return total;
}

/** RFC 1071. */
function checksum(bytes: Uint8Array, start: number): number {
  let total = start + sum(bytes);
  while (total > 0xffff) total = (total & 0xffff) + Math.floor(total / 0x10000);
  return ~total & 0xffff;
}

function addressBytes(text: string): Uint8Array | null {
  if (isIpv4(text)) return Uint8Array.from(text.split('.').map(Number));
  const bare = text.split('%', 1)[0] ?? '';
  if (!isIpv6(bare)) return null;
  const [head = '', tail] = bare.split('::');
  const groups = (part: string): number[] =>
    part === '' ? [] : part.split(':').flatMap(groupWords);
  const before = groups(head);
  const after = groups(tail ?? '');
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const words = [...before, ...Array<number>(Math.max(0, zeros)).fill(0), ...after];
  return Uint8Array.from(words.flatMap((word) => [word >> 8, word & 0xff]));
}

function groupWords(group: string): number[] {
  if (!group.includes('.')) return [Number.parseInt(group, 16)];
  const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number);
  return [(a << 8) | b, (c << 8) | d];
}
