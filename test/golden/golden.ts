/** The reports of the stories in every format, as they lie in git: what a reviewer can read, and a hash of the rest. */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { STORIES } from '../../fixtures/incidents/index.ts';
import { toPcap } from '../../fixtures/dsl/index.ts';
import type { Language } from '../../src/model/language.ts';
import type { Report } from '../../src/model/report.ts';
import type { LocalZone } from '../../src/report/format.ts';
import { FORMATS } from '../../src/report/formats.ts';
import { reportOf } from '../helpers/session.ts';

export const GOLDEN = fileURLToPath(new URL('./', import.meta.url));

/** Lines of a report that are kept; of the others only the hash. */
const MAX_LINES = 120;
/** Longest line that is kept, in characters. */
const MAX_LINE = 1000;
/** Rows of each list in a JSON document. */
const MAX_ROWS = 2;
const HANOI: LocalZone = { name: 'Asia/Ho_Chi_Minh', minutesAt: () => 420 };

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The beginning of a text, and a line that changes when the rest does. */
function readable(text: string): string {
  const lines = text.split('\n');
  const kept = lines
    .slice(0, MAX_LINES)
    .map((line) =>
      line.length > MAX_LINE ? `${line.slice(0, MAX_LINE)}… #${hashOf(line)}` : line,
    );
  const hidden = lines.length - kept.length;
  if (hidden > 0) kept.push(`… ${hidden} more lines, SHA-256 of all: ${hashOf(text)}`);
  return `${kept.join('\n').replace(/\n$/, '')}\n`;
}

/** Lists cut to their first rows, with a hash of the whole. */
function outlined(value: unknown): unknown {
  if (Array.isArray(value)) {
    const rows = value.slice(0, MAX_ROWS).map(outlined);
    const hidden = value.length - rows.length;
    return hidden > 0
      ? [...rows, `… ${hidden} more, SHA-256 of all: ${hashOf(JSON.stringify(value))}`]
      : rows;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, outlined(one)]));
}

const pretty = (value: unknown): string => `${JSON.stringify(outlined(value), null, 2)}\n`;

/** Blocks of data that are shown; the others are as many as there are calls with messages. */
const MAX_BLOCKS = 3;

/** What is in the page beside its own code: the document's skeleton, and the data. */
function pageText(html: string): string {
  const blocks: string[] = [];
  const skeleton = html.replace(
    /<(script|style)([^>]*)>([^]*?)<\/\1>\n?/g,
    (_, tag: string, attributes: string, text: string) => {
      if (!attributes.includes('application/json')) return `<${tag}>…</${tag}>\n`;
      blocks.push(`<${tag}${attributes}>\n${pretty(JSON.parse(text))}</${tag}>\n`);
      return '';
    },
  );
  const rest = blocks.slice(MAX_BLOCKS);
  const hidden = `… ${rest.length} more blocks of data, SHA-256 of all: ${hashOf(rest.join(''))}\n`;
  // The page's policy names the hashes of its own script and styles.
  const page = skeleton.replace(/'sha256-[^']+'/g, "'sha256-…'");
  return `${page}\n${blocks.slice(0, MAX_BLOCKS).join('')}${rest.length > 0 ? hidden : ''}`;
}

/** Report formats as they are kept: by format, else as text. */
const FORMS: Readonly<Record<string, (text: string) => string>> = {
  json: (text) => pretty(JSON.parse(text)),
  ndjson: (text) =>
    pretty(
      text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as unknown),
    ),
  sarif: (text) => pretty(JSON.parse(text)),
  html: pageText,
};

interface Golden {
  readonly name: string;
  readonly text: string;
}

async function* reportsOf(
  story: string,
  report: Report,
  language: Language,
): AsyncGenerator<Golden> {
  for (const format of FORMATS) {
    // What is for programs has few words.
    const translated = format.id === 'text' || format.id === 'markdown';
    if (language !== 'en' && !translated) continue;
    await format.load?.();
    const base = language === 'en' ? story : `${story}.${language}`;
    const written = [...format.render(report, { limit: 0 })].join('');
    const text = FORMS[format.id]?.(written) ?? readable(written);
    yield { name: `${base}${format.extensions[0]}.golden`, text };
    if (format.ticket === undefined) continue;
    const ticket = [...format.ticket(report, { limit: 0, zone: HANOI })].join('');
    yield { name: `${base}.ticket${format.extensions[0]}.golden`, text: readable(ticket) };
  }
}

/** All of them, by file name. */
export async function goldenReports(story: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const capture = toPcap(STORIES[story]!());
  for (const language of ['en', 'vi'] as const) {
    const made = reportOf([capture], { language, messages: 'page', calls: 'all' });
    // A release changes no report.
    const report: Report = { ...made, tool: { ...made.tool, version: '0.0.0' } };
    for await (const { name, text } of reportsOf(story, report, language)) files.set(name, text);
  }
  return files;
}

/** What two texts differ in, `-` before and `+` now, in the order of the lines; a line that only moved is none. */
export function changedLines(before: string, now: string): string[] {
  const [old, made] = [before.split('\n'), now.split('\n')];
  const [known, kept] = [new Set(old), new Set(made)];
  const gone = old.flatMap((line, at) => (kept.has(line) ? [] : [{ at, text: `- ${line}` }]));
  const come = made.flatMap((line, at) => (known.has(line) ? [] : [{ at, text: `+ ${line}` }]));
  return [...gone, ...come].sort((a, b) => a.at - b.at).map(({ text }) => text);
}
