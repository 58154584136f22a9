/** Ports on which a connection is taken for an attempt at SIP: its own, the usual neighbours, and WebSocket for SIP. */
const PORTS: ReadonlySet<number> = new Set([
  5060, 5061, 5062, 5063, 5064, 5065, 5066, 5070, 5071, 5080, 5081, 7443, 8088, 8089,
]);

export function isSipPort(port: number): boolean {
  return PORTS.has(port);
}
