import { inflate } from '../compression/inflate.ts';
import {
  ARCHIVE_DAMAGED,
  type Damage,
  MEMBER_DAMAGED,
  MEMBER_ENCRYPTED,
  ZIP_NEEDS_A_FILE,
} from '../damage.ts';
import { InputError } from '../errors.ts';
import type { Archive, Entry } from './archive.ts';
import type { RandomAccess } from './random-access.ts';
import { nameOf, openZip, type ZipEntry, type ZipFile } from './yauzl.ts';

/** A local file header, or the end of an empty archive. */
const SIGNATURE = /^PK(?:\x03\x04|\x05\x06)/;

const STORED = 0;
const DEFLATED = 8;
/** bzip2, zstd and xz: what lies in the zip is a whole file of that kind, which is then found by its content. */
const WHOLE_FILES: readonly number[] = [12, 93, 95];

const UNIX = 3;
const FILE_TYPE = 0o170000;
const SYMBOLIC_LINK = 0o120000;

/** zip and zip64, by their central directory. */
export const zip: Archive = {
  id: 'zip',
  sniff: (head) => SIGNATURE.test(String.fromCharCode(...head.subarray(0, 4))),
  async *entries(bytes, damage) {
    const file = await bytes.random();
    if (file === null) {
      damage.report(ZIP_NEEDS_A_FILE, 0);
      return;
    }
    let directory: ZipFile | undefined;
    try {
      directory = await openZip(file);
      for await (const entry of directory.eachEntry()) {
        yield memberOf(directory, entry, file, damage);
      }
    } catch (error) {
      if (error instanceof InputError) throw error;
      damage.report(ARCHIVE_DAMAGED, 0);
    } finally {
      directory?.close();
      await file.close();
    }
  },
};

function memberOf(directory: ZipFile, entry: ZipEntry, file: RandomAccess, damage: Damage): Entry {
  const name = nameOf(entry);
  if (name.endsWith('/') || isLink(entry)) return { name };
  const offset = entry.relativeOffsetOfLocalHeader;
  if (entry.isEncrypted()) {
    damage.report(MEMBER_ENCRYPTED, offset);
    return { name };
  }
  const method = entry.compressionMethod;
  if (method !== STORED && method !== DEFLATED && !WHOLE_FILES.includes(method)) {
    damage.report(`zip-method-${method}`, offset);
    return { name };
  }
  return { name, open: (own) => contentOf(directory, entry, file, own) };
}

async function* contentOf(
  directory: ZipFile,
  entry: ZipEntry,
  file: RandomAccess,
  damage: Damage,
): AsyncGenerator<Uint8Array> {
  let start: number;
  try {
    const header = await directory.readLocalFileHeaderPromise(entry, { minimal: true });
    start = header.fileDataStart;
  } catch {
    damage.report(MEMBER_DAMAGED, 0);
    return;
  }
  const raw = file.range(start, start + entry.compressedSize);
  const deflated = entry.compressionMethod === DEFLATED;
  // Stored members count too: thousands of them may be the same bytes.
  yield* damage.withinBudget(deflated ? inflate('raw', raw, damage) : raw);
}

function isLink({ versionMadeBy, externalFileAttributes }: ZipEntry): boolean {
  return (
    versionMadeBy >>> 8 === UNIX && ((externalFileAttributes >>> 16) & FILE_TYPE) === SYMBOLIC_LINK
  );
}
