import { assumedLabel } from '../catalog/assumed.ts';
import { SOURCE_WORDS, type SourceWords } from '../catalog/source-words.ts';
import { unreadLabel } from '../catalog/unread.ts';
import type { Report, Source } from '../model/report.ts';
import { type Page, pageOf } from './context.ts';
import type { RenderOptions } from './format.ts';
import { EMPTY, type Line, paint, piece, strong } from './line.ts';
import { place } from './place.ts';
import { heading } from './text/heading.ts';
import { wrap } from './wrap.ts';

/** Columns in front of a source's facts. */
const INDENT = 3;

/** What each source was taken for, why, and how much of it was understood. */
export function* renderSources(report: Report, options: RenderOptions = {}): Iterable<string> {
  const page = pageOf(report, options);
  const words = SOURCE_WORDS[report.language];
  const { sources } = report;
  const lines = [heading(words.title, page.format.integer(sources.length))];
  for (const [index, source] of sources.entries()) {
    lines.push(EMPTY, [strong(`${index + 1}. ${source.path}`)], ...facts(source, words, page));
  }
  for (const line of lines) yield `${paint(line, page.palette)}\n`;
}

function facts(source: Source, words: SourceWords, page: Page): Line[] {
  const rows: (readonly [string, string])[] = [
    [words.takenFor, kindOf(source, words, page)],
    ...reasons(source, words, page),
    [words.packedIn, (source.wrappers ?? []).join(', ')],
    [words.understood, understood(source, words, page)],
    [words.times, span(source, page)],
    [
      words.assumed,
      (source.assumed ?? []).map((one) => assumedLabel(one, page.report.language)).join('; '),
    ],
    ...unread(source, words, page),
  ];
  const column = Math.max(...rows.map(([label]) => label.length)) + 2;
  let before = '';
  return rows
    .filter(([, text]) => text !== '')
    .flatMap(([label, text]) => {
      const shown = label === before ? '' : label;
      before = label;
      return wrap([piece(text)], {
        width: page.width,
        first: [piece(`${' '.repeat(INDENT)}${shown.padEnd(column)}`, 'dim')],
        indent: INDENT + column,
      });
    });
}

function kindOf(source: Source, words: SourceWords, { format }: Page): string {
  const { dialect, linkTypes, compression, bytes } = source;
  const kind =
    source.lines === undefined
      ? source.format === 'unknown'
        ? words.unknown
        : words.capture(source.format)
      : dialect === undefined
        ? words.text
        : words.log(dialect);
  return [kind, ...linkTypes, compression ?? '', format.bytes(bytes)].filter(Boolean).join(', ');
}

function reasons(source: Source, words: SourceWords, page: Page): (readonly [string, string])[] {
  return (source.recognisedBy ?? []).map(({ sign, of = '', count, first }) => {
    const times = count === undefined ? '' : page.format.integer(count);
    const where = first === undefined ? '' : ` (${page.words.first}: ${place(first, page)})`;
    return [words.because, words.signs[sign](of, times, count ?? 0) + where];
  });
}

function understood(source: Source, words: SourceWords, { format, words: common }: Page): string {
  const { lines, linesExplained, packets, messages, dialects = {} } = source;
  const parts: string[] = [];
  if (lines !== undefined && linesExplained !== undefined) {
    const share = format.percent(lines === 0 ? 1 : linesExplained / lines);
    parts.push(words.lines(format.integer(linesExplained), format.integer(lines), share));
  }
  if (packets !== undefined) parts.push(common.countPackets(packets, format.integer(packets)));
  parts.push(common.countMessages(messages, format.integer(messages)));
  const each = Object.entries(dialects).map(([id, n]) => words.byDialect(id, format.integer(n)));
  return parts.join(', ') + (each.length === 0 ? '' : ` (${each.join(', ')})`);
}

function span({ start, end, messages }: Source, { format, words }: Page): string {
  if (start === null || end === null) return messages > 0 ? words.noDate : '';
  const day = format.date(end) === format.date(start) ? '' : `${format.date(end)} `;
  return `${format.date(start)} ${format.clock(start)} – ${day}${format.clock(end)} UTC`;
}

function unread(source: Source, words: SourceWords, page: Page): (readonly [string, string])[] {
  return source.unread.map(({ reason, count, first }) => {
    const where = first === null ? '' : ` (${page.words.first}: ${place(first, page)})`;
    const label = unreadLabel(reason, page.report.language);
    return [words.notRead, `${page.format.integer(count)} × ${label}${where}`];
  });
}
