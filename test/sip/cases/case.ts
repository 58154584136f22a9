/** Reads the Markdown documents of this folder: `##` heading, a `sip` fence with the input, an `expect` fence. */
import { readdirSync, readFileSync } from 'node:fs';

export interface ParserCase {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Judged as if a packet had carried it. */
  readonly packet: boolean;
  readonly expected: ReadonlyMap<string, string>;
}

const FOLDER = new URL('.', import.meta.url);

/** Every document with its cases. @throws when a case lacks one of its fences. */
export function readCases(): { document: string; cases: ParserCase[] }[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.md'))
    .toSorted()
    .map((document) => {
      const text = readFileSync(new URL(document, FOLDER), 'utf8');
      const sections = text.split(/^## /m).slice(1);
      return { document, cases: sections.map((section) => readCase(document, section)) };
    });
}

function readCase(document: string, section: string): ParserCase {
  const name = section.slice(0, section.indexOf('\n')).trim();
  const sip = /^```sip(.*)\n([^]*?)^```$/m.exec(section);
  const expect = /^```expect\n([^]*?)^```$/m.exec(section);
  if (sip === null || expect === null) {
    throw new Error(`${document}: case "${name}" needs a sip fence and an expect fence`);
  }
  const words = (sip[1] as string).trim().split(' ');
  return {
    name,
    bytes: toBytes(sip[2] as string, words.includes('lf') ? '\n' : '\r\n'),
    packet: words.includes('packet'),
    expected: toPairs(expect[1] as string),
  };
}

/** `⟨0a⟩` is a byte, `⟨end⟩` ends the input; everything else is UTF-8 with the given line ends. */
function toBytes(text: string, lineEnd: string): Uint8Array {
  const [kept = ''] = text.split('⟨end⟩');
  const parts = kept.replaceAll('\n', lineEnd).split(/⟨([0-9a-f]{2})⟩/);
  return Buffer.concat(
    parts.map((part, index) =>
      index % 2 === 0 ? Buffer.from(part, 'utf8') : Buffer.from(part, 'hex'),
    ),
  );
}

function toPairs(text: string): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':');
    if (line.trim() === '') continue;
    if (colon < 0) pairs.set(line.trim(), '');
    else pairs.set(line.slice(0, colon), line.slice(colon + 1).trim());
  }
  return pairs;
}
