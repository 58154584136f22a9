/** Small pieces that every kind of value is taken apart with; texts have one character a byte. */

/** Lower case of ASCII only: the other characters are bytes of UTF-8. */
export function asciiLower(text: string): string {
  return text.replace(/[A-Z]+/g, (run) => run.toLowerCase());
}

/** Blanks before, what stands between, blanks after. */
export function trimmed(text: string): readonly [before: string, core: string, after: string] {
  const core = text.trim();
  const at = text.length - text.trimStart().length;
  return core === '' ? [text, '', ''] : [text.slice(0, at), core, text.slice(at + core.length)];
}

/** The text up to the first of the separators, and the rest with it. */
export function upTo(text: string, separators: string): readonly [head: string, rest: string] {
  for (let at = 0; at < text.length; at += 1) {
    if (separators.includes(text.charAt(at))) return [text.slice(0, at), text.slice(at)];
  }
  return [text, ''];
}

/** A text cut at separators that stand outside quotes and angle brackets; the separators are elements of their own. */
export function cut(text: string, separators: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let quoted = false;
  let bracketed = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quoted) {
      if (char === '\\') at += 1;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '<') bracketed = true;
    else if (char === '>') bracketed = false;
    else if (!bracketed && separators.includes(char)) {
      parts.push(text.slice(start, at), char);
      start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

/** Each element of a list changed, its separators left. */
export function eachOf(text: string, separator: string, change: (one: string) => string): string {
  return cut(text, separator)
    .map((one, at) => (at % 2 === 1 ? one : change(one)))
    .join('');
}

/** Each word changed, with its index; blanks stay. */
export function eachWord(text: string, change: (word: string, at: number) => string): string {
  let at = 0;
  return text.replace(/[^ \t\r\n]+/g, (word) => change(word, at++));
}
