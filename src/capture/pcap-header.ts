/** The 24-byte header of a classic capture: https://www.ietf.org/archive/id/draft-ietf-opsawg-pcap-04.html §4. */
import { u16, u32, u32be, u32le } from './bytes.ts';

export const FILE_HEADER_LENGTH = 24;

/** Longest record that libpcap itself writes or reads (MAXIMUM_SNAPLEN). */
const USUAL_LONGEST_RECORD = 262_144;
/** A file may announce a longer snap length; it is believed up to this. */
const LONGEST_RECORD = 1_048_576;

/** Magic number → what it says, apart from the byte order. */
const VARIANTS = new Map([
  [0xa1b2c3d4, { nanoseconds: false, recordHeader: 16 }],
  [0xa1b23c4d, { nanoseconds: true, recordHeader: 16 }],
  // Kuznetzov's patched libpcap: interface index, protocol and packet type follow each record header.
  [0xa1b2cd34, { nanoseconds: false, recordHeader: 24 }],
]);

/** The only major version there has been. */
const MAJOR = 2;

export interface PcapLayout {
  readonly littleEndian: boolean;
  readonly nanoseconds: boolean;
  /** Bytes of a record header. */
  readonly recordHeader: number;
  readonly linkType: number;
  /** Captured length above which a record cannot be genuine. */
  readonly longest: number;
  /** Files before 2.3 have captured and wire length the other way round, 2.3 may have. */
  readonly swapped: 'no' | 'maybe' | 'yes';
}

export function isPcap(head: Uint8Array): boolean {
  return head.length >= 4 && (VARIANTS.has(u32le(head, 0)) || VARIANTS.has(u32be(head, 0)));
}

/** Could a file header stand here? Files put behind each other (`cat`) have one in their middle. 8 bytes are needed. */
export function isFileHeader(bytes: Uint8Array, at: number): boolean {
  const little = VARIANTS.has(u32le(bytes, at));
  return (little || VARIANTS.has(u32be(bytes, at))) && u16(bytes, at + 4, little) === MAJOR;
}

export function readPcapHeader(bytes: Uint8Array, at: number): PcapLayout | undefined {
  const littleEndian = VARIANTS.has(u32le(bytes, at));
  const variant = VARIANTS.get(u32(bytes, at, littleEndian));
  if (variant === undefined) return undefined;
  const major = u16(bytes, at + 4, littleEndian);
  const minor = u16(bytes, at + 6, littleEndian);
  const snapLength = u32(bytes, at + 16, littleEndian);
  return {
    littleEndian,
    ...variant,
    // The upper 16 bits hold the FCS length and flags, not the link type (§4.1 of the draft).
    linkType: u32(bytes, at + 20, littleEndian) & 0xffff,
    longest:
      snapLength > LONGEST_RECORD
        ? USUAL_LONGEST_RECORD
        : Math.max(snapLength, USUAL_LONGEST_RECORD),
    swapped: major !== 2 || minor > 3 ? 'no' : minor === 3 ? 'maybe' : 'yes',
  };
}
