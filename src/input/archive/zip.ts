import {
  ARCHIVE_DAMAGED,
  type Damage,
  ZIP_DIRECTORY_DAMAGED,
  ZIP_NEEDS_A_FILE,
} from '../damage.ts';
import { InputError } from '../errors.ts';
import type { Archive, Entry } from './archive.ts';
import type { RandomAccess } from './random-access.ts';
import { nameOf, openZip, type ZipEntry, type ZipFile } from './yauzl.ts';
import { entryOf } from './zip-member.ts';
import { scanMembers } from './zip-scan.ts';

/** A local file header, or the end of an empty archive. */
const SIGNATURE = /^PK(?:\x03\x04|\x05\x06)/;

const UNIX = 3;
const FILE_TYPE = 0o170000;
const SYMBOLIC_LINK = 0o120000;

/** zip and zip64, by their central directory, and where that is cut off or damaged by what stands before each member. */
export const zip: Archive = {
  id: 'zip',
  sniff: (head) => SIGNATURE.test(String.fromCharCode(...head.subarray(0, 4))),
  async *entries(bytes, damage) {
    const file = await bytes.random();
    if (file === null) {
      damage.report(ZIP_NEEDS_A_FILE, 0);
      return;
    }
    const named = new Set<number>();
    try {
      const whole = yield* listed(file, named, damage);
      if (!whole) yield* found(file, named, damage);
    } finally {
      await file.close();
    }
  },
};

/** What the directory names, its offsets into `named`; returns whether the directory was whole. */
async function* listed(
  file: RandomAccess,
  named: Set<number>,
  damage: Damage,
): AsyncGenerator<Entry, boolean> {
  let directory: ZipFile | undefined;
  try {
    directory = await openZip(file);
    for await (const entry of directory.eachEntry()) {
      named.add(entry.relativeOffsetOfLocalHeader);
      yield listedEntry(directory, entry, file, damage);
    }
    return true;
  } catch (error) {
    if (error instanceof InputError) throw error;
    return false;
  } finally {
    directory?.close();
  }
}

/** The members that are not in `named`. */
async function* found(
  file: RandomAccess,
  named: ReadonlySet<number>,
  damage: Damage,
): AsyncGenerator<Entry> {
  let count = named.size;
  for await (const member of scanMembers(file)) {
    if (named.has(member.offset)) continue;
    if (count === named.size) damage.report(ZIP_DIRECTORY_DAMAGED, 0);
    count += 1;
    yield entryOf(member, file, damage);
  }
  if (count === named.size) damage.report(ARCHIVE_DAMAGED, 0);
}

function listedEntry(
  directory: ZipFile,
  entry: ZipEntry,
  file: RandomAccess,
  damage: Damage,
): Entry {
  const name = nameOf(entry);
  if (isLink(entry)) return { name };
  const member = {
    name,
    offset: entry.relativeOffsetOfLocalHeader,
    encrypted: entry.isEncrypted(),
    method: entry.compressionMethod,
    async place() {
      const header = await directory.readLocalFileHeaderPromise(entry, { minimal: true });
      const start = header.fileDataStart;
      return { start, end: start + entry.compressedSize };
    },
  };
  return entryOf(member, file, damage);
}

function isLink({ versionMadeBy, externalFileAttributes }: ZipEntry): boolean {
  return (
    versionMadeBy >>> 8 === UNIX && ((externalFileAttributes >>> 16) & FILE_TYPE) === SYMBOLIC_LINK
  );
}
