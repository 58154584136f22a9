/** What tools that print packets print them from, and how: frames of one datagram, rows of 16 bytes. */

const text = (rows: readonly string[]): number[] => [
  ...new TextEncoder().encode(rows.map((row) => `${row}\r\n`).join('')),
];
const two = (value: number): number[] => [value >> 8, value & 255];
const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');

/** An IPv4 packet from 192.0.2.1:5070 to 198.51.100.2:5060 with one datagram; checksums are left out, as on the sending host. */
export function ipv4(rows: readonly string[]): number[] {
  const payload = text(rows);
  const udp = [...two(5070), ...two(5060), ...two(payload.length + 8), 0, 0, ...payload];
  const ends = [192, 0, 2, 1, 198, 51, 100, 2];
  return [0x45, 0, ...two(udp.length + 20), 0, 1, 0, 0, 64, 17, 0, 0, ...ends, ...udp];
}

/** An IPv4 packet in two fragments, the first with so many bytes of payload (a multiple of eight). */
export function fragments(packet: readonly number[], length: number): number[][] {
  const piece = (from: number, to: number): number[] => {
    const content = packet.slice(20 + from, 20 + to);
    const more = 20 + to < packet.length ? 0x2000 : 0;
    const header = packet.slice(0, 20);
    header.splice(2, 2, ...two(20 + content.length));
    header.splice(6, 2, ...two(more | (from / 8)));
    return [...header, ...content];
  };
  return [piece(0, length), piece(length, packet.length)];
}

/** The same between 2001:db8::1 and 2001:db8::2, over TCP. */
export function ipv6(rows: readonly string[]): number[] {
  const payload = text(rows);
  const ports = [...two(5070), ...two(5060)];
  const tcp = [...ports, 0, 0, 0, 1, 0, 0, 0, 1, 0x50, 0x18, 1, 0, 0, 0, 0, 0, ...payload];
  const address = (last: number): number[] => [
    0x20,
    1,
    0x0d,
    0xb8,
    ...Array<number>(11).fill(0),
    last,
  ];
  return [0x60, 0, 0, 0, ...two(tcp.length), 6, 64, ...address(1), ...address(2), ...tcp];
}

/** Behind an Ethernet header with a VLAN tag. */
export function ethernet(packet: readonly number[]): number[] {
  const type = packet[0] === 0x60 ? 0x86dd : 0x0800;
  return [2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1, ...two(0x8100), 0, 7, ...two(type), ...packet];
}

export const payload = text;

/** How a tool prints a row: its offset, groups of this many bytes, the blank between the halves. */
interface Style {
  readonly offset: (at: number) => string;
  readonly group: 1 | 2;
  readonly halved?: boolean;
}

export const TCPDUMP: Style = { offset: (at) => `\t0x${hex(at, 4)}:  `, group: 2 };
export const TSHARK: Style = { offset: (at) => `${hex(at, 4)}  `, group: 1 };
export const HEXDUMP: Style = { offset: (at) => `${hex(at, 8)}  `, group: 1, halved: true };
export const XXD: Style = { offset: (at) => `${hex(at, 8)}: `, group: 2 };

export function hexRows(
  bytes: readonly number[],
  { offset, group, halved = false }: Style,
): string[] {
  const rows: string[] = [];
  const width = halved ? 48 : group === 1 ? 47 : 39;
  for (let at = 0; at < bytes.length; at += 16) {
    const part = bytes.slice(at, at + 16);
    const shown = part.map((byte, index) => {
      const ends = (index + 1) % group === 0 && index < 15;
      return `${hex(byte, 2)}${ends ? ' ' : ''}${halved && index === 7 ? ' ' : ''}`;
    });
    const ascii = part.map((byte) => (byte > 31 && byte < 127 ? String.fromCharCode(byte) : '.'));
    rows.push(`${offset(at)}${shown.join('').padEnd(width)}  ${ascii.join('')}`);
  }
  return rows;
}
