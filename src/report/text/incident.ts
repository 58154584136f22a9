import type { Incident, IncidentScope, Twin } from '../../model/report.ts';
import type { Page } from '../context.ts';
import { dim, type Line, piece } from '../line.ts';
import { truncated } from '../width.ts';
import { wrap } from '../wrap.ts';

/** Values of a dimension that are named. */
const MAX_VALUES = 3;
/** Differences that are shown, and how many columns of each value. */
const MAX_DIFFERENCES = 4;
const VALUE_WIDTH = 60;

/** How much of the traffic it was, and which: put behind the time that it took. */
export function incidentFacts({ of, window, scope }: Incident, { words, format }: Page): string {
  const told = words.incident;
  const { attempts } = window;
  const share =
    of === 'call'
      ? told.window(format.integer(window.affected), format.integer(attempts))
      : told.windowOf(
          format.integer(window.affected),
          words.countOthers[of](attempts, format.integer(attempts)),
        );
  const onlyOf = of === 'call' ? told.only : told.onlyOther;
  // Where all that called were affected there is nothing to tell them from.
  const only = scope.find((one) => one.only && one.dimension !== 'code');
  const facts = [` (${share})`];
  if (only !== undefined && only.dimension !== 'code') {
    facts.push(`, ${onlyOf[only.dimension](valuesOf(only))}`);
    const every = scope.find((one) => !one.only && one.dimension !== 'code');
    if (every !== undefined && every.dimension !== 'code') {
      facts.push(`, ${told.every[every.dimension]}`);
    }
  }
  return facts.join('');
}

function valuesOf({ affected, more }: IncidentScope): string {
  const names = affected.slice(0, MAX_VALUES).map(({ value }) => (value === '' ? '–' : value));
  return names.length < affected.length + more.affected
    ? `${names.join(', ')} …`
    : names.join(', ');
}

/** The call that worked, and what differs. */
export function twinLines(twin: Twin, { words, format }: Page, room: number): Line[] {
  const told = words.incident;
  const { call, differences, moreDifferences } = twin;
  if (differences.length === 0) return wrap([piece(told.twinSame(call))], { width: room });
  const shown = differences.slice(0, MAX_DIFFERENCES);
  const more = differences.length - shown.length + moreDifferences;
  const value = (text: string | null): string =>
    text === null ? told.nothing : truncated(text, VALUE_WIDTH);
  const lines = shown.flatMap(({ name, failed, worked }) =>
    wrap(
      [
        piece(`${name}: `),
        dim(`${told.here} `),
        piece(value(failed)),
        dim(`, ${told.there} `),
        piece(value(worked)),
      ],
      { width: room, first: [dim('• ')], indent: 2 },
    ),
  );
  return [
    ...wrap([piece(told.twinDiffers(call))], { width: room }),
    ...lines,
    ...(more === 0 ? [] : [[dim(told.moreDifferences(more, format.integer(more)))]]),
  ];
}
