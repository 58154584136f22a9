/** UDP ports on which a tunnel may be found; each has a layer under UDP_PORT + port. */
const PORTS: readonly number[] = [
  1701, 2152, 3544, 4500, 4789, 4790, 6081, 6635, 8472, 9899, 37_008,
];

/** Port → 1 when a tunnel layer is to be asked first. */
export const TUNNEL_PORTS = new Uint8Array(0x1_0000);
for (const port of PORTS) TUNNEL_PORTS[port] = 1;
