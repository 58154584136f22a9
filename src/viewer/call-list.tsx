import type { ComponentChildren, TargetedKeyboardEvent } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { CallRow } from '../report/html/page-data.ts';
import { type ColumnId, COLUMNS, select, sort, type Sorting, type Tone } from './call-order.ts';
import { cells, fill, labels, page, rows } from './data.ts';
import { hrefOf } from './route.ts';
import { scrollTo, windowOf } from './window-rows.ts';

interface Props {
  /** Number of the problem whose calls are shown. */
  readonly problem: number | null;
  readonly onProblem: (problem: number | null) => void;
  /** False behind an open call. */
  readonly active: boolean;
}

const TONES: readonly (readonly [Tone, string])[] = [
  ['failure', labels.toneFailure],
  ['people', labels.tonePeople],
  ['good', labels.toneGood],
  ['aside', labels.toneAside],
];

/** Several days: the clock alone would mislead. */
const DATED = (() => {
  const days = new Set<number>();
  for (const [, , , start] of rows) {
    if (start !== null) days.add(Math.floor((page.origin + start) / 86_400_000));
  }
  return days.size > 1;
})();

function Cells({ row }: { readonly row: CallRow }) {
  const [, from, to, start, outcome, code, pdd, talk, rule] = row;
  const shown = page.rowOutcomes[outcome];
  const rules = page.rules[rule];
  return (
    <>
      <span role="gridcell" class="c-time">
        {cells.time(start === null ? null : page.origin + start, DATED)}
      </span>
      <span role="gridcell" class="c-from">
        {from}
      </span>
      <span role="gridcell" class="c-to">
        {to}
      </span>
      <span role="gridcell" class={`c-outcome tone-${shown?.tone ?? 'aside'}`}>
        {shown?.label}
      </span>
      <span role="gridcell" class="c-code">
        {code === 0 ? '' : code}
      </span>
      <span role="gridcell" class="c-pdd">
        {cells.delay(pdd)}
      </span>
      <span role="gridcell" class="c-talk">
        {cells.talk(talk)}
      </span>
      <span role="gridcell" class={`c-rule tone-${rules?.tone ?? 'dim'}`}>
        {rules?.id ?? ''}
      </span>
    </>
  );
}

interface GridProps {
  readonly shown: readonly number[];
  readonly active: boolean;
  /** The head of the list, which stays in sight. */
  readonly children: ComponentChildren;
}

/** Every call on a line of its own; only those in sight are in the page. */
function Grid({ shown, active, children }: GridProps) {
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [size, setSize] = useState({ height: 480, row: 28 });
  const [current, setCurrent] = useState(0);
  useLayoutEffect(() => {
    const at = box.current;
    if (at === null) return;
    const measure = (): void => {
      const row = Number.parseFloat(getComputedStyle(at).getPropertyValue('--row')) || 28;
      const head = at.firstElementChild?.clientHeight ?? 0;
      setSize({ height: Math.max(row, at.clientHeight - head), row });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(at);
    measure();
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    setCurrent(0);
    setTop(0);
    box.current?.scrollTo(0, 0);
  }, [shown]);
  const { first, end } = windowOf(top, size.height, size.row, shown.length);
  const move = (to: number): void => {
    const next = Math.max(0, Math.min(shown.length - 1, to));
    setCurrent(next);
    const at = box.current;
    if (at !== null) at.scrollTop = scrollTo(next, at.scrollTop, size.height, size.row);
  };
  const open = (index: number): void => {
    const id = rows[shown[index] ?? -1]?.[0];
    if (id !== undefined) location.hash = hrefOf(id);
  };
  const pageful = Math.max(1, Math.floor(size.height / size.row) - 1);
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => move(current + 1),
    ArrowUp: () => move(current - 1),
    PageDown: () => move(current + pageful),
    PageUp: () => move(current - pageful),
    Home: () => move(0),
    End: () => move(shown.length - 1),
    Enter: () => open(current),
  };
  const press = (event: TargetedKeyboardEvent<HTMLDivElement>): void => {
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : undefined;
    // The titles of the columns have keys of their own.
    if (act === undefined || event.target !== event.currentTarget) return;
    event.preventDefault();
    act();
  };
  useEffect(() => {
    if (active) box.current?.scrollTo(0, top);
  }, [active]);
  return (
    <div
      ref={box}
      class="rows"
      tabIndex={0}
      role="grid"
      id="call-grid"
      aria-label={labels.calls}
      aria-rowcount={shown.length}
      aria-activedescendant={shown.length > 0 ? `row-${current}` : undefined}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={press}
    >
      {children}
      <div class="all-rows" style={{ height: `${shown.length * size.row}px` }}>
        {shown.slice(first, end).map((number, offset) => {
          const index = first + offset;
          const row = rows[number];
          if (row === undefined) return null;
          return (
            <div
              key={row[0]}
              id={`row-${index}`}
              role="row"
              aria-rowindex={index + 1}
              aria-selected={index === current}
              class={index === current ? 'row current' : 'row'}
              style={{ top: `${index * size.row}px` }}
              onClick={() => {
                setCurrent(index);
                open(index);
              }}
            >
              <Cells row={row} />
            </div>
          );
        })}
      </div>
      {shown.length === 0 && <p class="none">{labels.noMatch}</p>}
    </div>
  );
}

