/** Containers that are recognised but not read, so that the report can name them. */
interface Container {
  readonly id: string;
  readonly at: number;
  readonly magic: string;
}

const CONTAINERS: readonly Container[] = [
  { id: '7z', at: 0, magic: '7z\xbc\xaf\x27\x1c' },
  { id: 'rar', at: 0, magic: 'Rar!\x1a\x07' },
  // The frame format before the one that is read.
  { id: 'lz4', at: 0, magic: '\x02\x21\x4c\x18' },
  { id: 'netmon', at: 0, magic: 'GMBU' },
  { id: 'netmon', at: 0, magic: 'RTSS' },
  { id: 'sniffer', at: 0, magic: 'TRSNIFF data    \x1a' },
  { id: 'etherpeek', at: 0, magic: '\x7fver' },
  { id: 'iptrace', at: 0, magic: 'iptrace 2.0' },
  { id: 'evtx', at: 0, magic: 'ElfFile\0' },
  { id: 'sqlite', at: 0, magic: 'SQLite format 3\0' },
  { id: 'pdf', at: 0, magic: '%PDF-' },
];

/** The name of the container that `head` begins, or undefined. 16 bytes are enough. */
export function recogniseContainer(head: Uint8Array): string | undefined {
  return CONTAINERS.find(({ at, magic }) => {
    for (let index = 0; index < magic.length; index += 1) {
      if (head[at + index] !== magic.charCodeAt(index)) return false;
    }
    return true;
  })?.id;
}
