/** Classic pcap: one link type, no comments, no secrets. */
import type { Packet } from '../model/packet.ts';
import type { BytesOut } from './bytes-out.ts';
import type { PacketFile } from './packet-file.ts';

const MAGIC = 0xa1b2c3d4;
const SNAP_LENGTH = 262_144;
const MILLION = 1_000_000;

export class PcapFile implements PacketFile {
  /** Packets of another link type than the first one's. */
  otherLinks = 0;
  /** Comments and secrets that it has no room for. */
  leftOut = 0;
  readonly #out: BytesOut;
  #linkType = -1;

  constructor(out: BytesOut) {
    this.#out = out;
  }

  packet(_path: string, packet: Packet, comments: readonly string[]): void {
    const { bytes, start, end, wireLength, linkType, time } = packet;
    if (this.#linkType < 0) {
      this.#linkType = linkType;
      this.#out.write(words(MAGIC, 0x00040002, 0, 0, SNAP_LENGTH, linkType));
    }
    if (linkType !== this.#linkType) {
      this.otherLinks += 1;
      return;
    }
    this.leftOut += comments.length;
    const stamp = Number.isNaN(time) ? 0 : time;
    const length = end - start;
    this.#out.write(
      words(Math.floor(stamp / MILLION), stamp % MILLION, length, Math.max(wireLength, length)),
    );
    this.#out.write(bytes.subarray(start, end));
  }

  secrets(): void {
    this.leftOut += 1;
  }
}

/** 32-bit little-endian words. */
function words(...values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * values.length));
  for (const [at, value] of values.entries()) view.setUint32(4 * at, value, true);
  return new Uint8Array(view.buffer);
}
