import { unreadLabel } from '../../catalog/unread.ts';
import type { Source, Unread } from '../../model/report.ts';
import type { Page } from '../context.ts';
import { dim, type Line, piece, strong } from '../line.ts';
import { place } from '../place.ts';
import { heading } from './heading.ts';
import { wrap } from '../wrap.ts';

/** Sources listed one by one; of a folder, the ones with losses come first. */
const MAX_SOURCES = 8;
const MAX_UNREAD = 6;
const INDENT = 2;

function size({ packets, lines, messages }: Source, { words, format }: Page): string[] {
  const parts: string[] = [];
  if (packets !== undefined) parts.push(words.countPackets(packets, format.integer(packets)));
  if (lines !== undefined) parts.push(words.countLines(lines, format.integer(lines)));
  parts.push(words.countMessages(messages, format.integer(messages)));
  return parts;
}

function sourceLines(source: Source, number: string, page: Page): Line[] {
  const { words, format, width } = page;
  const kind = [source.dialect ?? source.format, source.compression].filter(Boolean).join(' · ');
  const facts = [kind, format.bytes(source.bytes), ...size(source, page)];
  if (source.messages > 0 && source.start === null) facts.push(words.noDate);
  const line: Line = [strong(source.path), piece('  '), dim(facts.join(', '))];
  return wrap(line, {
    width,
    first: [piece(' '.repeat(INDENT) + number)],
    indent: INDENT + number.length,
  });
}

function unreadLine(unread: Unread, page: Page): Line[] {
  const { report, words, format, width } = page;
  const where = unread.first === null ? '' : ` (${words.first}: ${place(unread.first, page)})`;
  const text = `${format.integer(unread.count)} × ${unreadLabel(unread.reason, report.language)}`;
  const lead = `    ${words.notRead}  `;
  return wrap([piece(text), dim(where)], {
    width,
    first: [piece(lead, 'warning')],
    indent: lead.length,
  });
}

function* unreadLines(source: Source, page: Page): Iterable<Line> {
  for (const unread of source.unread.slice(0, MAX_UNREAD)) yield* unreadLine(unread, page);
  const hidden = source.unread.length - MAX_UNREAD;
  if (hidden > 0) yield [dim(`    ${page.words.moreReasons(hidden, page.format.integer(hidden))}`)];
}

/** Sources in reading order, but those with losses before clean ones when not all fit. */
function shown(sources: readonly Source[]): number[] {
  const order = sources.map((_, index) => index);
  if (sources.length <= MAX_SOURCES) return order;
  const losses = (index: number): number => ((sources[index]?.unread.length ?? 0) > 0 ? 0 : 1);
  return order.sort((a, b) => losses(a) - losses(b) || a - b).slice(0, MAX_SOURCES);
}

/** What was read, and everything that was seen and could not be. */
export function* readSection(page: Page): Iterable<Line> {
  const { report, words, format } = page;
  const { sources, totals } = report;
  const facts: string[] = [];
  if (sources.length > 1) {
    facts.push(words.countFiles(sources.length, format.integer(sources.length)));
    facts.push(words.countMessages(totals.messages, format.integer(totals.messages)));
  }
  if (totals.duplicates > 0) {
    facts.push(words.countDuplicates(totals.duplicates, format.integer(totals.duplicates)));
  }
  yield heading(words.read, facts.join(', '));
  for (const index of shown(sources)) {
    const source = sources[index];
    if (source === undefined) continue;
    yield* sourceLines(source, sources.length > 1 ? `${index + 1}. ` : '', page);
    yield* unreadLines(source, page);
  }
  const hidden = sources.length - MAX_SOURCES;
  if (hidden > 0) yield [dim(`  ${words.moreFiles(hidden, format.integer(hidden))}`)];
}
