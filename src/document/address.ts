/** An IP address as 128 bits: IPv4 counts as IPv4-mapped IPv6, so that both compare. */

const MAPPED = 0xff_ffn << 32n;
export const BITS = 128;
/** Bits in front of an IPv4 address. */
export const IPV4_OFFSET = 96;

/** Null when the text is no IP address. */
export function bitsOf(text: string): bigint | null {
  if (text.length > 45) return null;
  return text.includes(':') ? ipv6(text) : mapped(text);
}

function mapped(text: string): bigint | null {
  const bits = ipv4(text);
  return bits === null ? null : MAPPED | bits;
}

function ipv4(text: string): bigint | null {
  const parts = text.split('.');
  if (parts.length !== 4) return null;
  let bits = 0n;
  for (const part of parts) {
    if (!/^\d{1,3}$/.test(part) || Number(part) > 255) return null;
    bits = (bits << 8n) | BigInt(part);
  }
  return bits;
}

function ipv6(text: string): bigint | null {
  const [head = '', tail, ...more] = text.split('::');
  if (more.length > 0) return null;
  const left = groups(head);
  const right = tail === undefined ? [] : groups(tail);
  if (left === null || right === null) return null;
  const zeros = 8 - left.length - right.length;
  if (tail === undefined ? zeros !== 0 : zeros < 1) return null;
  let bits = 0n;
  for (const group of [...left, ...new Array<number>(zeros).fill(0), ...right]) {
    bits = (bits << 16n) | BigInt(group);
  }
  return bits;
}

/** Groups of 16 bits; the last may be an IPv4 address, which is two. */
function groups(text: string): number[] | null {
  if (text === '') return [];
  const list: number[] = [];
  for (const part of text.split(':')) {
    if (part.includes('.')) {
      const bits = ipv4(part);
      if (bits === null) return null;
      list.push(Number(bits >> 16n), Number(bits & 0xff_ffn));
    } else if (/^[\da-f]{1,4}$/i.test(part)) list.push(Number.parseInt(part, 16));
    else return null;
  }
  return list;
}

/** A host with the port behind it; 0 when there is none. `[2001:db8::1]:5060`, `192.0.2.1:5060`, `sbc.example.com`. */
export function hostAndPort(text: string): { readonly host: string; readonly port: number } {
  const bracketed = /^\[([^\]]*)\](?::(\d{1,5}))?$/.exec(text);
  const plain = bracketed ?? /^([^:]*):(\d{1,5})$/.exec(text);
  if (plain === null) return { host: text, port: 0 };
  return { host: plain[1] as string, port: Number(plain[2] ?? 0) };
}
