import { expandPaths } from '../../input/paths.ts';
import { PLAN_WORDS } from '../../catalog/plan-words.ts';
import { formatterFor } from '../../catalog/format.ts';
import { loadGrammar } from '../../sip/grammar.ts';
import type { PlannedSource } from '../../batch/plan.ts';
import { commonFolder, ending } from '../../report/paths.ts';
import { type Column, COLUMN_GAP, columnText, columnWidths } from '../../report/columns.ts';
import { dim, paint, type Piece, piece, strong } from '../../report/line.ts';
import { addCommonOptions, type CommonFlags } from '../analysis-options.ts';
import { paletteFor } from '../colours.ts';
import type { AddCommand } from '../command.ts';
import { describeError } from '../describe-error.ts';
import { EXIT } from '../exit-codes.ts';
import { type Io, tableColumns, warn } from '../io.ts';
import { languageFrom } from '../language.ts';
import { writeOutput } from '../output.ts';
import { requirePaths } from '../read-report.ts';

/** Columns of a path in the narrowest terminal. */
const MIN_PATH = 16;

/** Milliseconds since 1970 as an ISO text. */
const isoOf = (us: number): string => new Date(us / 1000).toISOString();

function* planText(
  planned: readonly PlannedSource[],
  flags: CommonFlags,
  io: Io,
): Iterable<string> {
  const language = languageFrom(flags.lang, io.env);
  const words = PLAN_WORDS[language];
  const format = formatterFor(language);
  const palette = paletteFor(io.stdout, flags.color);
  const moment = (us: number | null): string =>
    us === null ? '' : `${format.date(isoOf(us))} ${format.clock(isoOf(us)).slice(0, 8)}`;
  const columns: Column[] = [
    { title: words.kind },
    { title: words.size, align: 'right' },
    { title: words.from },
    { title: words.to },
  ];
  const rows = planned.map(({ kind, compression, bytes, start, end }): Piece[] => [
    piece(compression === '' ? kind : `${kind} · ${compression}`),
    piece(bytes === null ? '' : format.bytes(bytes)),
    dim(moment(start)),
    dim(moment(end)),
  ]);
  const widths = columnWidths(columns, rows, Number.POSITIVE_INFINITY);
  const room = widths.reduce((left, one) => left - one - COLUMN_GAP, tableColumns(io));
  const folder = commonFolder(planned.map(({ path }) => path));
  const withNames = rows.map((row, at) => [
    ...row,
    piece(ending(planned[at]?.path.slice(folder) ?? '', Math.max(room, MIN_PATH))),
  ]);
  yield* columnText(
    [...columns, { title: words.file }],
    withNames,
    [...widths, Math.max(room, MIN_PATH)],
    palette,
  );
  const sum = planned.reduce((total, { bytes }) => total + (bytes ?? 0), 0);
  const starts = planned.flatMap(({ start }) => start ?? []);
  const ends = planned.flatMap(({ start, end }) => end ?? start ?? []);
  const [first, last] = [reduced(starts, Math.min), reduced(ends, Math.max)];
  const span = first === null || last === null ? '' : `, ${moment(first)} – ${moment(last)} UTC`;
  const all = words.all(planned.length, format.integer(planned.length), format.bytes(sum));
  yield `${paint([strong(all + span)], palette)}\n`;
}

function reduced(
  values: readonly number[],
  choose: (a: number, b: number) => number,
): number | null {
  const [first, ...rest] = values;
  return first === undefined ? null : rest.reduce((a, b) => choose(a, b), first);
}

export const addPlan: AddCommand = (program, io, finish) => {
  const command = program
    .command('plan')
    .summary('what each file is, its size and when it is from, without reading it whole')
    .description(
      'Looks at the beginning and end of each file: what it is, its size, its first and last time. The end of what is packed is not known before it is read.',
    )
    .argument('[path...]', 'captures, logs, folders (read recursively)');
  addCommonOptions(command).action(async (paths: string[], flags: CommonFlags) => {
    requirePaths(paths, 'siptriage plan day/');
    const [{ planOf, isUnreadable }, { files, errors }] = await Promise.all([
      import('../../batch/plan.ts'),
      expandPaths(paths),
      loadGrammar(),
    ]);
    const planned: PlannedSource[] = [];
    const problems = [...errors];
    for (const file of files) {
      try {
        planned.push(...(await planOf(file)));
      } catch (error) {
        if (!isUnreadable(error)) throw error;
        problems.push(error);
      }
    }
    if (planned.length > 0) await writeOutput(planText(planned, flags, io), undefined, io);
    for (const problem of problems) warn(io, describeError(problem));
    if (problems.some(({ path }) => paths.includes(path))) io.couldNotRead();
    finish(planned.length > 0 ? EXIT.analysed : EXIT.unusable);
  });
};
