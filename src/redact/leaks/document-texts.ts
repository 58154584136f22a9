/** Deeper values than any document has. */
const MAX_DEPTH = 16;

/** Every text in a document with its path, the names of members included. */
export function eachText(document: unknown, take: (text: string, path: string) => void): void {
  walk(document, '', 0, take);
}

function walk(
  value: unknown,
  path: string,
  depth: number,
  take: (text: string, path: string) => void,
): void {
  if (typeof value === 'string') take(value, path);
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return;
  if (Array.isArray(value)) {
    for (const [at, one] of value.entries()) walk(one, `${path}[${at}]`, depth + 1, take);
    return;
  }
  for (const [name, one] of Object.entries(value)) {
    // Members may be named by an address; a path never shows it.
    const isPlain = /^[a-zA-Z]+$/.test(name);
    if (!isPlain) take(name, `${path}.*`);
    walk(one, `${path}.${isPlain ? name : '*'}`, depth + 1, take);
  }
}
