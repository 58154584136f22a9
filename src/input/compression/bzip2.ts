/**
 * The door to unbzip2-stream, an optional package. Its decoder is used without the stream around it, which gathers a
 * block's output as an array of numbers: a block can become 46 MB.
 */
import type decoderOfPackage from 'unbzip2-stream/lib/bzip2.js';
import { ByteQueue } from '../byte-queue.ts';
import { STREAM_DAMAGED, TRAILING_BYTES } from '../damage.ts';
import { BitReader, OutOfBits } from './bit-reader.ts';
import type { Compression, Expander } from './compression.ts';

type Decoder = typeof decoderOfPackage;

const UNIT = 100_000;
/** Compressed bytes of a block beyond its size when it does not compress. */
const BLOCK_OVERHEAD = 25_000;
/** No block is longer: 900 000 symbols of 20 bits, and its tables. */
const LONGEST_BLOCK = 2_400_000;
/** `BZh`, a digit, and π or √π for a block or the end. */
const SIGNATURE = /^BZh[1-9](?:1AY&SY|\x17rE8P\x90)/;

/** bzip2, streams in a row included. */
export const bzip2: Compression = {
  id: 'bzip2',
  needs: 'unbzip2-stream',
  sniff: (head) => SIGNATURE.test(String.fromCharCode(...head.subarray(0, 10))),
  async load() {
    const { default: decoder } = await import('unbzip2-stream/lib/bzip2.js');
    return (source, damage) => expandBzip2(decoder, source, damage);
  },
};

async function* expandBzip2(
  decoder: Decoder,
  ...[source, damage]: Parameters<Expander>
): ReturnType<Expander> {
  const queue = new ByteQueue(source);
  let expanded = 0;
  try {
    for (let streams = 0; await queue.fill(1); streams += 1) {
      await queue.fill(4);
      if (!/^BZh[1-9]$/.test(String.fromCharCode(...queue.bytes.subarray(0, 4)))) {
        damage.report(streams > 0 ? TRAILING_BYTES : STREAM_DAMAGED, expanded);
        return;
      }
      const blocks = new Blocks(decoder, queue);
      for (;;) {
        const output = await blocks.next();
        if (output === 'end') break;
        if (output === null) {
          damage.report(STREAM_DAMAGED, expanded);
          return;
        }
        expanded += output.length;
        if (output.length > 0) yield output;
      }
    }
  } finally {
    await queue.close();
  }
}

/** The blocks of one stream. They do not begin at whole bytes. */
class Blocks {
  readonly #decoder: Decoder;
  readonly #queue: ByteQueue;
  readonly #work: Int32Array;
  #output: Uint8Array;
  #checksum = 0;
  #bit = 0;

  constructor(decoder: Decoder, queue: ByteQueue) {
    this.#decoder = decoder;
    this.#queue = queue;
    const header = new BitReader(queue.take(4), 0);
    const size = decoder.header((count) => header.read(count ?? 0)) * UNIT;
    this.#work = new Int32Array(size);
    this.#output = new Uint8Array(size);
  }

  /** The next block's output, valid until the next one; `end` after the last, null when it is damaged. */
  async next(): Promise<Uint8Array | 'end' | null> {
    let wanted = this.#work.length + BLOCK_OVERHEAD;
    for (;;) {
      await this.#queue.fill(wanted);
      try {
        return this.#decode();
      } catch (error) {
        if (!(error instanceof OutOfBits)) return null;
        if (this.#queue.ended || wanted > LONGEST_BLOCK) return null;
        wanted *= 2;
      }
    }
  }

  #decode(): Uint8Array | 'end' {
    const bits = new BitReader(this.#queue.bytes, this.#bit);
    let length = 0;
    const read = (count: number | null): number => {
      if (count !== null) return bits.read(count);
      bits.align();
      return 0;
    };
    const write = (byte: number): void => {
      if (length === this.#output.length) this.#output = grown(this.#output);
      this.#output[length] = byte;
      length += 1;
    };
    const work = this.#work;
    const checksum = this.#decoder.decompress(read, write, work, work.length, this.#checksum);
    this.#queue.skip(bits.position >>> 3);
    this.#bit = bits.position & 7;
    if (checksum === null) return 'end';
    this.#checksum = checksum;
    return this.#output.subarray(0, length);
  }
}

function grown(bytes: Uint8Array): Uint8Array {
  const more = new Uint8Array(bytes.length * 2);
  more.set(bytes);
  return more;
}
