/**
 * The terminal gate. A SIP header can hold escape sequences that move the cursor, retitle the window or answer for the
 * user, and bidi controls that make an address read backwards. Whatever came from outside is spelled out here.
 */

/** C0, DEL and C1; bidi marks, embeddings, overrides and isolates; invisible and deprecated format characters. */
const CONTROLS =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffc]/g;
/** Half of a surrogate pair, and the tag characters that carry hidden text. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const TAG_CHARACTERS = /[\u{e0000}-\u{e0fff}]/gu;
/** A letter under a pile of marks grows over its neighbours' lines. */
const MARK_PILE = /(\p{M}{4})\p{M}+/gu;
const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function spellOut(character: string): string {
  const short = SHORT_ESCAPES[character];
  if (short !== undefined) return short;
  const code = character.codePointAt(0) ?? 0;
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\u{${code.toString(16)}}`;
}

/** The same text with everything that could act on a terminal spelled out as `\x1b`, `\u202e` and the like. */
export function terminalText(text: string): string {
  if (PRINTABLE_ASCII.test(text)) return text;
  return text
    .replace(LONE_SURROGATE, spellOut)
    .replace(CONTROLS, spellOut)
    .replace(TAG_CHARACTERS, spellOut)
    .normalize('NFC')
    .replace(MARK_PILE, '$1');
}
