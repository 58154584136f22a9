import { copyOf, u32le } from '../bytes.ts';
import type { RandomAccess } from './random-access.ts';
import { decodeName } from './yauzl.ts';
import type { ZipMember } from './zip-member.ts';

/** Signatures (APPNOTE.TXT §4.3), little-endian. */
const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const DESCRIPTOR = 0x08074b50;
const FIRST_OF_SIGNATURE = 0x50;

const HEADER_LENGTH = 30;
/** Signature, checksum and two sizes, of four or in zip64 of eight bytes. */
const DESCRIPTOR_LENGTH = 16;
const LONG_DESCRIPTOR_LENGTH = 24;
const BARE_LENGTH = 12;
const ENCRYPTED = 0x0001;
/** The sizes stand behind the data. */
const SIZES_BEHIND = 0x0008;
const ZIP64 = 0xffff_ffff;
const ZIP64_FIELD = 1;
/** Looked at together when a signature is searched. */
const WINDOW = 262_144;
/** Newest version and compression method of the specification. */
const LATEST_VERSION = 63;
const LAST_METHOD = 99;

interface LocalHeader {
  readonly flags: number;
  readonly method: number;
  readonly dataAt: number;
  /** Packed size, bytes; undefined when it is not said here. */
  readonly size: number | undefined;
  readonly rawName: Uint8Array;
}

/** The members of a zip by their own headers, one after the other: what is left to go by without its directory. */
export async function* scanMembers(file: RandomAccess): AsyncGenerator<ZipMember> {
  for (let at: number | undefined = 0; at !== undefined;) {
    const offset: number = at;
    const header = await readHeader(file, offset);
    if (header === undefined) {
      at = await search(file, offset + 1, headerIn);
      continue;
    }
    const { dataAt, flags, method, rawName } = header;
    const end = await endOf(file, header);
    yield {
      name: decodeName(flags, rawName),
      offset,
      encrypted: (flags & ENCRYPTED) !== 0,
      method,
      place: () => Promise.resolve({ start: dataAt, end }),
    };
    at = await search(file, Math.max(end, dataAt), headerIn);
  }
}

async function readHeader(file: RandomAccess, at: number): Promise<LocalHeader | undefined> {
  const head = await bytesAt(file, at, HEADER_LENGTH);
  if (head.length < HEADER_LENGTH || !headerIn(head, 0)) return undefined;
  const nameLength = u16le(head, 26);
  const extraLength = u16le(head, 28);
  const rest = await bytesAt(file, at + HEADER_LENGTH, nameLength + extraLength);
  const flags = u16le(head, 6);
  const size = u32le(head, 18);
  const isUnknown = (flags & SIZES_BEHIND) !== 0 && (size === 0 || size === ZIP64);
  return {
    flags,
    method: u16le(head, 8),
    dataAt: at + HEADER_LENGTH + nameLength + extraLength,
    size: isUnknown ? undefined : size === ZIP64 ? longSize(rest.subarray(nameLength)) : size,
    rawName: rest.subarray(0, nameLength),
  };
}

/** The packed size in the zip64 extra field (§4.5.3), behind the unpacked one. */
function longSize(extra: Uint8Array): number | undefined {
  for (let at = 0; at + 4 <= extra.length; at += 4 + u16le(extra, at + 2)) {
    if (u16le(extra, at) === ZIP64_FIELD && at + 20 <= extra.length) return u64le(extra, at + 12);
  }
  return undefined;
}

/** Where the data ends: as it says, or before what describes it, or before the next header, or with the file. */
async function endOf(file: RandomAccess, { dataAt, size }: LocalHeader): Promise<number> {
  if (size !== undefined) return dataAt + size;
  const isEnd = (window: Uint8Array, at: number, offset: number): boolean =>
    headerIn(window, at) ||
    u32le(window, at) === CENTRAL_HEADER ||
    describes(window, at, offset - dataAt);
  const end = await search(file, dataAt, isEnd);
  return end === undefined ? file.size + 1 : beforeBareDescriptor(file, dataAt, end);
}

/** Some descriptors have no signature: checksum and sizes only, which shows when the packed size fits. */
async function beforeBareDescriptor(
  file: RandomAccess,
  dataAt: number,
  end: number,
): Promise<number> {
  const tail = await bytesAt(file, end - BARE_LENGTH, BARE_LENGTH);
  return u32le(tail, 4) === end - BARE_LENGTH - dataAt ? end - BARE_LENGTH : end;
}

/** A descriptor of data of this length. */
function describes(bytes: Uint8Array, at: number, length: number): boolean {
  if (u32le(bytes, at) !== DESCRIPTOR || at + DESCRIPTOR_LENGTH > bytes.length) return false;
  if (u32le(bytes, at + 8) === length) return true;
  return at + LONG_DESCRIPTOR_LENGTH <= bytes.length && u64le(bytes, at + 8) === length;
}

/** A local header that may be meant. */
function headerIn(bytes: Uint8Array, at: number): boolean {
  if (at + HEADER_LENGTH > bytes.length || u32le(bytes, at) !== LOCAL_HEADER) return false;
  return bytes[at + 4]! <= LATEST_VERSION && u16le(bytes, at + 8) <= LAST_METHOD;
}

/** The first place from `from` on that `isIt`: told the bytes around it, the index in them and the offset in the file. */
async function search(
  file: RandomAccess,
  from: number,
  isIt: (window: Uint8Array, at: number, offset: number) => boolean,
): Promise<number | undefined> {
  for (let start = from; start < file.size; start += WINDOW - HEADER_LENGTH) {
    const window = await bytesAt(file, start, WINDOW);
    let at = window.indexOf(FIRST_OF_SIGNATURE);
    while (at >= 0 && at + 4 <= window.length) {
      if (isIt(window, at, start + at)) return start + at;
      at = window.indexOf(FIRST_OF_SIGNATURE, at + 1);
    }
  }
  return undefined;
}

async function bytesAt(file: RandomAccess, at: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(Math.max(Math.min(length, file.size - at), 0));
  let got = 0;
  while (got < bytes.length) {
    const more = await file.read(bytes, got, bytes.length - got, at + got);
    if (more === 0) break;
    got += more;
  }
  return got === bytes.length ? bytes : copyOf(bytes, 0, got);
}

function u16le(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8);
}

function u64le(bytes: Uint8Array, at: number): number {
  return u32le(bytes, at + 4) * 0x1_0000_0000 + u32le(bytes, at);
}
