import { formatterFor } from '../../catalog/format.ts';
import type { Language } from '../../model/language.ts';
import { delayText } from '../delay.ts';
import { talkTime } from '../talk-time.ts';

/** How the page writes the figures of its rows: the one thing that it formats itself, row by row. */
export interface Cells {
  integer(value: number): string;
  /** A delay in ms; empty for none. */
  delay(ms: number | null): string;
  talk(ms: number | null): string;
  /** ms since 1970 as a clock time, with its date where `dated`. */
  time(ms: number | null, dated: boolean): string;
}

export function cellsFor(language: Language): Cells {
  const format = formatterFor(language);
  return {
    integer: (value) => format.integer(value),
    delay: (ms) => delayText(ms, format),
    talk: talkTime,
    time: (ms, dated) => {
      if (ms === null) return format.clock(null);
      const iso = new Date(ms).toISOString();
      return dated ? `${format.date(iso)} ${format.clock(iso)}` : format.clock(iso);
    },
  };
}
