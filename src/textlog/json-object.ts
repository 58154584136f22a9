import { latin1, QUOTE, SP, TAB } from '../sip/bytes.ts';
import type { Row } from './row.ts';

/** Characters of an object that are kept. */
const MAX_TEXT = 1 << 20;
/** Blanks in front of a member, at most. */
const MAX_INDENT = 64;
const MEMBER = /^"(?:[^"\\]|\\.){1,400}"\s{0,4}:\s/;
/** A value in an array. */
const ELEMENT = /^(?:"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null),?$/;
const CLOSING = /^[}\]],?$/;

/** What became of a row. */
type Taken = 'kept' | 'whole' | 'foreign';

/** A JSON object that is printed over several rows, one member each: collected, so that it reads like one on a single row. */
export class JsonObject {
  readonly rows: Row[] = [];
  #texts: string[] = [];
  #length = 0;
  #depth = 0;
  #afterBracket = false;

  get isOpen(): boolean {
    return this.rows.length > 0;
  }

  /** Whether the row looks like a member of an object, indented. */
  begins({ bytes, start, end }: Row): boolean {
    let at = start;
    while (at < end && (bytes[at] === SP || bytes[at] === TAB) && at - start < MAX_INDENT) at += 1;
    if (at === start || bytes[at] !== QUOTE) return false;
    const head = latin1(bytes, at, Math.min(end, at + 420));
    return MEMBER.test(head) && bytes[end - 1] !== 91;
  }

  /** `whole`: the object ended with this row; `foreign`: before it. */
  take(row: Row): Taken {
    const { bytes, start, end } = row;
    const text = latin1(bytes, start, end).trim();
    this.#length += text.length;
    const isClosing = CLOSING.test(text);
    const isOpening = text === '{' || text === '[';
    const fits = isClosing || isOpening || MEMBER.test(text) || ELEMENT.test(text);
    // An array of objects: each of them stands for itself.
    if (!fits || (this.#afterBracket && text === '{') || this.#length > MAX_TEXT) return 'foreign';
    this.rows.push({ ...row, bytes: bytes.slice(start, end), start: 0, end: end - start });
    this.#texts.push(text);
    if (isClosing) this.#depth -= 1;
    else if (isOpening || /[{[]$/.test(text)) this.#depth += 1;
    this.#afterBracket = text.endsWith('[');
    return this.#depth < 0 ? 'whole' : 'kept';
  }

  /** The object on one row, null when it has nothing of SIP; then it is empty again. */
  joined(): { readonly text: string; readonly row: Row } | null {
    const at = this.#texts.findIndex((text) => /SIP|\b83, ?73, ?80\b/.test(text));
    const row = this.rows[at];
    const text = `{${this.#texts.join('')}`;
    return row === undefined ? null : { text, row };
  }

  clear(): void {
    this.rows.length = 0;
    this.#texts = [];
    this.#length = 0;
    this.#depth = 0;
    this.#afterBracket = false;
  }
}
