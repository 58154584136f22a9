/** pcapng (draft-ietf-opsawg-pcapng): one section, an interface for each source and link type, comments on packets. */
import type { Packet } from '../model/packet.ts';
import type { BytesOut } from './bytes-out.ts';
import type { PacketFile } from './packet-file.ts';

const SECTION = 0x0a0d0d0a;
const INTERFACE = 1;
const SECRETS = 0x0a;
const ENHANCED = 6;
const BYTE_ORDER = 0x1a2b3c4d;
const TLS_KEY_LOG = 0x544c534b;
const OPTION = { end: 0, comment: 1, ifName: 2, ifTsResolution: 9 } as const;
const MICROSECONDS = 6;
/** Longest text of an option, bytes. */
const LONGEST = 4096;

const utf8 = new TextEncoder();

export class PcapngFile implements PacketFile {
  readonly #out: BytesOut;
  readonly #interfaces = new Map<string, number>();

  constructor(out: BytesOut) {
    this.#out = out;
    this.#block(SECTION, [words(BYTE_ORDER, 1, 0xffffffff, 0xffffffff)]);
  }

  packet(path: string, packet: Packet, comments: readonly string[]): void {
    const id = this.#interfaceOf(path, packet);
    const { bytes, start, end, wireLength, time } = packet;
    const stamp = Number.isNaN(time) ? 0 : time;
    const options = comments.map((comment) => option(OPTION.comment, utf8.encode(comment)));
    this.#block(ENHANCED, [
      words(
        id,
        Math.floor(stamp / 2 ** 32),
        stamp % 2 ** 32,
        end - start,
        Math.max(wireLength, end - start),
      ),
      padded(bytes.subarray(start, end)),
      ...(options.length === 0 ? [] : [...options, words(OPTION.end)]),
    ]);
  }

  secrets(text: Uint8Array): void {
    this.#block(SECRETS, [words(TLS_KEY_LOG, text.length), padded(text)]);
  }

  #interfaceOf(path: string, { linkType, interfaceId }: Packet): number {
    const key = `${path}\0${linkType}\0${interfaceId}`;
    let id = this.#interfaces.get(key);
    if (id === undefined) {
      this.#interfaces.set(key, (id = this.#interfaces.size));
      this.#block(INTERFACE, [
        words(linkType, 0),
        option(OPTION.ifName, utf8.encode(path)),
        option(OPTION.ifTsResolution, Uint8Array.of(MICROSECONDS)),
        words(OPTION.end),
      ]);
    }
    return id;
  }

  #block(type: number, parts: readonly Uint8Array[]): void {
    const length = 12 + parts.reduce((sum, part) => sum + part.length, 0);
    this.#out.write(words(type, length));
    for (const part of parts) this.#out.write(part);
    this.#out.write(words(length));
  }
}

/** 32-bit little-endian words. */
function words(...values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * values.length));
  for (const [at, value] of values.entries()) view.setUint32(4 * at, value, true);
  return new Uint8Array(view.buffer);
}

function padded(bytes: Uint8Array): Uint8Array {
  if (bytes.length % 4 === 0) return bytes;
  const whole = new Uint8Array(bytes.length + (-bytes.length & 3));
  whole.set(bytes);
  return whole;
}

function option(code: number, value: Uint8Array): Uint8Array {
  const text = value.subarray(0, LONGEST);
  const whole = new Uint8Array(4 + text.length + (-text.length & 3));
  new DataView(whole.buffer).setUint16(0, code, true);
  new DataView(whole.buffer).setUint16(2, text.length, true);
  whole.set(text, 4);
  return whole;
}