interface HeadProps {
  readonly column: ColumnId;
  readonly sorting: Sorting;
  readonly onSort: (column: ColumnId) => void;
}

/** The title of a column: sorts by it, and says which way it is sorted. */
function Head({ column, sorting, onSort }: HeadProps) {
  const sorted = sorting.column === column;
  const order = sorting.down ? 'descending' : 'ascending';
  return (
    <span role="columnheader" class={`c-${column}`} aria-sort={sorted ? order : 'none'}>
      <button type="button" class={sorted ? 'sorted' : ''} onClick={() => onSort(column)}>
        {page.columns[column]}
        <span class="order" aria-hidden="true">
          {sorted ? (sorting.down ? '▼' : '▲') : ''}
        </span>
      </button>
    </span>
  );
}

/** The calls of the report: filtered, sorted, opened with a click or Enter. */
export function CallList({ problem, onProblem, active }: Props) {
  const [text, setText] = useState('');
  const [tone, setTone] = useState<Tone | null>(null);
  const [sorting, setSorting] = useState<Sorting>({ column: 'time', down: false });
  const input = useRef<HTMLInputElement>(null);
  const found = useMemo(() => select(rows, { text, tone, problem }, page), [text, tone, problem]);
  const shown = useMemo(() => sort(found, rows, sorting, page), [found, sorting]);
  const counts = useMemo(() => {
    const all = select(rows, { text, tone: null, problem }, page);
    const byTone = new Map<Tone, number>();
    for (const index of all) {
      const of = page.rowOutcomes[rows[index]?.[4] ?? -1]?.tone;
      if (of !== undefined) byTone.set(of, (byTone.get(of) ?? 0) + 1);
    }
    return byTone;
  }, [text, problem]);

  useEffect(() => {
    if (!active) return;
    const slash = (event: KeyboardEvent): void => {
      const inField =
        event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
      if (event.key !== '/' || inField) return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener('keydown', slash);
    return () => removeEventListener('keydown', slash);
  }, [active]);

  if (rows.length === 0) return null;
  const sortBy = (column: ColumnId): void =>
    setSorting((now) => ({ column, down: now.column === column && !now.down }));
  const fromFilter = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Escape') setText('');
    else if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      document.getElementById('call-grid')?.focus();
    }
  };
  const chosen = problem === null ? undefined : page.problems[problem];
  return (
    <section id="calls" aria-labelledby="calls-title">
      <h2 id="calls-title">
        {labels.calls}{' '}
        <span class="count" role="status">
          {fill(labels.shown, {
            shown: cells.integer(shown.length),
            all: cells.integer(page.callCount),
          })}
        </span>
      </h2>
      <div class="controls">
        <input
          ref={input}
          type="search"
          aria-label={labels.filter}
          placeholder={`${labels.filter}: ${labels.filterHint}`}
          spellcheck={false}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={fromFilter}
        />
        <div class="chips" role="group" aria-label={page.columns.outcome}>
          {TONES.filter(([id]) => counts.has(id) || tone === id).map(([id, name]) => (
            <button
              key={id}
              type="button"
              aria-pressed={tone === id}
              onClick={() => setTone(tone === id ? null : id)}
            >
              <span class={`swatch fill-${id}`} aria-hidden="true" /> {name}{' '}
              <b>{cells.integer(counts.get(id) ?? 0)}</b>
            </button>
          ))}
          {chosen !== undefined && (
            <button
              type="button"
              aria-pressed="true"
              class="of-problem"
              onClick={() => onProblem(null)}
            >
              {(problem ?? 0) + 1}. {chosen.finding.title} ✕
            </button>
          )}
        </div>
      </div>
      <div class={DATED ? 'table dated' : 'table'}>
        <Grid shown={shown} active={active}>
          <div class="head-row" role="row">
            {COLUMNS.map((column) => (
              <Head key={column} column={column} sorting={sorting} onSort={sortBy} />
            ))}
          </div>
        </Grid>
      </div>
      <p class="hint">{labels.keys}</p>
    </section>
  );
}
