import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const CORPUS = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));

/** Said once by each test file that would read the corpus and cannot. */
export const CORPUS_MISSING = `${CORPUS} does not exist here: its captures are not tested`;

export function corpusExists(): boolean {
  return existsSync(CORPUS);
}

/** Every file below the folders of the corpus, sorted; none when there is no corpus. */
export function corpusFiles(...folders: readonly string[]): string[] {
  if (!corpusExists()) return [];
  return folders
    .flatMap((folder) =>
      readdirSync(join(CORPUS, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(CORPUS, folder, name),
      ),
    )
    .filter((path) => statSync(path).isFile())
    .toSorted();
}
