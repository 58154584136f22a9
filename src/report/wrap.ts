import { type Line, type Piece, piece } from './line.ts';
import { terminalText } from './terminal-text.ts';
import { displayWidth, fitting } from './width.ts';

export interface WrapOptions {
  /** Columns available, indentation included. */
  readonly width: number;
  /** Put before the first line; as wide as `indent`. */
  readonly first?: Line;
  /** Columns before every further line. */
  readonly indent?: number;
}

/** Narrower than this nothing is readable: then the terminal may wrap. */
const MIN_COLUMNS = 20;
/** A unit stays with its number. */
const UNIT = /^(?:[µm]?s|min|h|d|%|[kMGT]?B|giây|phút|giờ|ngày)[.,;:)]*$/;
const NUMBER_END = /\d$/;
/** What follows an opening bracket stays with it. */
const OPENING_END = /[([{«“]$/;
/** A separator stays with what it follows. */
const SEPARATOR = '·';

const AFTER_SEPARATOR = /(?<=[;,])/;
const AFTER_SEPARATOR_OR_SLASH = /(?<=[;,/])/;

/** A word too long for a line breaks after `;`, `,` or `/`, else anywhere; links stay whole, so that they can be copied. */
function* chunks(word: string, width: number): Iterable<string> {
  if (displayWidth(word) <= width) {
    yield word;
    return;
  }
  const breaks = word.includes('://') ? AFTER_SEPARATOR : AFTER_SEPARATOR_OR_SLASH;
  for (const part of word.split(breaks)) {
    let rest = part;
    while (displayWidth(rest) > width && !rest.includes('://')) {
      const most = fitting(rest, width);
      const head = most.length > 1 ? most.replace(OPENING_END, '') : most;
      yield head;
      rest = rest.slice(head.length);
    }
    if (rest !== '') yield rest;
  }
}

interface Word {
  readonly text: string;
  readonly style: Piece['style'];
  /** Blanks before it, if it does not begin a line. */
  readonly gap: string;
  /** Never begins a line of its own. */
  readonly sticks: boolean;
}

function* words(line: Line, room: number): Iterable<Word> {
  let gap = '';
  let last = '';
  for (const { text, style } of line) {
    for (const token of terminalText(text).split(/( +)/)) {
      if (token === '') continue;
      if (token.startsWith(' ')) {
        gap = token;
        continue;
      }
      for (const chunk of chunks(token, room)) {
        const unit = NUMBER_END.test(last) && UNIT.test(chunk);
        const sticks = (gap !== '' && (chunk === SEPARATOR || unit)) || OPENING_END.test(last);
        yield { text: chunk, style, gap, sticks };
        gap = '';
        last = chunk;
      }
    }
  }
}

/** Breaks a line between words; styles and the gate survive the break. */
export function wrap(line: Line, { width, first = [], indent = 0 }: WrapOptions): Line[] {
  const room = Math.max(MIN_COLUMNS, width - indent);
  const lines: Piece[][] = [[...first]];
  let used = 0;
  const all = [...words(line, room)];
  for (const [index, word] of all.entries()) {
    const next = all[index + 1];
    const glued = next?.sticks === true ? next.gap.length + displayWidth(next.text) : 0;
    const lead = used === 0 ? '' : word.gap;
    const size = displayWidth(word.text);
    const breaks = used > 0 && !word.sticks && used + lead.length + size + glued > room;
    if (breaks) {
      lines.push(indent > 0 ? [piece(' '.repeat(indent))] : []);
      used = 0;
    }
    lines.at(-1)?.push(piece(breaks ? word.text : lead + word.text, word.style));
    used += (breaks ? 0 : lead.length) + size;
  }
  return lines;
}
