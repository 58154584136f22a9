/** The words of a line between blanks and tabs: at most `most`, what follows the last of them is left out. */
export function words(text: string, most: number): string[] {
  const found: string[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (at < text.length && code !== 32 && code !== 9) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      found.push(text.slice(start, at));
      if (found.length === most) break;
      start = -1;
    }
  }
  return found;
}
