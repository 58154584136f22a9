import type { Wanted } from './gram-index.ts';

/** How sure it is that an identifier is meant where its characters stand. */
export type Strength =
  /** Wherever it stands. */
  | 'anywhere'
  /** Where no letter or digit stands next to it. */
  | 'alone'
  /** The same, but not as a bare number: as many digits may be a byte offset. */
  | 'number'
  /** Only where an address has its user or host: a word of the language, or a count. */
  | 'in-address';

/** What must not occur. */
export interface Identifier extends Wanted {
  readonly strength: Strength;
}

/** Texts of as many characters do not come about by chance. */
const LONG = 12;
/** … digits do. */
const FEW_DIGITS = 7;

/** `text` in lower case. */
export function identifier(text: string): Identifier {
  return { text, strength: strengthOf(text) };
}

function strengthOf(text: string): Strength {
  if (/^[a-z]+$/.test(text)) return 'in-address';
  if (/^\d+$/.test(text)) return text.length < FEW_DIGITS ? 'in-address' : 'number';
  if (text.length < LONG || /^[\da-f:.+]+$/.test(text)) return 'alone';
  return 'anywhere';
}

/** Whether the characters from `at` on mean the identifier. */
export function isMeant({ text: wanted, strength }: Identifier, text: string, at: number): boolean {
  const end = at + wanted.length;
  if (strength === 'anywhere') return true;
  if (isWord(text.charAt(at - 1)) || isWord(text.charAt(end))) return false;
  if (strength === 'number') return !isBareNumber(text, at, end);
  return strength === 'alone' || isInAddress(text, at, end);
}

function isWord(char: string): boolean {
  return /[a-z\d]/i.test(char);
}

/** A number of JSON or of a table. */
function isBareNumber(text: string, at: number, end: number): boolean {
  return (
    /(?:^|[\s:,[])$/.test(text.slice(Math.max(0, at - 1), at)) &&
    /^(?:$|[\s,\]}])/.test(text.charAt(end))
  );
}

/** `sip:alice@…`, `alice@…`, `…@alice`, `tel:1001`, `"Alice" <`. */
function isInAddress(text: string, at: number, end: number): boolean {
  const before = text.slice(Math.max(0, at - 5), at);
  const after = text.slice(end, end + 3);
  return (
    after.startsWith('@') ||
    before.endsWith('@') ||
    /(?:sips?|tel):$/i.test(before) ||
    /^"? </.test(after)
  );
}
