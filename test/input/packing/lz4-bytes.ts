/** lz4 frames for the tests, from their description: stored blocks and hand-made matches, which need no encoder. */
import { concat, u32 } from '../../capture/capture-bytes.ts';

const MAGIC = u32(0x184d2204, true);
const STORED = 0x8000_0000;

/** A frame around blocks; 64 KiB each at most. The header's own checksum is not looked at. */
function frame(linked: boolean, ...blocks: Uint8Array[]): Uint8Array {
  return concat(MAGIC, [linked ? 0x40 : 0x60, 0x40, 0], ...blocks, u32(0, true));
}

function block(bytes: Uint8Array | readonly number[]): Uint8Array {
  return concat(u32(bytes.length, true), bytes);
}

/** One frame that holds `data` in stored blocks of at most `most` bytes. */
export function lz4Bytes(data: Uint8Array, most = 50_000): Uint8Array {
  const blocks: Uint8Array[] = [];
  for (let at = 0; at < data.length; at += most) {
    const part = data.subarray(at, at + most);
    blocks.push(concat(u32(STORED + part.length, true), part));
  }
  return frame(false, ...blocks);
}

/** Two blocks, the second of which copies all of the first and adds five bytes. */
export function lz4Linked(data: Uint8Array): Uint8Array {
  const distance = data.length;
  const length = data.length - 4 - 15;
  const second = [
    0x0f,
    distance & 255,
    distance >>> 8,
    ...Array.from({ length: Math.floor(length / 255) }, () => 255),
    length % 255,
    0x50,
    ...[0x41, 0x41, 0x41, 0x41, 0x41],
  ];
  return frame(true, concat(u32(STORED + data.length, true), data), block(second));
}

/** A bomb: blocks of 267 bytes that become 64 KiB each. */
export function lz4Bomb(blocks: number): Uint8Array {
  const full = 65_536 - 1 - 5;
  const length = full - 4 - 15;
  const one = block([
    0x1f,
    0,
    ...[1, 0],
    ...Array.from({ length: Math.floor(length / 255) }, () => 255),
    length % 255,
    0x50,
    ...[0, 0, 0, 0, 0],
  ]);
  return frame(false, ...Array.from({ length: blocks }, () => one));
}
