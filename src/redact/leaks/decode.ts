/** What formats write for a character: escapes of JSON, of the terminal, HTML, Mermaid, URIs and Markdown. */
const ESCAPE =
  /\\u([0-9a-f]{4})|\\u\{([0-9a-f]{1,6})\}|\\x([0-9a-f]{2})|&#x([0-9a-f]{1,6});|&?#(\d{1,7});|%([0-7][0-9a-f])|&(amp|lt|gt|quot|apos);|\\([^a-z\d\s])/gi;

/** Colours of the terminal. */
const COLOUR = /\u001b\[[\d;]*m/g;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** A text as it was before a format wrote it down, in one line: no escape hides what stands in it. */
export function decoded(text: string): string {
  return text
    .replace(COLOUR, '')
    .replace(ESCAPE, (all: string, ...groups: readonly (string | undefined)[]) => {
      const [unicode, long, byte, hex, decimal, percent, entity, plain] = groups;
      const code = unicode ?? long ?? byte ?? hex ?? percent;
      if (code !== undefined) return charOf(Number.parseInt(code, 16), all);
      if (decimal !== undefined) return charOf(Number(decimal), all);
      return entity === undefined ? (plain ?? all) : (ENTITIES[entity.toLowerCase()] ?? all);
    })
    .replace(/\s+/g, ' ')
    .normalize('NFC');
}

function charOf(code: number, otherwise: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;
}
