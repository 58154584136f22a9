import { COATS } from '../../textlog/coats.ts';
import type { Mutator } from '../mutator.ts';
import type { Random } from '../random.ts';

/** A log of more rows than this is damaged by what is cheaper. */
const MOST_ROWS = 20_000;

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytesOf = (log: string): Uint8Array => new Uint8Array(Buffer.from(log, 'latin1'));

type Rows = (rows: string[], random: Random, other: () => string[]) => string[];

const onRows = (id: string, change: Rows): Mutator => ({
  id,
  apply(bytes, random, other) {
    const rows = text(bytes).split('\n');
    if (rows.length > MOST_ROWS) return bytes.slice();
    return bytesOf(change(rows, random, () => text(other()).split('\n')).join('\n'));
  },
});

/** Rows that were lost, came twice, or in another order. */
const moved = onRows('rows-moved', (rows, random) => {
  const at = random.below(rows.length);
  const count = 1 + random.below(4);
  if (random.chance(0.4)) return rows.toSpliced(at, count);
  const piece = rows.slice(at, at + count);
  const rest = random.chance(0.5) ? rows : rows.toSpliced(at, count);
  return rest.toSpliced(random.below(rest.length + 1), 0, ...piece);
});

/** Rows that were cut, torn in two, or lost their line end. */
const torn = onRows('rows-torn', (rows, random) => {
  const copy = [...rows];
  for (let left = 1 + random.below(5); left > 0; left -= 1) {
    const at = random.below(copy.length);
    const row = copy[at] ?? '';
    const cut = random.below(row.length + 1);
    if (random.chance(0.3)) copy[at] = row.slice(0, cut);
    else if (random.chance(0.5)) copy.splice(at, 1, row.slice(0, cut), row.slice(cut));
    else copy.splice(at, 2, row + (copy[at + 1] ?? ''));
  }
  return copy;
});

/** Two logs written into one file at the same time. */
const mixed = onRows('rows-mixed', (rows, random, other) => {
  const foreign = other().slice(0, MOST_ROWS);
  const most = 1 + random.below(6);
  const out: string[] = [];
  for (const row of rows) {
    out.push(row);
    if (random.chance(0.5)) out.push(...foreign.splice(0, random.below(most)));
  }
  return out;
});

/** Packed in one of the things that people's tools pack logs in. */
const packed: Mutator = {
  id: 'packed',
  apply: (bytes, random) => bytesOf(random.pick(Object.values(COATS))(text(bytes))),
};

/** A row, or a run of blanks, brackets or digits in it, much longer than any. */
const stretched = onRows('rows-stretched', (rows, random) => {
  const at = random.below(rows.length);
  const row = rows[at] ?? '';
  const cut = random.below(row.length + 1);
  const filling = random.pick([
    ' ',
    'x',
    '0',
    '[',
    '"',
    '\\',
    '> ',
    'a:',
    '1:',
    '::1',
    '\t',
    '-',
    '.',
  ]);
  const long = row.slice(0, cut) + filling.repeat(random.below(20_000)) + row.slice(cut);
  return rows.toSpliced(at, 1, long);
});

/** Damage that only logs suffer. */
export const LOG_MUTATORS: readonly Mutator[] = [moved, torn, mixed, packed, stretched];
