/** bzip2 for the tests: no package writes it. Codes of equal length, so it compresses by runs alone. */
import { concat, text } from '../../capture/capture-bytes.ts';

const BLOCK_MAGIC = [0x31, 0x41, 0x59, 0x26, 0x53, 0x59];
const END_MAGIC = [0x17, 0x72, 0x45, 0x38, 0x50, 0x90];
const LONGEST_RUN = 255;
const GROUP = 50;

class BitWriter {
  readonly #bytes: number[] = [];
  #held = 0;
  #bits = 0;

  write(value: number, count: number): void {
    for (let bit = count - 1; bit >= 0; bit -= 1) {
      this.#bits = (this.#bits << 1) | ((value >>> bit) & 1);
      this.#held += 1;
      if (this.#held === 8) {
        this.#bytes.push(this.#bits & 255);
        this.#held = 0;
      }
    }
  }

  finish(): Uint8Array {
    while (this.#held > 0) this.write(0, 1);
    return Uint8Array.from(this.#bytes);
  }
}

function checksum(data: Uint8Array): number {
  let crc = -1;
  for (const byte of data) {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) crc = crc < 0 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  }
  return ~crc >>> 0;
}

/** Four equal bytes are followed by how many more there are. */
function runsShortened(data: Uint8Array): Uint8Array {
  const out: number[] = [];
  for (let at = 0; at < data.length;) {
    let run = 1;
    while (run < LONGEST_RUN && data[at + run] === data[at]) run += 1;
    for (let copy = 0; copy < Math.min(run, 4); copy += 1) out.push(data[at]!);
    if (run >= 4) out.push(run - 4);
    at += run;
  }
  return Uint8Array.from(out);
}

interface Sorted {
  readonly last: Uint8Array;
  readonly origin: number;
}

/** Burrows–Wheeler transform of `unit` written `times` times. */
function transformed(unit: Uint8Array, times: number): Sorted {
  const twice = Buffer.concat([unit, unit]);
  const size = unit.length;
  const rotations = Array.from(unit, (_, at) => at).sort((a, b) =>
    twice.compare(twice, b, b + size, a, a + size),
  );
  const last = new Uint8Array(size * times);
  rotations.forEach((at, row) => last.fill(twice[at + size - 1]!, row * times, (row + 1) * times));
  return { last, origin: rotations.indexOf(0) * times };
}

/** Move to front, and runs of the front as numbers in two digits without a zero. */
function symbolsOf(last: Uint8Array, used: readonly number[]): number[] {
  const order = [...used];
  const symbols: number[] = [];
  let zeros = 0;
  const flush = (): void => {
    for (; zeros > 0; zeros = (zeros - 1) >>> 1) symbols.push((zeros - 1) & 1);
  };
  for (const byte of last) {
    const place = order.indexOf(byte);
    if (place === 0) zeros += 1;
    else {
      flush();
      order.splice(place, 1);
      order.unshift(byte);
      symbols.push(place + 1);
    }
  }
  flush();
  return [...symbols, used.length + 1];
}

function writeBlock(out: BitWriter, used: readonly number[], symbols: number[], origin: number) {
  out.write(0, 1);
  out.write(origin, 24);
  const has = (byte: number): number => (used.includes(byte) ? 1 : 0);
  for (let high = 0; high < 16; high += 1) {
    out.write(used.some((byte) => byte >>> 4 === high) ? 1 : 0, 1);
  }
  for (let byte = 0; byte < 256; byte += 1) {
    if (used.some((other) => other >>> 4 === byte >>> 4)) out.write(has(byte), 1);
  }
  const groups = Math.ceil(symbols.length / GROUP);
  const length = Math.ceil(Math.log2(used.length + 2));
  out.write(2, 3);
  out.write(groups, 15);
  for (let group = 0; group < groups; group += 1) out.write(0, 1);
  for (let table = 0; table < 2; table += 1) {
    out.write(length, 5);
    for (let symbol = 0; symbol < used.length + 2; symbol += 1) out.write(0, 1);
  }
  for (const symbol of symbols) out.write(symbol, length);
}

function stream(blocks: readonly { crc: number; write: (out: BitWriter) => void }[]): Uint8Array {
  const out = new BitWriter();
  let combined = 0;
  for (const { crc, write } of blocks) {
    for (const byte of BLOCK_MAGIC) out.write(byte, 8);
    out.write(crc, 32);
    write(out);
    combined = ((combined << 1) | (combined >>> 31)) ^ crc;
  }
  for (const byte of END_MAGIC) out.write(byte, 8);
  out.write(combined >>> 0, 32);
  return concat(text('BZh1'), out.finish());
}

function repeated(unit: Uint8Array, times: number, data: Uint8Array) {
  const used = [...new Set(unit)].sort((a, b) => a - b);
  const { last, origin } = transformed(unit, times);
  const symbols = symbolsOf(last, used);
  return {
    crc: checksum(data),
    write: (out: BitWriter) => writeBlock(out, used, symbols, origin),
  };
}

/** One stream that holds `data` in blocks of at most `most` bytes. */
export function bzip2Bytes(data: Uint8Array, most = 60_000): Uint8Array {
  const blocks = Array.from({ length: Math.ceil(data.length / most) }, (_, at) => {
    const part = data.subarray(at * most, (at + 1) * most);
    return repeated(runsShortened(part), 1, part);
  });
  return stream(blocks);
}

/** A bomb: each block is a few dozen bytes and becomes 5 MB of zeros. */
export function bzip2Bomb(blocks: number): Uint8Array {
  const times = 19_900;
  const data = new Uint8Array(LONGEST_RUN * times);
  const block = repeated(runsShortened(data.subarray(0, LONGEST_RUN)), times, data);
  return stream(Array.from({ length: blocks }, () => block));
}

/** A block with a run whose length does not fit into 32 bits. */
export function bzip2Trap(): Uint8Array {
  const symbols = [...Array.from({ length: 40 }, () => 0), 2, 3];
  return stream([{ crc: 0, write: (out) => writeBlock(out, [0, 1], symbols, 0) }]);
}
