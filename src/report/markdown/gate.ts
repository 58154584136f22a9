/**
 * The Markdown gate. A header field can hold links, images, HTML, mentions, tables and fences. Data leaves in code, where
 * Markdown has no meaning: single words in code spans, whole rows in fenced blocks that nothing in them can close.
 */
import { terminalText } from '../terminal-text.ts';

const BACKTICKS = /`+/g;

function longestTicks(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(BACKTICKS)) longest = Math.max(longest, run.length);
  return longest;
}

/** Data as a code span; a dash for nothing. */
export function code(data: string): string {
  const text = terminalText(data);
  if (text.trim() === '') return '–';
  const fence = '`'.repeat(longestTicks(text) + 1);
  const pad = /^[` ]|[` ]$/.test(text) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** Lines as a fenced block of a language; each line has passed a gate, or passes it here. */
export function fenced(lines: readonly string[], language = 'text'): string {
  const safe = lines.map(terminalText);
  const most = safe.reduce((longest, line) => Math.max(longest, longestTicks(line)), 2);
  const fence = '`'.repeat(most + 1);
  return `${fence}${language}\n${safe.join('\n')}\n${fence}\n`;
}

const OPENING = new Set(['(', '"', '“', '‘', '„', '«']);
const CLOSING = new Set(['.', ',', ';', ':', '!', '?', ')', '"', '”', '’', '»', '…', '%']);
/** Letters and numbers with what joins them: nothing in it means anything in Markdown. */
const PLAIN_WORD = /^§?[\p{L}\p{N}][\p{L}\p{N}\p{M}.,’'/+–-]*$/u;
const CLOCK = /^\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?$/;
const SYMBOL = /^[–—·…÷×→≤≥%/=]$/;
/** Would be made a link, an issue or a commit. */
const LINKED = /^(?:www\.|gh-\d|[\da-f]{7,40}$)/i;

function word(text: string): string {
  if (text === '&') return '&amp;';
  if (SYMBOL.test(text)) return text;
  let start = 0;
  let end = text.length;
  while (start < end && OPENING.has(text.charAt(start))) start += 1;
  while (end > start && CLOSING.has(text.charAt(end - 1))) end -= 1;
  const core = text.slice(start, end);
  // Nothing but brackets, quotes and points.
  if (core === '') return text;
  const isPlain = PLAIN_WORD.test(core) && !LINKED.test(core) && !core.includes('//');
  const shown = isPlain || CLOCK.test(core) ? core : code(core);
  return text.slice(0, start) + shown + text.slice(end);
}

/** A number that would begin a list. */
const LIST_NUMBER = /^(\d+)([.)])(?= |$)/;

/** A sentence of ours with data in it: words that are more than words become code spans. */
export function prose(text: string): string {
  const words = terminalText(text)
    .split(' ')
    .filter((part) => part !== '');
  return words.map(word).join(' ').replace(LIST_NUMBER, '$1\\$2');
}
