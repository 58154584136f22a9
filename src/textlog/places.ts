import type { Place } from './dialect.ts';

/** Names that tools print instead of a port (IANA service names). */
const SERVICES: Readonly<Record<string, number>> = { sip: 5060, 'sip-tls': 5061, sips: 5061 };
/** Longest host that is believed, in characters. */
const MAX_HOST = 255;
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * Reads `host`, `host:port`, `[v6]:port`, `v6:port` (the last colon divides), each with or without `udp:` or `tls://` in
 * front. Null when there is nothing to read. `port` fills in where the text has none.
 */
export function placeOf(text: string, port = 5060): Place | null {
  const bare = text.trim().replace(/^[a-z]{2,4}:(?:\/\/)?(?=.*[.:\]])/i, '');
  const bracketed = /^\[([^\]]+)\](?::([\w-]+))?$/.exec(bare);
  if (bracketed !== null) return place(bracketed[1] ?? '', bracketed[2], port);
  const cut = bare.lastIndexOf(':');
  if (cut < 0) return place(bare, undefined, port);
  // "2001:db8::1" has no port; "2001:db8:0:0:0:0:0:1:5060" and "2001:db8::1:5060" have one, as these logs always print it.
  return place(bare.slice(0, cut), bare.slice(cut + 1), port);
}

function place(host: string, portText: string | undefined, fallback: number): Place | null {
  if (host === '' || host.length > MAX_HOST) return null;
  const port = portText === undefined ? fallback : (SERVICES[portText] ?? Number(portText));
  const address = (MAPPED.exec(host)?.[1] ?? host).toLowerCase();
  return Number.isInteger(port) && port >= 0 && port < 65536 ? { address, port } : null;
}
