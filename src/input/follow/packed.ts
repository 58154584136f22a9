import { COMPRESSIONS } from '../compression/compressions.ts';
import { recogniseContainer } from '../containers.ts';

const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** Compressed files and containers do not grow: they are copies of what was followed before, made by the rotation. */
export function isPacked(head: Uint8Array): boolean {
  return (
    COMPRESSIONS.some((compression) => compression.sniff(head)) ||
    ZIP.every((byte, at) => head[at] === byte) ||
    recogniseContainer(head) !== undefined
  );
}
