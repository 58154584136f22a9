/** Classes of IP addresses, by their text. */

/**
 * Not reachable from the public internet: RFC 1918, shared (RFC 6598), link-local, loopback, unique local IPv6 (RFC 4193).
 * `0.0.0.0`, names and what is no address are not private.
 */
export function isPrivate(address: string): boolean {
  if (address.includes(':')) return /^(::1$|f[cd]|fe[89ab])/i.test(address);
  const match = /^(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}$/.exec(address);
  return match !== null && isPrivateNet(Number(match[1]), Number(match[2]));
}

/** The same by the first two octets of an IPv4 address. */
export function isPrivateNet(first: number, second: number): boolean {
  switch (first) {
    case 10:
    case 127:
      return true;
    case 100:
      return second >= 64 && second < 128;
    case 169:
      return second === 254;
    case 172:
      return second >= 16 && second < 32;
    case 192:
      return second === 168;
    default:
      return false;
  }
}

/** An IP address that is neither private nor unspecified; a name is none. */
export function isPublic(address: string): boolean {
  const literal = address.includes(':') || /^\d{1,3}(\.\d{1,3}){3}$/.test(address);
  return literal && address !== '0.0.0.0' && address !== '::' && !isPrivate(address);
}
