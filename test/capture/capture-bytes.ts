/** The tiny builder of capture files that the tests of this folder and of test/network and test/input use. */
import type { CaptureFacts, CaptureFormat } from '../../src/capture/reader.ts';
import { UnreadTally } from '../../src/model/unread.ts';

export function concat(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

export function u16(value: number, little = false): number[] {
  const bytes = [(value >>> 8) & 255, value & 255];
  return little ? bytes.toReversed() : bytes;
}

export function u32(value: number, little = false): number[] {
  const bytes = [(value >>> 24) & 255, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
  return little ? bytes.toReversed() : bytes;
}

export function u64(value: bigint, little = false): number[] {
  const words = [Number((value >> 32n) & 0xffffffffn), Number(value & 0xffffffffn)];
  return (little ? words.toReversed() : words).flatMap((word) => u32(word, little));
}

export function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

export interface Record {
  readonly data: Uint8Array;
  readonly seconds?: number;
  /** µs or ns, as the file says. */
  readonly fraction?: number;
  readonly wire?: number;
  readonly captured?: number;
}

export interface PcapShape {
  readonly little?: boolean;
  readonly magic?: number;
  readonly linkType?: number;
  readonly snap?: number;
  readonly minor?: number;
}

export const SECONDS = 1_700_000_000;

export function pcapHeader(shape: PcapShape = {}): Uint8Array {
  const { little = true, magic = 0xa1b2c3d4, linkType = 1, snap = 65_535, minor = 4 } = shape;
  return concat(
    u32(magic, little),
    u16(2, little),
    u16(minor, little),
    u32(0),
    u32(0),
    u32(snap, little),
    u32(linkType, little),
  );
}

export function pcapRecord(record: Record, little = true, extra = 0): Uint8Array {
  const captured = record.captured ?? record.data.length;
  return concat(
    u32(record.seconds ?? SECONDS, little),
    u32(record.fraction ?? 0, little),
    u32(captured, little),
    u32(record.wire ?? captured, little),
    new Uint8Array(extra),
    record.data,
  );
}

export function pcapFile(records: readonly Record[], shape: PcapShape = {}): Uint8Array {
  const extra = shape.magic === 0xa1b2cd34 ? 8 : 0;
  const little = shape.little ?? true;
  return concat(pcapHeader(shape), ...records.map((record) => pcapRecord(record, little, extra)));
}

/** One pcapng block around a body. */
export function block(
  type: number,
  body: Uint8Array | readonly number[],
  little = true,
): Uint8Array {
  const padding = new Uint8Array(-body.length & 3);
  const length = u32(12 + body.length + padding.length, little);
  return concat(u32(type, little), length, body, padding, length);
}

export function option(code: number, value: readonly number[], little = true): Uint8Array {
  return concat(
    u16(code, little),
    u16(value.length, little),
    value,
    new Uint8Array(-value.length & 3),
  );
}

export function sectionHeader(little = true): Uint8Array {
  return block(
    0x0a0d0d0a,
    concat(u32(0x1a2b3c4d, little), u16(1, little), u16(0, little), u64(0xffff_ffff_ffff_ffffn)),
    little,
  );
}

export interface InterfaceShape {
  readonly linkType?: number;
  readonly snap?: number;
  readonly resolution?: number;
  readonly offset?: bigint;
}

export function interfaceBlock(shape: InterfaceShape = {}, little = true): Uint8Array {
  const { linkType = 1, snap = 0, resolution, offset } = shape;
  return block(
    1,
    concat(
      u16(linkType, little),
      u16(0),
      u32(snap, little),
      resolution === undefined ? [] : option(9, [resolution], little),
      offset === undefined ? [] : option(14, u64(BigInt.asUintN(64, offset), little), little),
      resolution === undefined && offset === undefined ? [] : option(0, [], little),
    ),
    little,
  );
}

export interface EnhancedShape {
  readonly data: Uint8Array;
  readonly ticks?: bigint;
  readonly on?: number;
  readonly wire?: number;
  readonly captured?: number;
  readonly options?: Uint8Array;
}

export const TICKS = BigInt(SECONDS) * 1_000_000n;

export function enhancedBlock(shape: EnhancedShape, little = true): Uint8Array {
  const { data, ticks = TICKS, on = 0, options = new Uint8Array(0) } = shape;
  const captured = shape.captured ?? data.length;
  return block(
    6,
    concat(
      u32(on, little),
      u32(Number(ticks >> 32n), little),
      u32(Number(ticks & 0xffffffffn), little),
      u32(captured, little),
      u32(shape.wire ?? captured, little),
      data,
      new Uint8Array(-data.length & 3),
      options,
    ),
    little,
  );
}

export interface Seen {
  readonly data: string;
  readonly wireLength: number;
  readonly time: number;
  readonly linkType: number;
  readonly frame: number;
  readonly offset: number;
  readonly interfaceId: number;
}

export interface Reading {
  readonly packets: Seen[];
  readonly facts: CaptureFacts;
  /** reason → [count, first frame, first offset]. */
  readonly unread: { [reason: string]: [number, number, number] };
}

/** Reads `file` in chunks of the given sizes (the last one repeats); chunks are overwritten after use, as real ones are. */
export function readCapture(
  format: CaptureFormat,
  file: Uint8Array,
  sizes: readonly number[] = [file.length],
): Reading {
  const packets: Seen[] = [];
  const unread = new UnreadTally();
  const sink = {
    packet(packet: Parameters<Parameters<CaptureFormat['open']>[0]['packet']>[0]) {
      const { bytes, start, end, ...rest } = packet;
      packets.push({ data: Buffer.from(bytes.subarray(start, end)).toString('latin1'), ...rest });
    },
  };
  const reader = format.open(sink, unread);
  let turn = 0;
  for (let at = 0; at < file.length; turn += 1) {
    const size = Math.max(1, sizes[Math.min(turn, sizes.length - 1)] ?? 1);
    const chunk = Uint8Array.from(file.subarray(at, at + size));
    reader.push(chunk);
    chunk.fill(0xee);
    at += size;
  }
  reader.end();
  return {
    packets,
    facts: reader.facts,
    unread: Object.fromEntries(
      unread.list().map((entry) => [entry.reason, [entry.count, entry.first, entry.firstOffset]]),
    ),
  };
}

/** Every way to read a small file in two chunks, and byte by byte. */
export function everySplit(file: Uint8Array): number[][] {
  const splits = Array.from({ length: Math.max(file.length - 1, 0) }, (_, at) => [
    at + 1,
    file.length,
  ]);
  return [...splits, [1], [2], [3], [7]];
}
