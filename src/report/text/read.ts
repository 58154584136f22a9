import { assumedLabel } from '../../catalog/assumed.ts';
import { unreadLabel } from '../../catalog/unread.ts';
import type { Source, Unread } from '../../model/report.ts';
import type { Page } from '../context.ts';
import { dim, type Line, piece, strong } from '../line.ts';
import { place } from '../place.ts';
import { heading } from './heading.ts';
import { settingsLines } from './settings.ts';
import { limitLines, limitsOf } from './limits.ts';
import { wrap } from '../wrap.ts';

/** Sources listed one by one; of a larger folder only those with losses, and no more than this. */
const MAX_SOURCES = 8;
const MAX_UNREAD = 6;
const INDENT = 2;

interface Size {
  readonly packets?: number | undefined;
  readonly lines?: number | undefined;
  readonly messages: number;
}

function size({ packets, lines, messages }: Size, { words, format }: Page): string[] {
  const parts: string[] = [];
  if (packets !== undefined) parts.push(words.countPackets(packets, format.integer(packets)));
  if (lines !== undefined) parts.push(words.countLines(lines, format.integer(lines)));
  parts.push(words.countMessages(messages, format.integer(messages)));
  return parts;
}

function sourceLines(source: Source, number: string, page: Page): Line[] {
  const { words, format, width } = page;
  const facts = [kindOf(source), format.bytes(source.bytes), ...size(source, page)];
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

/** What a log does not say and how that was filled in, on one line. */
function assumedLine({ assumed }: Source, { report, width }: Page): Line[] {
  if (assumed === undefined) return [];
  const text = assumed.map((one) => assumedLabel(one, report.language)).join('; ');
  const lead = '    ';
  return wrap([dim(text)], { width, first: [piece(lead)], indent: lead.length });
}

function* unreadLines(source: Source, page: Page): Iterable<Line> {
  for (const unread of source.unread.slice(0, MAX_UNREAD)) yield* unreadLine(unread, page);
  const hidden = source.unread.length - MAX_UNREAD;
  if (hidden > 0) yield [dim(`    ${page.words.moreReasons(hidden, page.format.integer(hidden))}`)];
}

const kindOf = ({ format, dialect, compression }: Source): string =>
  [dialect ?? format, compression].filter(Boolean).join(' · ');

/** One line for each kind of source that was read without loss: a folder of a thousand files is no list to read. */
function* cleanLines(clean: readonly Source[], page: Page): Iterable<Line> {
  const { words, format, width } = page;
  const byKind = new Map<string, Source[]>();
  for (const source of clean) {
    const kind = kindOf(source);
    const same = byKind.get(kind);
    if (same === undefined) byKind.set(kind, [source]);
    else same.push(source);
  }
  for (const [kind, sources] of byKind) {
    const sum = (pick: (source: Source) => number | undefined): number | undefined => {
      const known = sources.map(pick).filter((n) => n !== undefined);
      return known.length === 0 ? undefined : known.reduce((total, n) => total + n, 0);
    };
    const whole = {
      packets: sum(({ packets }) => packets),
      lines: sum(({ lines }) => lines),
      messages: sum(({ messages }) => messages) ?? 0,
    };
    const what = [format.bytes(sum(({ bytes }) => bytes) ?? 0), ...size(whole, page)].join(', ');
    yield* wrap([dim(words.cleanFiles(format.integer(sources.length), kind, what))], {
      width,
      first: [piece(' '.repeat(INDENT))],
      indent: INDENT,
    });
  }
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
  const folded = sources.length > MAX_SOURCES;
  const limits = limitsOf(report);
  const isClean = ({ unread }: Source, index: number): boolean =>
    unread.length === 0 && !limits.has(index);
  const listed = [...sources.entries()].filter(([index, one]) => !folded || !isClean(one, index));
  for (const [index, source] of listed.slice(0, MAX_SOURCES)) {
    yield* sourceLines(source, sources.length > 1 ? `${index + 1}. ` : '', page);
    yield* assumedLine(source, page);
    yield* unreadLines(source, page);
    yield* limitLines(limits.get(index) ?? [], page);
  }
  const hidden = listed.length - MAX_SOURCES;
  if (hidden > 0) yield [dim(`  ${words.moreFiles(hidden, format.integer(hidden))}`)];
  if (folded) {
    yield* cleanLines(sources.filter(isClean), page);
  }
  yield* settingsLines(page);
}
