/** Hides what is written with `%` escapes (RFC 3986 §2.1): an escape stays one, so the text keeps its length. */
export function hideEscaped(text: string, hide: (plain: string) => string): string {
  const parts = text.split(/(%[0-9a-f]{2})/i);
  const plain = parts.map((part, at) => (at % 2 === 1 ? charOf(part) : part)).join('');
  const hidden = hide(plain);
  let from = 0;
  return parts
    .map((part, at) => {
      const length = at % 2 === 1 ? 1 : part.length;
      const made = hidden.slice(from, from + length);
      from += length;
      return at % 2 === 1 ? escapeOf(made, part) : made;
    })
    .join('');
}

function charOf(escape: string): string {
  return String.fromCharCode(Number.parseInt(escape.slice(1), 16));
}

function escapeOf(char: string, original: string): string {
  if (char === charOf(original)) return original;
  const hex = char.charCodeAt(0).toString(16).padStart(2, '0');
  return `%${/[a-f]/.test(original) ? hex : hex.toUpperCase()}`;
}
