/** Transport protocols by their number in the IP header (IANA protocol numbers). */
export const IP_PROTOCOLS: Readonly<Record<string, string>> = { 6: 'tcp', 17: 'udp', 132: 'sctp' };
