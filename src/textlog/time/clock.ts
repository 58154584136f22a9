import { usualClock } from './usual-clock.ts';

/** A stamp as a log prints it: what is not there is NaN. */
export interface Clock {
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** µs within the second. */
  micros: number;
  /** Minutes east of UTC. */
  zone: number;
  /** Whole µs since 1970-01-01 UTC, when the log counts so; then the other fields are NaN. */
  epoch: number;
  /** Digits behind the second. */
  digits: number;
}

/** Longest text that is searched for a stamp, in characters. */
const MAX_TEXT = 400;
const MONTHS = 'janfebmaraprmayjunjulaugsepoctnovdec';
const TIME = '(\\d{1,2})[:.](\\d\\d)[:.](\\d\\d)(?:[.,:](\\d{1,9}))?';
const ZONE = '(?: ?(Z|UTC|GMT(?:[+-]\\d\\d:?\\d\\d)?|[+-]\\d\\d:?\\d\\d|[A-Z]{3,4})(?![A-Za-z]))?';
const MONTH = '(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';

interface Form {
  readonly shape: RegExp;
  /** Which field each group is. */
  readonly fields: readonly Field[];
}

type Field =
  | 'year'
  | 'month'
  | 'day'
  | 'hour'
  | 'minute'
  | 'second'
  | 'fraction'
  | 'zone'
  | 'epoch';

const CLOCK: readonly Field[] = ['hour', 'minute', 'second', 'fraction', 'zone'];

/** The forms that logs use, the one that says most first. */
const FORMS: readonly Form[] = [
  {
    shape: new RegExp(
      `(?<!\\d)(\\d{4})[-/.](\\d\\d)[-/.](\\d\\d)(?:[T_ |/-]| {2}|\\t)${TIME}${ZONE}`,
    ),
    fields: ['year', 'month', 'day', ...CLOCK],
  },
  {
    shape: new RegExp(
      `(?<!\\d)(\\d{4})(\\d\\d)(\\d\\d)[T_ -]?(\\d\\d):?(\\d\\d):?(\\d\\d)(?:[.,](\\d{1,9}))?${ZONE}`,
    ),
    fields: ['year', 'month', 'day', ...CLOCK],
  },
  {
    shape: new RegExp(`${MONTH} +(\\d{1,2}),? (\\d{4})(?: @|,)? ${TIME}${ZONE}`),
    fields: ['month', 'day', 'year', ...CLOCK],
  },
  {
    shape: new RegExp(`(?<!\\d)(\\d{1,2})[ /-]${MONTH}[a-z]*[ /-](\\d{4})[ :]${TIME}${ZONE}`),
    fields: ['day', 'month', 'year', ...CLOCK],
  },
  {
    shape: new RegExp(`${MONTH} +(\\d{1,2}) ${TIME}(?: ([A-Z]{3,4}))? (\\d{4})(?!\\d)`),
    fields: ['month', 'day', ...CLOCK, 'year'],
  },
  {
    shape: new RegExp(`${MONTH} +(\\d{1,2}) ${TIME}${ZONE}`),
    fields: ['month', 'day', ...CLOCK],
  },
  {
    shape: new RegExp(`(?<!\\d)(\\d\\d)[/](\\d\\d)[/](\\d{4})(?:[ |:-]| {2})${TIME}${ZONE}`),
    fields: ['month', 'day', 'year', ...CLOCK],
  },
  {
    shape: new RegExp(`(?<!\\d)(\\d\\d)[-.](\\d\\d)[-.](\\d{4})[ :T-]${TIME}${ZONE}`),
    fields: ['day', 'month', 'year', ...CLOCK],
  },
  {
    shape: new RegExp(`(?<![\\d.])(\\d\\d)\\.(\\d\\d)\\.(\\d\\d) ${TIME}${ZONE}`),
    fields: ['day', 'month', 'year', ...CLOCK],
  },
  {
    shape: new RegExp(`(?<![\\d-])(\\d\\d)-(\\d\\d) ${TIME}`),
    fields: ['month', 'day', 'hour', 'minute', 'second', 'fraction'],
  },
  { shape: /(?<![\d.])(1\d{9}\.\d{1,9})(?![\d.])/, fields: ['epoch'] },
  {
    shape: /(?<![\d:.])(\d\d):(\d\d):(\d\d)(?:[.,:](\d{1,9}))?(?![\d:])/,
    fields: ['hour', 'minute', 'second', 'fraction'],
  },
  { shape: /^\s*(1\d{9})\s*$/, fields: ['epoch'] },
  // The first column of a table: milliseconds, microseconds or nanoseconds.
  { shape: /^\s*"?(1\d{12}(?:\d{3}){0,2})"?\s*(?:[,;\t]|$)/, fields: ['epoch'] },
];

/** The first stamp in the text, or null. */
export function findClock(text: string): Clock | null {
  const usual = usualClock(text);
  if (usual !== null) return usual;
  const searched = text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text;
  if (!/\d\d[:.]\d\d|\d{10}/.test(searched)) return null;
  for (const { shape, fields } of FORMS) {
    const match = shape.exec(searched);
    if (match === null) continue;
    const clock = clockOf(match, fields);
    if (clock !== null) return clock;
  }
  return null;
}

function clockOf(match: RegExpExecArray, fields: readonly Field[]): Clock | null {
  const clock: Clock = {
    year: Number.NaN,
    month: Number.NaN,
    day: Number.NaN,
    hour: Number.NaN,
    minute: Number.NaN,
    second: Number.NaN,
    micros: 0,
    zone: Number.NaN,
    epoch: Number.NaN,
    digits: 0,
  };
  for (const [index, field] of fields.entries()) {
    const text = match[index + 1];
    if (text === undefined) continue;
    if (field === 'month') clock.month = monthOf(text);
    else if (field === 'zone') clock.zone = zoneMinutes(text);
    else if (field === 'epoch') clock.epoch = epochOf(text);
    else if (field === 'fraction') {
      clock.micros = Number(text.padEnd(6, '0').slice(0, 6));
      clock.digits = text.length;
    } else if (field === 'year') clock.year = yearOf(text);
    else clock[field] = Number(text);
  }
  return isPossible(clock) ? clock : null;
}

function isPossible({ month, day, hour, minute, second, epoch }: Clock): boolean {
  if (Number.isFinite(epoch)) return true;
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  return hour < 24 && minute < 60 && second < 61;
}

/** Two digits are of this century: SIP is no older. */
function yearOf(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function monthOf(text: string): number {
  const at = MONTHS.indexOf(text.slice(0, 3).toLowerCase());
  return at < 0 ? Number(text) : at / 3 + 1;
}

/** Seconds with a fraction, or smaller units without one, as whole µs without rounding errors. */
function epochOf(text: string): number {
  const [seconds = '', fraction = ''] = text.split('.');
  if (seconds.length > 10) return Number(seconds.slice(0, 16).padEnd(16, '0'));
  return Number(seconds) * 1_000_000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}

/** Abbreviations that mean one thing wherever SIP logs come from; others are left to `--log-zone`. */
const ABBREVIATIONS: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  EST: -300,
  EDT: -240,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  JST: 540,
  AEST: 600,
  AEDT: 660,
};

/** Minutes east of UTC: `+02:00`, `GMT+0100`, `Z`, `CEST`; NaN for a name that is not unique. */
export function zoneMinutes(text: string): number {
  const match = /([+-])(\d\d):?(\d\d)$/.exec(text);
  if (match === null) return ABBREVIATIONS[text] ?? Number.NaN;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}
