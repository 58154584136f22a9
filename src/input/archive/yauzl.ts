/** The door to yauzl, which reads the directory of a zip; the members' bytes are read and expanded without it. */
import yauzl, { type Entry as ZipEntry, type ZipFile } from 'yauzl';
import type { RandomAccess } from './random-access.ts';

export type { ZipEntry, ZipFile };

type ReadArguments = Parameters<yauzl.RandomAccessReader['read']>;
/** The length is missing in the types. */
type Done = (error: Error | null, length?: number) => void;

class Reader extends yauzl.RandomAccessReader {
  readonly #file: RandomAccess;

  constructor(file: RandomAccess) {
    super();
    this.#file = file;
  }

  override read(...[buffer, offset, length, position, callback]: ReadArguments): void {
    void this.#read(this.#file.read(buffer, offset, length, position), callback);
  }

  async #read(reading: Promise<number>, done: Done): Promise<void> {
    const outcome = await reading.catch((error: Error) => error);
    try {
      if (outcome instanceof Error) done(outcome);
      else done(null, outcome);
    } catch (error) {
      // What yauzl throws over bad data must not end the process.
      this.emit('error', error);
    }
  }
}

/** Opens the directory; rejects when there is none, or it is damaged. */
export function openZip(file: RandomAccess): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    const reader = new Reader(file);
    reader.on('error', reject);
    yauzl.fromRandomAccessReader(
      reader,
      file.size,
      // Names and sizes are looked at here: yauzl would end at the first that it does not like.
      { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false },
      (error, zip) => {
        if (error !== null) reject(error);
        else {
          // Without a listener an error that nobody waits for would end the process.
          zip.on('error', () => undefined);
          resolve(zip);
        }
      },
    );
  });
}

export function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: ZipEntry): string {
  return yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
}

/** A name as a local header has it; `flags` say in which character set. */
export function decodeName(flags: number, name: Uint8Array): string {
  return yauzl.getFileNameLowLevel(flags, Buffer.from(name), [], false);
}
