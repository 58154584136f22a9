import type { Place } from './dialect.ts';

/** Names that tools print instead of a port (IANA service names). */
const SERVICES: Readonly<Record<string, number>> = {
  sip: 5060,
  'sip-tls': 5061,
  sips: 5061,
  'na-localise': 5062,
  csrpc: 5063,
  'ca-1': 5064,
  'ca-2': 5065,
  'stanag-5066': 5066,
  authentx: 5067,
  bitforestsrv: 5068,
  'i-net-2000-npr': 5069,
  vtsas: 5070,
  powerschool: 5071,
  ayiya: 5072,
  'tag-pm': 5073,
  alesquery: 5074,
  onscreen: 5080,
  'sdl-ets': 5081,
  qcp: 5082,
  qfp: 5083,
  llrp: 5084,
  'encrypted-llrp': 5085,
};
/** Longest host that is believed, in characters. */
const MAX_HOST = 255;
/** What a socket is bound to that takes every address: no end of a flow. */
const ANY: ReadonlySet<string> = new Set(['0.0.0.0', '::', '0:0:0:0:0:0:0:0']);
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
/** Texts that are remembered; the same few come again with every message. */
const MAX_REMEMBERED = 2048;

/** What was read before, by default port. The same text gives the same object, so that look-ups may go by it. */
const plain = new Map<string, Place | null>();
const secure = new Map<string, Place | null>();
const all = new Map<string, Place>();

/**
 * Reads `host`, `host:port`, `[v6]:port`, `v6:port` (the last colon divides), each with or without `udp:` or `tls://` in
 * front. Null when there is nothing to read. `port` fills in where the text has none.
 */
export function placeOf(text: string, port = 5060): Place | null {
  if (port !== 5060 && port !== 5061) return read(text, port);
  const places = port === 5060 ? plain : secure;
  let found = places.get(text);
  if (found === undefined) {
    found = read(text, port);
    if (places.size >= MAX_REMEMBERED) places.clear();
    places.set(text, found);
  }
  return found;
}

function read(text: string, port: number): Place | null {
  const bare = text.trim().replace(/^[a-z]{2,4}:(?:\/\/)?(?=.*[.:\]])/i, '');
  const bracketed = /^\[([^\]]+)\](?::([\w-]+))?$/.exec(bare);
  if (bracketed !== null) return place(bracketed[1] ?? '', bracketed[2], port);
  const cut = bare.lastIndexOf(':');
  if (cut < 0) return place(bare, undefined, port);
  // "2001:db8::1" has no port; "2001:db8:0:0:0:0:0:1:5060" and "2001:db8::1:5060" have one, as these logs always print it.
  return place(bare.slice(0, cut), bare.slice(cut + 1), port);
}

/** The same end always gives the same object, as long as it is remembered. */
export function placeAt(address: string, port: number): Place {
  const key = `${address}:${port}`;
  let found = all.get(key);
  if (found === undefined) {
    found = { address, port };
    if (all.size >= MAX_REMEMBERED) all.clear();
    all.set(key, found);
  }
  return found;
}

function place(host: string, portText: string | undefined, fallback: number): Place | null {
  if (host === '' || host.length > MAX_HOST || host.includes(' ')) return null;
  const port = portText === undefined ? fallback : (SERVICES[portText] ?? Number(portText));
  const address = (MAPPED.exec(host)?.[1] ?? host).toLowerCase();
  if (ANY.has(address)) return null;
  return Number.isInteger(port) && port >= 0 && port < 65536 ? placeAt(address, port) : null;
}
