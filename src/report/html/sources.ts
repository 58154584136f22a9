import { assumedLabel } from '../../catalog/assumed.ts';
import { unreadLabel } from '../../catalog/unread.ts';
import type { Source } from '../../model/report.ts';
import { place } from '../place.ts';
import { limitsOf } from '../text/limits.ts';
import { type HtmlPage, moment } from './context.ts';
import type { SourceView } from './page-data.ts';

/** Sources listed one by one; of a larger folder those with losses come first. */
const MAX_SOURCES = 200;
const MAX_UNREAD = 12;

function factsOf(source: Source, page: HtmlPage): string {
  const { words, format } = page;
  const { packets, lines, messages, start, end } = source;
  const facts = [
    source.dialect ?? source.format,
    source.compression ?? '',
    format.bytes(source.bytes),
  ];
  if (packets !== undefined) facts.push(words.countPackets(packets, format.integer(packets)));
  if (lines !== undefined) facts.push(words.countLines(lines, format.integer(lines)));
  facts.push(words.countMessages(messages, format.integer(messages)));
  if (start !== null && end !== null) facts.push(`${moment(start, page)} – ${moment(end, page)}`);
  else if (messages > 0) facts.push(words.noDate);
  return facts.filter((fact) => fact !== '').join(', ');
}

function unreadTexts({ unread }: Source, page: HtmlPage): string[] {
  const { report, words, format } = page;
  const texts = unread.slice(0, MAX_UNREAD).map(({ reason, count, first }) => {
    const where = first === null ? '' : ` (${words.first}: ${place(first, page)})`;
    return `${format.integer(count)} × ${unreadLabel(reason, report.language)}${where}`;
  });
  const hidden = unread.length - texts.length;
  return hidden > 0 ? [...texts, words.moreReasons(hidden, format.integer(hidden))] : texts;
}

/** What was read, what was not, and what that does to the conclusions. */
export function sourceViews(page: HtmlPage): { sources: SourceView[]; note: string } {
  const { report, words, format } = page;
  const limits = limitsOf(report);
  const isClean = ([index, { unread }]: [number, Source]): boolean =>
    unread.length === 0 && !limits.has(index);
  const all = [...report.sources.entries()];
  const ordered = [...all.filter((one) => !isClean(one)), ...all.filter(isClean)];
  const listed = all.length > MAX_SOURCES ? ordered.slice(0, MAX_SOURCES) : all;
  const hidden = all.length - listed.length;
  const sources = listed.map(([index, source]): SourceView => ({
    path: all.length > 1 ? `${index + 1}. ${source.path}` : source.path,
    facts: factsOf(source, page),
    assumed: (source.assumed ?? []).map((one) => assumedLabel(one, report.language)).join('; '),
    unread: unreadTexts(source, page),
    limits: (limits.get(index) ?? []).map(({ title, explanation, fix, severity }) => ({
      title,
      more: severity === 'info' ? '' : `${explanation} ${fix[0] ?? ''}`.trim(),
      tone: severity,
    })),
  }));
  return {
    sources,
    note: hidden > 0 ? `+ ${words.countFiles(hidden, format.integer(hidden))}` : '',
  };
}
