import type { Connection, Origin, SdpLine } from './description.ts';
import { words } from './words.ts';

/** `c=IN IP4 192.0.2.1[/ttl[/count]]` (RFC 8866 §5.7); null when it cannot be meant. */
export function parseConnection(line: SdpLine): Connection | null {
  const [network, family = '', address = '', ...more] = words(line.value, 4);
  if (network?.toUpperCase() !== 'IN' || address === '' || more.length > 0) return null;
  const host = address.split('/', 1)[0] as string;
  const named = familyOf(family);
  return named !== null && isAddress(host, named) ? { family: named, address: host, line } : null;
}

/** `o=user session version IN IP4 address` (§5.2); null when a part is missing or no number. */
export function parseOrigin({ value }: SdpLine): Origin | null {
  const parts = words(value, 8);
  // The user is the only part in which some stacks put blanks: take the rest from the end.
  const [session, version, network, family, address] = parts.slice(-5);
  if (parts.length < 6 || parts.length > 7 || address === undefined) return null;
  if (!isDigits(session) || !isDigits(version)) return null;
  if (network?.toUpperCase() !== 'IN' || familyOf(family ?? '') === null) return null;
  return { user: parts.slice(0, -5).join(' '), session, version, address };
}

function familyOf(text: string): Connection['family'] | null {
  const upper = text.toUpperCase();
  if (upper === 'IP4' || upper === 'IP6') return upper;
  return null;
}

function isDigits(text: string | undefined): text is string {
  return text !== undefined && /^\d+$/.test(text);
}

/** An address of the family, or a domain name, which either may be (§9). */
function isAddress(host: string, family: Connection['family']): boolean {
  if (/^[\d.]+$/.test(host)) return family !== 'IP6' && isIPv4(host);
  if (host.includes(':')) return family !== 'IP4' && /^[\da-f:.]+$/i.test(host);
  return /^[\w.-]+$/.test(host);
}

function isIPv4(host: string): boolean {
  const parts = host.split('.');
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256);
}
