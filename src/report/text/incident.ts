import type { Incident, IncidentScope, Twin } from '../../model/report.ts';
import type { Page } from '../context.ts';
import { dim, type Line, piece } from '../line.ts';
import { named } from '../named.ts';
import { truncated } from '../width.ts';
import { wrap } from '../wrap.ts';

/** Values of a dimension that are named. */
const MAX_VALUES = 5;
/** Differences that are shown, and how many columns of each value. */
const MAX_DIFFERENCES = 4;
const VALUE_WIDTH = 60;

/** How many of all that began between its first and its last one. */
export function windowText({ of, window }: Incident, { words, format }: Page): string {
  const { attempts } = window;
  const [affected, all] = [format.integer(window.affected), format.integer(attempts)];
  return of === 'call'
    ? words.incident.window(affected, all)
    : words.incident.windowOf(affected, words.countOthers[of](attempts, all));
}

/** How much of the traffic it was, and which: put behind the time that it took. */
export function incidentFacts(incident: Incident, page: Page): string {
  const { of, scope } = incident;
  const told = page.words.incident;
  // Where all that called were affected there is nothing to tell them from.
  const only = scope.flatMap((one) =>
    one.only && one.dimension !== 'code' ? [told.sharing[one.dimension](valuesOf(one, page))] : [],
  );
  const facts = [` (${windowText(incident, page)})`];
  if (only.length > 0) {
    const values = only.join(', ');
    facts.push(`, ${of === 'call' ? told.only(values) : told.onlyOther(values)}`);
    const every = scope.find((one) => !one.only && one.dimension !== 'code');
    if (every !== undefined && every.dimension !== 'code') {
      facts.push(`, ${told.every[every.dimension]}`);
    }
  }
  return facts.join('');
}

function valuesOf({ affected, more }: IncidentScope, { report }: Page): string {
  const names = affected
    .slice(0, MAX_VALUES)
    .map(({ value }) => (value === '' ? '–' : named(value, report)));
  return names.length < affected.length + more.affected
    ? `${names.join(', ')} …`
    : names.join(', ');
}

/** Which call worked, when, and whether its INVITE differs. */
export function twinTitle({ call, start, differences }: Twin, { words, format }: Page): string {
  const which = start === null ? call : `${call} (${format.clock(start)})`;
  const { twinSame, twinDiffers } = words.incident;
  return differences.length === 0 ? twinSame(which) : twinDiffers(which);
}

/** The call that worked, and what differs. */
export function twinLines(twin: Twin, page: Page, room: number): Line[] {
  const { words, format } = page;
  const told = words.incident;
  const { differences, moreDifferences } = twin;
  const title = twinTitle(twin, page);
  if (differences.length === 0) return wrap([piece(title)], { width: room });
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
    ...wrap([piece(title)], { width: room }),
    ...lines,
    ...(more === 0 ? [] : [[dim(told.moreDifferences(more, format.integer(more)))]]),
  ];
}
