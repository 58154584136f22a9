import type { Report } from '../../model/report.ts';
import { isPlainWord } from '../plain-words.ts';
import { asciiLower } from '../text.ts';
import { decoded } from './decode.ts';
import { eachText } from './document-texts.ts';
import { GramIndex } from './gram-index.ts';
import { type Identifier, identifier, isMeant } from './identifier.ts';

/** Characters of the chunk before that are searched again with the next one. */
const OVERLAP = 600;
/** Shorter texts are found everywhere, characters. */
const SHORTEST = 4;
/** … parts of texts, too. */
const LEAST_RUN = 12;
/** Leaks that are told; their number does not matter. */
const MAX_LEAKS = 20;

const NOTHING: ReadonlySet<Identifier> = new Set();

/** Bytes that are no UTF-8 show as the same character all: the longest run without one is searched for. */
function searchable(text: string): string {
  if (!text.includes('\ufffd')) return text;
  const run = text.split('\ufffd').reduce((best, one) => (one.length > best.length ? one : best));
  return run.length < LEAST_RUN ? '' : run;
}

/** Where an original identifier was found; not which. */
export interface Leak {
  /** Characters of the identifier. */
  readonly length: number;
  /** `calls[3].from`, or a line of the output. */
  readonly where: string;
}

/** Searches what is about to be written for what must not be in it. */
export class LeakSearch {
  readonly #index: GramIndex<Identifier>;
  /** Identifiers that also stand in what is kept on purpose: finding them proves nothing. */
  readonly #excused = new Set<Identifier>();

  /** `kept`: texts that stay as they are (products, names that the user gave). */
  constructor(originals: Iterable<string>, kept: Iterable<string>) {
    const all = new Set<string>();
    for (const original of originals) {
      const text = searchable(asciiLower(decoded(original)).trim());
      if (text.length >= SHORTEST && !isPlainWord(text)) all.add(text);
    }
    this.#index = new GramIndex(Array.from(all, identifier));
    for (const text of kept) this.#index.search(text, (found) => this.#excused.add(found));
  }

  /** Identifiers that are not searched for because they stand in what is kept. */
  get excused(): number {
    return this.#excused.size;
  }

  /** Every text of the document, member names too; what the catalog says of its codes is the same whoever called. */
  inDocument(report: Report): Leak[] {
    const leaks: Leak[] = [];
    eachText(report, (text, path) => {
      if (!path.startsWith('.catalog.')) this.#search(text, () => path, leaks, NOTHING);
    });
    return leaks;
  }

  /**
   * What a format made of it; the chunks are whole lines. `own`: texts that a format writes whatever the report says, like examples; the document
   * was searched without regard to them.
   */
  inOutput(chunks: Iterable<string>, own: string): Leak[] {
    const excused = new Set<Identifier>();
    this.#index.search(own, (found) => excused.add(found));
    const leaks: Leak[] = [];
    let line = 1;
    let before = '';
    for (const chunk of chunks) {
      const text = before + chunk;
      const first = line - countLines(before);
      this.#search(text, () => `line ${first} or below`, leaks, excused);
      line += countLines(chunk);
      before = text.slice(-OVERLAP);
    }
    return leaks;
  }

  /** As it stands there, and as it was before it was escaped. */
  #search(
    text: string,
    where: () => string,
    leaks: Leak[],
    excused: ReadonlySet<Identifier>,
  ): void {
    const told = new Set<Identifier>();
    const plain = decoded(text);
    for (const one of plain === text ? [text] : [text, plain]) {
      this.#index.search(one, (found, at) => {
        if (leaks.length >= MAX_LEAKS || told.has(found)) return;
        if (this.#excused.has(found) || excused.has(found) || !isMeant(found, one, at)) return;
        told.add(found);
        leaks.push({ length: found.text.length, where: where() });
      });
    }
  }
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
