/** The only door to string-width, which cli-table3 measures with too: both must agree on every column. */
import stringWidth from 'string-width';

const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

/** Terminal columns that a text takes. */
export function displayWidth(text: string): number {
  return PRINTABLE_ASCII.test(text) ? text.length : stringWidth(text);
}

/** The longest head of `text` that fits into `width` columns. */
export function fitting(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let used = 0;
  let end = 0;
  for (const character of text) {
    used += displayWidth(character);
    if (used > width) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/** `text` cut to `width` columns, with an ellipsis where something is missing. */
export function truncated(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  return width < 1 ? '' : `${fitting(text, width - 1)}…`;
}

export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

export function paddedStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - displayWidth(text))) + text;
}
