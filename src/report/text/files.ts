import type { Report, Source } from '../../model/report.ts';
import { type Column, COLUMN_GAP, columnText, columnWidths } from '../columns.ts';
import type { Page } from '../context.ts';
import { dim, paint, type Piece, piece } from '../line.ts';
import { commonFolder, ending } from '../paths.ts';
import { heading } from './heading.ts';

/** Files that are shown. */
const MAX_FILES = 10;
/** Columns of a path in the narrowest terminal. */
const MIN_PATH = 16;

interface FileTrouble {
  readonly source: Source;
  readonly failed: number;
  readonly errors: number;
  readonly warnings: number;
}

/** What went wrong in each source, most trouble first; sources of equal trouble in their order. */
function filesByTrouble({ sources, findings }: Report): FileTrouble[] {
  const errors = sources.map(() => 0);
  const warnings = sources.map(() => 0);
  for (const { severity, evidence, causedBy } of findings) {
    if (severity === 'info' || causedBy !== undefined) continue;
    const seen = new Set(
      evidence.flatMap((proof) => (proof.kind === 'message' ? proof.at.source : [])),
    );
    const counts = severity === 'error' ? errors : warnings;
    for (const index of seen) counts[index] = (counts[index] ?? 0) + 1;
  }
  return sources
    .map((source, index) => ({
      source,
      failed: source.calls?.failed ?? 0,
      errors: errors[index] ?? 0,
      warnings: warnings[index] ?? 0,
    }))
    .toSorted((a, b) => b.failed - a.failed || b.errors - a.errors || b.warnings - a.warnings);
}

const isTroubled = ({ failed, errors, warnings }: FileTrouble): boolean =>
  failed + errors + warnings > 0;

/** Of several files: which ones to look at first. Nothing where all of them went well. */
export function* filesSection(page: Page): Iterable<string> {
  const { report, words, format, palette, width } = page;
  if (report.sources.length < 2) return;
  const troubled = filesByTrouble(report).filter(isTroubled);
  if (troubled.length === 0) return;
  const { files } = words;
  const folder = commonFolder(report.sources.map(({ path }) => path));
  yield `${paint(heading(files.title), palette)}\n`;
  const shown = troubled.slice(0, MAX_FILES);
  const figures: Column[] = [
    { title: `  ${files.failed}`, align: 'right' },
    { title: files.calls, align: 'right' },
    { title: files.errors, align: 'right' },
    { title: files.warnings, align: 'right' },
    { title: files.from },
  ];
  const counts = shown.map((one) => figuresOf(one, page));
  const widths = columnWidths(figures, counts, Number.POSITIVE_INFINITY);
  const room = Math.max(
    MIN_PATH,
    widths.reduce((left, one) => left - one - COLUMN_GAP, width),
  );
  const rows = shown.map(({ source }, at) => [
    ...(counts[at] as Piece[]),
    piece(ending(source.path.slice(folder), room)),
  ]);
  yield* columnText([...figures, { title: files.file }], rows, [...widths, room], palette);
  const hidden = troubled.length - shown.length;
  const calm = report.sources.length - troubled.length;
  const rest = [
    ...(hidden > 0 ? [files.moreTroubled(hidden, format.integer(hidden))] : []),
    ...(calm > 0 ? [files.calm(calm, format.integer(calm))] : []),
  ];
  if (rest.length > 0) yield `${paint([dim(`  ${rest.join(' · ')}`)], palette)}\n`;
  yield '\n';
}

function figuresOf({ source, failed, errors, warnings }: FileTrouble, { format }: Page): Piece[] {
  const { start, calls } = source;
  const from = start === null ? '' : `${format.date(start)} ${format.clock(start).slice(0, 5)}`;
  return [
    piece(format.integer(failed), failed > 0 ? 'error' : undefined),
    piece(format.integer(calls?.seen ?? 0)),
    piece(format.integer(errors), errors > 0 ? 'error' : undefined),
    piece(format.integer(warnings), warnings > 0 ? 'warning' : undefined),
    dim(from),
  ];
}
