/** Endless captures in little memory: one packet as a pattern, its variable parts written anew for each record. */
import { concat } from '../../fixtures/dsl/wire/bytes.ts';

const RECORD_HEADER = 16;
const CHUNK = 1 << 20;
/** 2026-03-02 09:00 UTC. */
const START = Date.UTC(2026, 2, 2, 9) / 1000;

/** File header of a little-endian µs pcap of raw IPv4 packets. */
function fileHeader(): Uint8Array {
  const view = new DataView(new ArrayBuffer(24));
  [0xa1b2c3d4, 0x0004_0002, 0, 0, 262_144, 228].forEach((word, at) =>
    view.setUint32(at * 4, word, true),
  );
  return new Uint8Array(view.buffer);
}

/**
 * A capture of `count` packets, in chunks whose memory is used again: copies of `pattern`, each changed by `vary`,
 * `apart` µs from the one before.
 */
export function* capture(
  count: number,
  pattern: Uint8Array,
  vary: (packet: Buffer, index: number) => void,
  apart = 100,
): Generator<Uint8Array> {
  yield fileHeader();
  const size = RECORD_HEADER + pattern.length;
  const perChunk = Math.max(1, Math.min(count, Math.floor(CHUNK / size)));
  const record = concat([new Uint8Array(RECORD_HEADER), pattern]);
  const chunk = Buffer.from(concat(Array.from({ length: perChunk }, () => record)));
  let used = 0;
  for (let index = 0; index < count; index += 1) {
    const at = used * size;
    const us = index * apart;
    chunk.writeUInt32LE(START + Math.floor(us / 1e6), at);
    chunk.writeUInt32LE(us % 1e6, at + 4);
    chunk.writeUInt32LE(pattern.length, at + 8);
    chunk.writeUInt32LE(pattern.length, at + 12);
    vary(chunk.subarray(at + RECORD_HEADER, at + size), index);
    used += 1;
    if (used === perChunk || index === count - 1) {
      yield chunk.subarray(0, used * size);
      used = 0;
    }
  }
}

/** A number with leading zeros, written over a run of `#` in a text pattern. */
export function number(packet: Buffer, at: number, digits: number, value: number): void {
  packet.write(String(value).padStart(digits, '0'), at, 'latin1');
}
