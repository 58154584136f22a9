import type { Block, Fact, Section, Sheet, Versus } from '../catalog/sheet.ts';
import type { RenderOptions } from './format.ts';
import { dim, EMPTY, type Line, lineWidth, paint, piece, strong } from './line.ts';
import { displayWidth, padded } from './width.ts';
import { wrap } from './wrap.ts';

const INDENT = 2;
const MAX_LABEL = 22;
const GAP = 2;
/** Two texts side by side need as much each; with less they stand one below the other. */
const MIN_HALF = 20;

/** Catalog texts mark what stands in a message with backticks. */
function prose(value: string): Line {
  return value.split('`').map((part, index) => piece(part, index % 2 === 1 ? 'accent' : undefined));
}

const margin = piece(' '.repeat(INDENT));

const labelColumn = (labels: readonly string[]): number =>
  Math.min(MAX_LABEL, Math.max(0, ...labels.map(displayWidth))) + GAP;

function textLines(value: string, width: number): Line[] {
  return wrap(prose(value), { width, first: [margin], indent: INDENT });
}

function* listLines(label: string | undefined, items: readonly string[], width: number) {
  const bullet = [margin, dim('• ')];
  if (label !== undefined) yield [margin, dim(label)];
  for (const item of items) {
    yield* wrap(prose(item), { width, first: bullet, indent: INDENT + 2 });
  }
}

function* factLines(rows: readonly Fact[], width: number): Iterable<Line> {
  const column = labelColumn(rows.map(({ label }) => label));
  for (const { label, value } of rows) {
    yield* wrap(prose(value), {
      width,
      first: [margin, dim(padded(label, column))],
      indent: INDENT + column,
    });
  }
}

/** Two texts side by side, each wrapped in its own half; in a narrow terminal one below the other. */
function* versusLines(
  heads: readonly [string, string],
  rows: readonly Versus[],
  width: number,
): Iterable<Line> {
  const [leftHead, rightHead] = heads;
  const column = labelColumn(rows.map(({ label }) => label));
  const half = Math.floor((width - INDENT - column - GAP) / 2);
  const widest = Math.max(
    ...[leftHead, rightHead, ...rows.flatMap(({ left, right }) => [left, right])].flatMap((text) =>
      text.split(/\s+/).map((word) => displayWidth(word.replaceAll('`', ''))),
    ),
  );
  if (half < Math.max(MIN_HALF, widest)) {
    yield* stackedLines(heads, rows, width);
    return;
  }
  const cells = (text: string): Line[] => wrap(prose(text), { width: half });
  const head = { label: '', left: leftHead, right: rightHead };
  for (const row of [head, ...rows]) {
    const [lefts, rights] = [cells(row.left), cells(row.right)];
    const style = row === head ? 'strong' : undefined;
    const shown = (line: Line = EMPTY): Line =>
      style === undefined ? line : line.map((part) => piece(part.text, style));
    for (let index = 0; index < Math.max(lefts.length, rights.length); index += 1) {
      const left = lefts[index] ?? EMPTY;
      yield [
        margin,
        dim(padded(index === 0 ? row.label : '', column)),
        ...shown(left),
        piece(' '.repeat(half + GAP - lineWidth(left))),
        ...shown(rights[index]),
      ];
    }
  }
}

function* stackedLines(
  heads: readonly [string, string],
  rows: readonly Versus[],
  width: number,
): Iterable<Line> {
  // Their codes are enough: the title has the names.
  const [leftCode = '', rightCode = ''] = heads.map((head) => head.split(' ', 1)[0]);
  for (const { label, left, right } of rows) {
    yield [margin, strong(label)];
    yield* factLines(
      [
        { label: leftCode, value: left },
        { label: rightCode, value: right },
      ],
      width,
    );
  }
}

function blockLines(block: Block, width: number): Iterable<Line> {
  switch (block.kind) {
    case 'text':
      return textLines(block.text, width);
    case 'list':
      return listLines(block.label, block.items, width);
    case 'facts':
      return factLines(block.rows, width);
    case 'versus':
      return versusLines(block.columns, block.rows, width);
  }
}

function* sectionLines({ heading, blocks }: Section, width: number): Iterable<Line> {
  yield EMPTY;
  yield [strong(heading)];
  for (const block of blocks) yield* blockLines(block, width);
}

/** A page of the catalog for the terminal. */
export function* renderSheet(sheet: Sheet, options: RenderOptions = {}): Iterable<string> {
  const { width = 80, colour } = options;
  const title = wrap([piece(sheet.title, 'accent'), dim(`  ${sheet.subtitle}`)], { width });
  for (const line of title) yield `${paint(line, colour)}\n`;
  for (const section of sheet.sections) {
    for (const line of sectionLines(section, width)) yield `${paint(line, colour)}\n`;
  }
}
