import { NO_BYTES } from '../capture/bytes.ts';
import type { Packet, Payload, Transport } from '../model/packet.ts';

/**
 * A packet being peeled and, in the end, the payload itself: layers move `start` and `end` inwards and fill in what
 * they know. One object is reused for all packets.
 */
export class Cursor implements Payload {
  bytes: Uint8Array = NO_BYTES;
  /** First byte not yet peeled. */
  start = 0;
  /** One past the last captured byte of the current layer. */
  end = 0;
  /** One past the last byte of the current layer on the wire; beyond `end` when the packet was cut. */
  wireEnd = 0;
  /** Source offset of `bytes[0]`. */
  base = 0;
  time = 0;
  frame = 0;
  offset = 0;
  missing = 0;
  transport: Transport = 'udp';
  addressBytes: Uint8Array = NO_BYTES;
  sourceAt = 0;
  destinationAt = 0;
  addressLength: 4 | 16 = 4;
  sourcePort = 0;
  destinationPort = 0;
  ipId = -1;
  ttl = -1;
  point = 0;
  /** Protocol number of the innermost IP header. */
  protocol = 0;

  load(packet: Packet): void {
    this.bytes = packet.bytes;
    this.start = packet.start;
    this.end = packet.end;
    this.wireEnd = packet.start + packet.wireLength;
    this.base = packet.offset - packet.start;
    this.time = packet.time;
    this.frame = packet.frame;
    this.point = packet.interfaceId;
    this.ipId = -1;
    this.ttl = -1;
    this.addressBytes = NO_BYTES;
  }

  /** Makes `length` bytes from `start` the whole of the current layer: what follows is padding. */
  limit(length: number): void {
    const limit = this.start + length;
    this.wireEnd = limit;
    if (limit < this.end) this.end = limit;
  }

  /** Folds where the packet was seen (VLAN, tunnel, …) into `point`, a 31-bit number. */
  seenAt(space: number, value: number): void {
    this.point =
      (Math.imul(this.point ^ value, 0x9e3779b1) + space + (this.point >>> 15)) & 0x7fffffff;
  }

  /** Settles the payload's own fields once `start` and `end` enclose it. */
  settle(transport: Transport): void {
    this.transport = transport;
    this.offset = this.base + this.start;
    this.missing = this.wireEnd > this.end ? this.wireEnd - this.end : 0;
  }
}

/** Name spaces for `Cursor.seenAt`, so that VLAN 7 and tunnel 7 differ. */
export const POINT = {
  vlan: 1,
  interface: 2,
  direction: 3,
  label: 4,
  gre: 5,
  erspan: 6,
  vxlan: 7,
  geneve: 8,
  gtp: 9,
  l2tp: 10,
  pppoe: 11,
  hep: 12,
} as const;
