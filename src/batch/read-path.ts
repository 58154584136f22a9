import type { InputError } from '../input/errors.ts';
import type { InputSource } from '../input/source.ts';
import { openSources } from '../input/open-sources.ts';
import type { PathProgress } from './progress.ts';
import type { SourceReading } from '../source-reading.ts';

/** How reading several paths went. */
export interface PathsRead {
  /** Paths in which a source could be opened. */
  readonly opened: number;
  readonly problems: readonly InputError[];
}

/** What reading a path tells whoever asked for it. */
export interface PathReader {
  /** A source begins. */
  open(input: InputSource): SourceReading;
  /** It was read, to its end or as far as it could be. */
  close?(reading: SourceReading): void;
  /** An optional package is missing. */
  locked(problem: InputError): void;
  progress(progress: PathProgress): void;
  /** Asked after each chunk: whether to go on; may wait. */
  goesOn(): boolean | Promise<boolean>;
}

/** Reads every source of a path; true when at least one could be. Throws InputError when the path itself cannot be read. */
export async function readPath(path: string, reader: PathReader): Promise<boolean> {
  let opened = false;
  for await (const input of openSources(path)) {
    const { content } = input;
    if (content.kind === 'locked') reader.locked(content.problem);
    else opened = true;
    const reading = reader.open(input);
    try {
      await readInput(input, reading, reader);
    } finally {
      // What was read before a failure is kept.
      reading.end();
      reader.close?.(reading);
    }
    if (!(await reader.goesOn())) break;
  }
  return opened;
}

async function readInput(
  input: InputSource,
  reading: SourceReading,
  { progress, goesOn }: PathReader,
): Promise<void> {
  reading.compression = input.compression;
  const { content, path, bytesTotal } = input;
  // Of a member only the size of the archive around it is known.
  const size = input.compression === undefined ? bytesTotal : null;
  if (content.kind === 'unknown') reading.isContainer(content.container, size ?? 0);
  if (content.kind === 'archive') reading.isArchive(content.format);
  if (content.kind !== 'bytes') {
    await input.close();
    return;
  }
  for await (const chunk of input) {
    reading.push(chunk);
    progress({ path, bytesRead: input.bytesRead, bytesTotal, messages: reading.messages });
    const going = goesOn();
    if (going !== true && !(await going)) break;
  }
}
