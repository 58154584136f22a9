import { ipv6Text } from '../sip/ipv6-text.ts';

/** The text of an address of 4 or 16 bytes. */
export function addressText(bytes: Uint8Array, at: number, length: number): string {
  return length === 16 ? ipv6Text(bytes, at) : bytes.subarray(at, at + 4).join('.');
}

/** The bytes of a valid address. */
export function addressBytes(text: string): Uint8Array {
  if (!text.includes(':')) return Uint8Array.from(text.split('.'), Number);
  const [head = '', tail] = text.split('::');
  const front = pairs(head);
  const back = tail === undefined ? [] : pairs(tail);
  const bytes = new Uint8Array(16);
  bytes.set(front.slice(0, 16));
  bytes.set(back.slice(0, 16), Math.max(0, 16 - back.length));
  return bytes;
}

/** Two bytes a group; an IPv4 address at the end has four. */
function pairs(groups: string): number[] {
  if (groups === '') return [];
  return groups.split(':').flatMap((group) => {
    if (group.includes('.')) return group.split('.').map(Number);
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 255];
  });
}
