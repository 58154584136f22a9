/** zip archives for the tests, from APPNOTE.TXT, with every field open to lies. */
import { crc32, deflateRawSync } from 'node:zlib';
import { concat, text, u16, u32 } from '../../capture/capture-bytes.ts';

export interface ZipMember {
  readonly name: string;
  readonly data?: Uint8Array;
  /** 0 stored, 8 deflated; others hold `data` as it is. */
  readonly method?: number;
  readonly flags?: number;
  /** What the directory says instead of the truth. */
  readonly packedSize?: number;
  readonly size?: number;
  readonly offset?: number;
  /** Unix mode, e.g. 0o120777 for a link. */
  readonly mode?: number;
  /** There is an entry in the directory, but nothing of its own in front. */
  readonly absent?: boolean;
  /** Its sizes stand behind its data, with or without a signature (flag 3). */
  readonly behind?: 'signed' | 'bare';
}

const UTF8 = 0x800;
const SIZES_BEHIND = 0x8;

export function zipBytes(members: readonly ZipMember[]): Uint8Array {
  const bodies: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  for (const member of members) {
    const { data = new Uint8Array(0), method = 8, flags = 0, mode = 0o100644 } = member;
    const packed = method === 8 ? deflateRawSync(data) : data;
    const name = text(member.name);
    const { behind } = member;
    const sized = (packedSize: number, size: number): Uint8Array =>
      concat(u32(packedSize, true), u32(size, true));
    const common = (sizes: Uint8Array): Uint8Array =>
      concat(
        u16(20, true),
        u16(flags | UTF8 | (behind === undefined ? 0 : SIZES_BEHIND), true),
        u16(method, true),
        u32(0),
        u32(crc32(data), true),
        sizes,
        u16(name.length, true),
        u16(0),
      );
    const sizes = sized(member.packedSize ?? packed.length, member.size ?? data.length);
    directory.push(
      concat(
        u32(0x02014b50, true),
        [20, 3],
        common(sizes),
        u16(0),
        u16(0),
        u16(0),
        u32(mode * 65_536, true),
        u32(member.offset ?? at, true),
        name,
      ),
    );
    if (member.absent === true) continue;
    const descriptor = concat(
      behind === 'signed' ? u32(0x08074b50, true) : [],
      u32(crc32(data), true),
      sizes,
    );
    const body = concat(
      u32(0x04034b50, true),
      common(behind === undefined ? sizes : sized(0, 0)),
      name,
      packed,
      behind === undefined ? [] : descriptor,
    );
    bodies.push(body);
    at += body.length;
  }
  const entries = concat(...directory);
  const end = concat(
    u32(0x06054b50, true),
    u32(0),
    u16(members.length, true),
    u16(members.length, true),
    u32(entries.length, true),
    u32(at, true),
    u16(0),
  );
  return concat(...bodies, entries, end);
}
