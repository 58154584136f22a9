import type { Evidence } from '../../model/report.ts';
import type { Page } from '../context.ts';
import { dim, type Line, type Piece, piece, strong } from '../line.ts';
import { named } from '../named.ts';
import { place } from '../place.ts';
import { elapsedBetween } from '../time.ts';
import { displayWidth, padded, paddedStart, truncated } from '../width.ts';
import { wrap, type WrapOptions } from '../wrap.ts';

/** More rows than this say less: the first and the last ones stay. */
const MAX_ROWS = 8;
const KEPT_AT_END = 3;
const CLOCK_COLUMNS = 12;
const MAX_FIELD = 300;

type MessageEvidence = Extract<Evidence, { kind: 'message' | 'packet' }>;
type CounterEvidence = Extract<Evidence, { kind: 'counter' }>;
type SilenceEvidence = Extract<Evidence, { kind: 'silence' }>;

const isSeen = (evidence: Evidence): evidence is MessageEvidence =>
  evidence.kind === 'message' || evidence.kind === 'packet';

function startOf(evidence: Evidence): string | null {
  if (evidence.kind === 'silence') return evidence.since;
  return isSeen(evidence) ? evidence.time : null;
}

interface Frame {
  readonly page: Page;
  readonly width: number;
  /** Columns of the place (`#12`) and of the start line. */
  readonly places: number;
  readonly whats: number;
  /** Time that the offsets count from. */
  readonly origin: string | null;
}

function when(time: string | null, { page, origin }: Frame): string {
  if (time === origin) return page.format.clock(time);
  const us = elapsedBetween(origin, time);
  if (us === null) return page.format.clock(time);
  const text = page.format.duration(us);
  return paddedStart(us < 0 ? text : `+${text}`, CLOCK_COLUMNS);
}

function whatOf({ what, copies }: MessageEvidence, page: Page): string {
  return copies !== undefined && copies > 1 ? `${what} ${page.words.copies(String(copies))}` : what;
}

function routeOf({ from, to }: MessageEvidence, { report }: Page): string {
  return `${named(from, report)} → ${named(to, report)}`;
}

function messageLines(evidence: MessageEvidence, frame: Frame): Line[] {
  const { page, width, places, whats } = frame;
  const what = whatOf(evidence, page);
  const indent = places + CLOCK_COLUMNS + 4;
  const lead: Piece[] = [
    dim(padded(place(evidence.at, page), places)),
    dim(`  ${padded(when(evidence.time, frame), CLOCK_COLUMNS)}`),
    strong(`  ${padded(what, whats)}`),
  ];
  const route = routeOf(evidence, page);
  const room = width - indent - whats - 2;
  const lines: Line[] =
    displayWidth(what) <= whats && displayWidth(route) <= room
      ? [[...lead, piece(`  ${route}`)]]
      : [lead, ...wrap([piece(route)], under(indent, width))];
  if (evidence.kind === 'packet' || evidence.field === undefined) return lines;
  const field = truncated(evidence.field, MAX_FIELD);
  return [...lines, ...wrap([dim(field)], under(indent, width))];
}

const under = (indent: number, width: number): WrapOptions => ({
  width,
  first: [piece(' '.repeat(indent))],
  indent,
});

function silenceLines(evidence: SilenceEvidence, frame: Frame): Line[] {
  const { page, width, places } = frame;
  const { awaited, since, until } = evidence;
  const from = named(evidence.from, page.report);
  const us = elapsedBetween(since, until);
  const duration = us === null ? '' : page.format.duration(us);
  const lead = [dim(padded('', places)), dim(`  ${padded(when(until, frame), CLOCK_COLUMNS)}  `)];
  return wrap(
    [piece(page.words.silence(page.words.awaited[awaited] ?? awaited, from, duration), 'warning')],
    {
      width,
      first: lead,
      indent: places + CLOCK_COLUMNS + 4,
    },
  );
}

function counterLines(
  { at, what, value }: CounterEvidence,
  { page, width, places }: Frame,
): Line[] {
  return wrap([piece(`${page.format.integer(value)} × ${what}`)], {
    width,
    first: [dim(padded(place(at, page), places)), piece('  ')],
    indent: places + 2,
  });
}

/** The packets and silences that prove a finding: one row each, times counted from the first. */
export function evidenceLines(all: readonly Evidence[], page: Page, width: number): Line[] {
  const folded = all.length > MAX_ROWS;
  const head = folded ? all.slice(0, MAX_ROWS - KEPT_AT_END) : all;
  const tail = folded ? all.slice(-KEPT_AT_END) : [];
  const first = all[0];
  if (first === undefined) return [];
  const messages = all.filter(isSeen);
  const places = Math.max(
    2,
    ...all.map((one) => (one.kind === 'silence' ? 0 : place(one.at, page).length)),
  );
  const widest = Math.max(4, ...messages.map((evidence) => displayWidth(whatOf(evidence, page))));
  const routes = Math.max(0, ...messages.map((evidence) => displayWidth(routeOf(evidence, page))));
  const left = width - places - CLOCK_COLUMNS - routes - 6;
  const frame: Frame = {
    page,
    width,
    places,
    whats: Math.max(6, Math.min(widest, left)),
    origin: startOf(first),
  };
  const rows = (evidence: Evidence): Line[] => {
    if (evidence.kind === 'silence') return silenceLines(evidence, frame);
    return isSeen(evidence) ? messageLines(evidence, frame) : counterLines(evidence, frame);
  };
  const lines = head.flatMap(rows);
  if (folded) {
    const hidden = all.length - MAX_ROWS;
    lines.push([dim(`⋮ ${page.words.moreEvidence(hidden, page.format.integer(hidden))}`)]);
  }
  return [...lines, ...tail.flatMap(rows)];
}
