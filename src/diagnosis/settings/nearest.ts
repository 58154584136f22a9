/** Words that differ in more than a third of their characters are no misspelling of each other. */
const TOLERANCE = 1 / 3;
/** Longer words are not compared, characters. */
const MAX_LENGTH = 64;

/** The name that was most likely meant; undefined when none is near. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  if (word.length > MAX_LENGTH) return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(word.length * TOLERANCE)) + 1;
  for (const name of names) {
    const distance = distanceOf(word, name);
    if (distance >= least) continue;
    least = distance;
    best = name;
  }
  return best;
}

/** Characters to insert, delete or replace (Levenshtein). */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}
