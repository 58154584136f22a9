/** zstd frames for the tests, from RFC 8878: raw and run-length blocks only, which need no encoder. */
import { concat, u32 } from '../../capture/capture-bytes.ts';

const RAW = 0;
const RUN = 1;

function blockHeader(type: number, size: number, last: boolean): number[] {
  const header = (size << 3) | (type << 1) | (last ? 1 : 0);
  return [header & 255, (header >>> 8) & 255, (header >>> 16) & 255];
}

export interface FrameShape {
  /** Window descriptor byte; 64 KiB when left out. */
  readonly window?: number;
  readonly checksum?: boolean;
}

/** One frame that holds `data` in raw blocks of at most `most` bytes. */
export function zstdFrame(data: Uint8Array, most = 50_000, shape: FrameShape = {}): Uint8Array {
  const { window = 6 << 3, checksum = false } = shape;
  const blocks: Uint8Array[] = [];
  for (let at = 0; at === 0 || at < data.length; at += most) {
    const part = data.subarray(at, at + most);
    blocks.push(concat(blockHeader(RAW, part.length, at + most >= data.length), part));
  }
  const descriptor = checksum ? 4 : 0;
  return concat(
    u32(0xfd2fb528, true),
    [descriptor, window],
    ...blocks,
    new Uint8Array(checksum ? 4 : 0),
  );
}

/** A bomb: `blocks` run-length blocks of 128 KiB each, four bytes apiece. */
export function zstdBomb(blocks: number): Uint8Array {
  const body = new Uint8Array(blocks * 4);
  for (let at = 0; at < blocks; at += 1) {
    body.set([...blockHeader(RUN, 131_072, at === blocks - 1), 0x41], at * 4);
  }
  return concat(u32(0xfd2fb528, true), [0, 10 << 3], body);
}

export function skippableFrame(length: number): Uint8Array {
  return concat(u32(0x184d2a53, true), u32(length, true), new Uint8Array(length));
}
