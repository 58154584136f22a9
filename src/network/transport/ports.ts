/** Protocols that begin with two ports: TCP, UDP, SCTP. */
const WITH_PORTS: readonly number[] = [6, 17, 132];

export function hasPorts(protocol: number): boolean {
  return WITH_PORTS.includes(protocol);
}

/** Where the payload begins behind a transport header at `at`, which may be cut; may lie beyond `end`. */
export function payloadAt(bytes: Uint8Array, at: number, protocol: number, end: number): number {
  if (protocol === 17) return at + 8;
  // An SCTP common header and a DATA chunk's (RFC 9260 §3.3.1).
  if (protocol === 132) return at + 28;
  return at + 12 < end ? at + ((bytes[at + 12]! >>> 4) << 2) : end;
}
