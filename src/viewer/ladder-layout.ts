/** Where everything of an SVG ladder stands, in px. */
import type { LadderView, StepView } from '../report/html/page-data.ts';

const HEAD = 40;
const STEP = 32;
const NOTE_LINE = 14;
const SILENCE = 28;
const MIN_GAP = 128;
const MIN_GAP_NARROW = 116;
const MAX_GAP = 260;
/** Mean widths of a character: of lane names and labels, of notes. */
const MONO = 6.9;
const PROSE = 6.9;
/** Notes may run past the last lane by so much. */
const TAIL = 70;

export interface LaidRow {
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly step?: StepView;
  readonly notes: readonly string[];
  readonly silence: string;
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly placeX: number;
  readonly sinceX: number;
  /** No room for clock times. */
  readonly narrow: boolean;
  readonly rows: readonly LaidRow[];
  /** Characters of a lane's name that fit. */
  readonly headChars: number;
  x(lane: number): number;
  /** Left end and middle of a step's arrow. */
  span(step: StepView): { readonly left: number; readonly middle: number };
  nameChars(step: StepView): number;
}

export function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, Math.max(1, most - 1))}…` : text;
}

/** Breaks at spaces; a word that is longer than a line is cut in pieces. */
export function wrapped(text: string, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    let rest = word;
    if (line !== '' && line.length + 1 + rest.length > most) {
      lines.push(line);
      line = '';
    }
    while (rest.length > most) {
      lines.push(rest.slice(0, most));
      rest = rest.slice(most);
    }
    line = line === '' ? rest : `${line} ${rest}`;
  }
  return line === '' ? lines : [...lines, line];
}

/** Less room than this has no place for the clock time of the first message. */
const NARROW = 560;

export function layOut(view: LadderView, room: number): Layout {
  const steps = view.rows.filter((row): row is StepView => typeof row !== 'string');
  const places = Math.max(3, ...steps.map(({ place }) => place.length));
  const placeX = 8 + places * MONO;
  const narrow = room < NARROW;
  const sinceX = placeX + (narrow ? 9 : 13) * MONO;
  const longest = (name = ''): number => Math.min(24, name.length) * MONO * 0.5;
  const first = sinceX + Math.max(24, longest(view.lanes[0]?.name) - 60);
  const last = Math.max(TAIL, longest(view.lanes.at(-1)?.name) + 4);
  const lanes = view.lanes.length;
  const fair = (room - first - last) / Math.max(1, lanes - 1);
  const gap = Math.max(narrow ? MIN_GAP_NARROW : MIN_GAP, Math.min(MAX_GAP, fair));
  const width = Math.round(
    Math.max(lanes < 2 ? room : 0, first + gap * Math.max(0, lanes - 1) + last),
  );
  const x = (lane: number): number => Math.round(first + lane * gap) + 0.5;
  const span = ({ from, to }: StepView): { left: number; middle: number } => {
    if (from < 0 || to < 0) return { left: x(0), middle: x(0) + 8 };
    if (from === to) return { left: x(from), middle: x(from) + 60 };
    return { left: x(Math.min(from, to)), middle: (x(from) + x(to)) / 2 };
  };
  let top = HEAD;
  const rows = view.rows.map((row, index): LaidRow => {
    const at = top;
    if (typeof row === 'string') {
      top += SILENCE;
      return { index, top: at, height: SILENCE, notes: [], silence: row };
    }
    const { left } = span(row);
    // Where the ladder is wider than its room, notes stay in sight as far as they can.
    const right = Math.min(width, Math.max(room, left + 220));
    const chars = Math.max(24, Math.floor((right - left - 12) / PROSE));
    const notes = row.notes.flatMap((note) => wrapped(note, chars)).slice(0, 8);
    const height = STEP + notes.length * NOTE_LINE;
    top += height;
    return { index, top: at, height, step: row, notes, silence: '' };
  });
  return {
    width,
    height: top + 8,
    placeX,
    sinceX,
    narrow,
    rows,
    headChars: Math.floor((gap - 8) / MONO),
    x,
    span,
    nameChars: (step) =>
      step.from < 0 || step.to < 0
        ? Math.floor((width - first) / MONO)
        : Math.floor((Math.max(1, Math.abs(step.to - step.from)) * gap - 20) / MONO),
  };
}
