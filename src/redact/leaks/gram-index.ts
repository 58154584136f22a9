/** Lengths of the runs by which texts are looked up, characters: texts of eight and more by eight. */
const SHORT = 4;
const LONG = 8;
/** Buckets of the filter that most places do not pass; a power of two. */
const BUCKETS = 1 << 21;
const FACTOR = 0x9e3779b1;

/** A text that is searched for. */
export interface Wanted {
  /** In lower case, as far as it is ASCII. */
  readonly text: string;
}

interface Entry<One> {
  readonly wanted: One;
  /** Where in it the run begins by which it is looked up. */
  readonly at: number;
}

/** Finds any of many texts (a million) in one pass, whatever the case of their ASCII letters. */
export class GramIndex<One extends Wanted> {
  readonly #short = new Runs<One>();
  readonly #long = new Runs<One>();

  /** Each of at least four characters. */
  constructor(all: readonly One[]) {
    const short = all.filter(({ text }) => text.length >= SHORT && text.length < LONG);
    const long = all.filter(({ text }) => text.length >= LONG);
    this.#short.fill(short, (text, at) => hash4(text, at), SHORT);
    this.#long.fill(long, (text, at) => hash8(hash4(text, at), hash4(text, at + SHORT)), LONG);
  }

  /** Tells every place where one of the texts stands, until told to stop. */
  search(text: string, found: (wanted: One, at: number) => void): void {
    const recent = new Int32Array(LONG);
    for (let at = 0; at + SHORT <= text.length; at += 1) {
      const hash = hash4(text, at);
      recent[at & (LONG - 1)] = hash;
      this.#short.meet(hash, text, at, found);
      if (at < SHORT) continue;
      const before = recent[(at - SHORT) & (LONG - 1)] as number;
      this.#long.meet(hash8(before, hash), text, at - SHORT, found);
    }
  }
}

/** The texts of one kind, each under the run of it that is rarest among all. */
class Runs<One extends Wanted> {
  readonly #filter = new Uint8Array(BUCKETS >> 3);
  readonly #entries = new Map<number, Entry<One>[]>();

  fill(all: readonly One[], hash: (text: string, at: number) => number, length: number): void {
    if (all.length === 0) return;
    const counts = new Uint32Array(BUCKETS);
    for (const { text } of all) {
      for (let at = 0; at + length <= text.length; at += 1) {
        const bucket = hash(text, at) & (BUCKETS - 1);
        counts[bucket] = (counts[bucket] as number) + 1;
      }
    }
    for (const wanted of all) {
      const { text } = wanted;
      let best = 0;
      let fewest = Number.POSITIVE_INFINITY;
      for (let at = 0; at + length <= text.length; at += 1) {
        const count = counts[hash(text, at) & (BUCKETS - 1)] as number;
        if (count >= fewest) continue;
        fewest = count;
        best = at;
      }
      this.#add(hash(text, best), { wanted, at: best });
    }
  }

  #add(hash: number, entry: Entry<One>): void {
    const bucket = hash & (BUCKETS - 1);
    this.#filter[bucket >> 3] = (this.#filter[bucket >> 3] as number) | (1 << (bucket & 7));
    const list = this.#entries.get(hash);
    if (list === undefined) this.#entries.set(hash, [entry]);
    else list.push(entry);
  }

  meet(hash: number, text: string, at: number, found: (wanted: One, at: number) => void): void {
    const bucket = hash & (BUCKETS - 1);
    if (((this.#filter[bucket >> 3] as number) & (1 << (bucket & 7))) === 0) return;
    const list = this.#entries.get(hash);
    if (list === undefined) return;
    for (const { wanted, at: inside } of list) {
      const start = at - inside;
      if (start >= 0 && standsAt(wanted.text, text, start)) found(wanted, start);
    }
  }
}

function standsAt(wanted: string, text: string, start: number): boolean {
  if (start + wanted.length > text.length) return false;
  for (let at = 0; at < wanted.length; at += 1) {
    if (lower(text.charCodeAt(start + at)) !== wanted.charCodeAt(at)) return false;
  }
  return true;
}

function hash4(text: string, at: number): number {
  let hash = lower(text.charCodeAt(at));
  for (let next = at + 1; next < at + SHORT; next += 1) {
    hash = Math.imul(hash, 0x1000193) ^ lower(text.charCodeAt(next));
  }
  return mixed(hash);
}

function hash8(first: number, second: number): number {
  return mixed(Math.imul(first, FACTOR) ^ second);
}

function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return once ^ (once >>> 13);
}

function lower(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}
