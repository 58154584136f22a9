import { decodeEscapes, parseUri, type Uri } from '../../sip/values/uri.ts';

/** The port that a URI means without one (RFC 3261 §19.1.2). */
const DEFAULT_PORT: Readonly<Record<string, number>> = { sip: 5060, sips: 5061 };

/** Both name the same user at the same host and port; parameters are left out (RFC 3261 §19.1.4, loosely). */
export function sameTarget(one: string, other: string): boolean {
  if (one === other) return true;
  const [first, second] = [parseUri(one), parseUri(other)];
  if (first === null || second === null) return false;
  return (
    decodeEscapes(first.user) === decodeEscapes(second.user) &&
    first.host.toLowerCase() === second.host.toLowerCase() &&
    first.opaque === second.opaque &&
    portOf(first) === portOf(second)
  );
}

function portOf({ scheme, port }: Uri): number {
  return port ?? DEFAULT_PORT[scheme] ?? 0;
}
