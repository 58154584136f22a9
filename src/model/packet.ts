/** What capture readers hand to the network room, and the network room to SIP. Both objects are reused: copy what you keep. */

/** One captured packet: a view into the reader's buffer, valid until the next packet. */
export interface Packet {
  bytes: Uint8Array;
  /** First captured byte, as an index into `bytes`. */
  start: number;
  /** One past the last captured byte. */
  end: number;
  /** Length on the wire in bytes; larger than `end - start` when the snap length cut the packet. */
  wireLength: number;
  /** Whole µs since 1970-01-01 UTC (finer clocks are truncated). */
  time: number;
  /** LINKTYPE_ value (https://www.tcpdump.org/linktypes.html). */
  linkType: number;
  /** 1-based number of the packet in its source, as Wireshark counts. */
  frame: number;
  /** Byte offset of the packet's data in the (decompressed) source. */
  offset: number;
  /** Capture interface within the source; 0 for formats that know only one. */
  interfaceId: number;
}

/** How a message travelled; `unknown` when a log does not say. */
export type Transport = 'udp' | 'tcp' | 'tls' | 'sctp' | 'ws' | 'wss' | 'unknown';

/** Both ends of a flow, still in wire form. */
export interface FlowAddresses {
  /** Buffer that holds both addresses (the packet itself for IP). */
  addressBytes: Uint8Array;
  sourceAt: number;
  destinationAt: number;
  /** 4 for IPv4, 16 for IPv6. */
  addressLength: 4 | 16;
  sourcePort: number;
  destinationPort: number;
}

/** One transport payload (or one message out of a stream). */
export interface Payload extends FlowAddresses {
  bytes: Uint8Array;
  start: number;
  end: number;
  /** Bytes of this payload that were on the wire but not captured. */
  missing: number;
  /** Whole µs since 1970-01-01 UTC. */
  time: number;
  frame: number;
  /** Byte offset of the payload in the source. */
  offset: number;
  transport: Transport;
  /** IPv4 identification, -1 where there is none: tells a second sighting from a retransmission. */
  ipId: number;
  /** TTL or hop limit, -1 when unknown. */
  ttl: number;
  /** Where on the wire it was seen: interface, VLANs and tunnel folded into one number. */
  point: number;
}

/** One end of a transport flow; interned, so that `===` compares. */
export interface Endpoint {
  readonly address: string;
  /** 0 when unknown. */
  readonly port: number;
  /** `192.0.2.1:5060` or `[2001:db8::1]:5060`. */
  readonly name: string;
}
