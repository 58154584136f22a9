import { BACKSLASH, COLON, CR, latin1, LF, QUOTE, SP } from '../sip/bytes.ts';
import { findByte, word, wordsOf } from '../sip/words.ts';

/** Rows, and bytes of them, that are taken off at once. */
const MAX_ROWS = 1024;
const MAX_BYTES = 1 << 18;
/** Longest stamp in front of a container's row, in bytes. */
const MAX_STAMP = 40;
const DOCKER = [word('{"lo'), word('og":')] as const;
const STREAM = word(' std');
const ESCAPE = 27;
const HYPHEN = 45;
const BRACE = 123;

/**
 * Rows as container engines keep them: docker's `{"log":"…\n","stream":…,"time":…}` and the `… stdout F …` of the Container Runtime
 * Interface. Many of them are made into the log that they hold at once, so that its messages may be taken out whole. What is unusual
 * in any way (lines in parts, several lines in a row, colours) is left to the wrappers.
 */
export class Collected {
  /** The rows, each with LF. */
  bytes: Uint8Array = new Uint8Array(0);
  rows = 0;
  /** Offset in the source of each row. */
  readonly offsets = new Float64Array(MAX_ROWS);
  readonly #stampAt = new Int32Array(MAX_ROWS);
  readonly #stampEnd = new Int32Array(MAX_ROWS);
  readonly #memory = new Uint8Array(MAX_BYTES);
  #source: Uint8Array = this.bytes;
  #end = 0;
  /** Id of the wrapper that these rows are known under. */
  kind = '';

  /** The stamp of a row, '' for none. */
  stamp(row: number): string {
    return latin1(this.#source, this.#stampAt[row] as number, this.#stampEnd[row] as number);
  }

  /** Whether the row at `at` may be one of these: a look at three bytes, as nearly all logs have none. */
  static begins(source: Uint8Array, at: number): boolean {
    if (source[at] === BRACE) return true;
    return source[at + 4] === HYPHEN && source[at + 7] === HYPHEN && source[at + 10] === 84;
  }

  /** Takes rows from `at` on, as long as they are of one kind and `wanted` says so; returns where it stopped. */
  take(
    source: Uint8Array,
    at: number,
    last: number,
    base: number,
    wanted: (at: number) => boolean,
  ): number {
    this.rows = 0;
    this.#end = 0;
    this.#source = source;
    const words = wordsOf(source);
    const isDocker =
      at + 8 < last && source[at] === BRACE && words.getInt32(at, true) === DOCKER[0];
    this.kind = isDocker ? 'json-rows' : 'cri-rows';
    let row = at;
    while (row < last && this.rows < MAX_ROWS && (row === at || wanted(row))) {
      const feed = findByte(source, words, row, last, LF);
      if (feed === last || feed - row > MAX_BYTES - this.#end) break;
      const isTaken = isDocker
        ? this.#docker(source, words, row, feed)
        : this.#cri(source, words, row, feed);
      if (!isTaken) break;
      this.offsets[this.rows] = base + row;
      this.rows += 1;
      row = feed + 1;
    }
    this.bytes = this.#memory.subarray(0, this.#end);
    return row;
  }

  #docker(source: Uint8Array, words: DataView, row: number, feed: number): boolean {
    if (feed - row < 12 || words.getInt32(row, true) !== DOCKER[0]) return false;
    if (words.getInt32(row + 3, true) !== DOCKER[1]) return false;
    // Shippers that write it anew put a space behind each colon.
    const quote = source[row + 7] === SP ? row + 8 : row + 7;
    if (source[quote] !== QUOTE) return false;
    const memory = this.#memory;
    let to = this.#end;
    let at = quote + 1;
    for (; at < feed; at += 1) {
      let byte = source[at] as number;
      if (byte === QUOTE) break;
      if (byte === BACKSLASH) {
        at += 1;
        const code = source[at] as number;
        if (code === 110) {
          // The line end, and nothing behind it.
          if (source[at + 1] !== QUOTE) return false;
          byte = LF;
        } else if (code === 114) byte = CR;
        else if (code === 116) byte = 9;
        else if (code === QUOTE || code === 47) byte = code;
        else if (code === 117) {
          byte = asciiOf(source, at + 1);
          at += 4;
          if (byte < 0 || byte === ESCAPE || byte === LF || byte === BACKSLASH) return false;
        } else return false;
      }
      memory[to] = byte;
      to += 1;
    }
    if (memory[to - 1] !== LF || to === this.#end || at >= feed) return false;
    this.#end = to;
    this.#stampOf(source, at, feed);
    return true;
  }

  /** `"time":"…"` behind the text. */
  #stampOf(source: Uint8Array, from: number, feed: number): void {
    let end = feed - 1;
    while (end > from && source[end] !== QUOTE) end -= 1;
    let at = end - 1;
    while (at > from && source[at] !== QUOTE) at -= 1;
    // The name in front: `time":`.
    const colon = source[at - 1] === SP ? at - 2 : at - 1;
    const isTime =
      source[colon] === COLON &&
      source[colon - 1] === QUOTE &&
      source[colon - 2] === 101 &&
      at > from;
    this.#stampAt[this.rows] = isTime ? at + 1 : 0;
    this.#stampEnd[this.rows] = isTime ? end : 0;
  }

  #cri(source: Uint8Array, words: DataView, row: number, feed: number): boolean {
    if (source[row + 4] !== HYPHEN || source[row + 7] !== HYPHEN || source[row + 10] !== 84) {
      return false;
    }
    const blank = findByte(source, words, row, Math.min(feed, row + MAX_STAMP), SP);
    // ` stdout F ` or ` stderr F `; a line in parts has P.
    if (blank + 10 > feed || words.getInt32(blank, true) !== STREAM) return false;
    if (source[blank + 7] !== SP || source[blank + 8] !== 70) return false;
    if (blank + 9 < feed && source[blank + 9] !== SP) return false;
    const from = Math.min(feed, blank + 10);
    for (let at = from; at < feed; at += 1) if (source[at] === ESCAPE) return false;
    this.#memory.set(source.subarray(from, feed + 1), this.#end);
    this.#end += feed + 1 - from;
    this.#stampAt[this.rows] = row;
    this.#stampEnd[this.rows] = blank;
    return true;
  }
}

/** The character of the four hexadecimal digits, -1 when it is none of ASCII. */
function asciiOf(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== 48 || bytes[at + 1] !== 48) return -1;
  const value = hexOf(bytes[at + 2]) * 16 + hexOf(bytes[at + 3]);
  return value >= 0 && value < 128 ? value : -1;
}

/** NaN for another character. */
function hexOf(byte: number | undefined): number {
  const lower = (byte ?? 0) | 32;
  if (lower >= 97 && lower <= 102) return lower - 87;
  return byte !== undefined && byte >= 48 && byte <= 57 ? byte - 48 : Number.NaN;
}
