import type { Language } from '../model/language.ts';

/** Numbers, durations and times as a reader of the language writes them. */
export interface Formatter {
  readonly language: Language;
  /** `12345` → `12,345` or `12.345`. */
  integer(value: number): string;
  /** At most `digits` decimals, no trailing zeros. */
  decimal(value: number, digits: number): string;
  /** Always `digits` decimals, for columns. */
  fixed(value: number, digits: number): string;
  /** A share between 0 and 1 as whole per cent. */
  percent(share: number): string;
  /** A duration in µs, in the largest unit that keeps it readable. */
  duration(us: number): string;
  durationMs(ms: number): string;
  bytes(count: number): string;
  /** `14:03:07.250` out of an ISO 8601 time, a dash for no time; the zone (UTC) is said once per page. */
  clock(iso: string | null): string;
  /** `2026-11-22`, or `22/11/2026`. */
  date(iso: string): string;
  /** `a, b and c`. */
  list(items: readonly string[]): string;
}

interface Conventions {
  readonly point: string;
  readonly thousands: string;
  readonly seconds: string;
  readonly minutes: string;
  readonly hours: string;
  readonly days: string;
  readonly and: string;
  readonly percent: string;
  date(year: string, month: string, day: string): string;
}

const CONVENTIONS: Record<Language, Conventions> = {
  en: {
    point: '.',
    thousands: ',',
    seconds: 's',
    minutes: 'min',
    hours: 'h',
    days: 'd',
    and: 'and',
    percent: '%',
    date: (year, month, day) => `${year}-${month}-${day}`,
  },
  vi: {
    point: ',',
    thousands: '.',
    seconds: 'giây',
    minutes: 'phút',
    hours: 'giờ',
    days: 'ngày',
    and: 'và',
    percent: '%',
    date: (year, month, day) => `${day}/${month}/${year}`,
  },
};

const BYTE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];
const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

function build(language: Language): Formatter {
  const say = CONVENTIONS[language];

  const integer = (value: number): string =>
    String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, say.thousands);

  const decimal = (value: number, digits: number): string => {
    const [whole = '0', fraction = ''] = Math.abs(value).toFixed(digits).split('.');
    const kept = fraction.replace(/0+$/, '');
    const sign = value < 0 ? '-' : '';
    return `${sign}${integer(Number(whole))}${kept === '' ? '' : say.point + kept}`;
  };

  const twoUnits = (seconds: number, size: number, large: string, small: string, step: number) => {
    const steps = Math.round(seconds / step);
    const perLarge = size / step;
    const rest = steps % perLarge;
    const head = `${integer(Math.floor(steps / perLarge))} ${large}`;
    return rest === 0 ? head : `${head} ${rest} ${small}`;
  };

  const duration = (us: number): string => {
    if (us < 0) return `-${duration(-us)}`;
    if (us < 999_500)
      return `${us > 0 && us < 1000 ? decimal(us / 1000, 1) : integer(us / 1000)} ms`;
    const seconds = us / 1e6;
    if (seconds < 59.95) return `${decimal(seconds, 1)} ${say.seconds}`;
    if (seconds < HOUR - 0.5) return twoUnits(seconds, MINUTE, say.minutes, say.seconds, 1);
    if (seconds < DAY) return twoUnits(seconds, HOUR, say.hours, say.minutes, MINUTE);
    return twoUnits(seconds, DAY, say.days, say.hours, HOUR);
  };

  return {
    language,
    integer,
    decimal,
    duration,
    fixed: (value, digits) => value.toFixed(digits).replace('.', say.point),
    percent: (share) => `${share > 0 && share < 0.01 ? '<1' : integer(share * 100)} ${say.percent}`,
    durationMs: (ms) => duration(ms * 1000),
    bytes: (count) => {
      let value = count;
      let unit = 0;
      while (value >= 999.5 && unit < BYTE_UNITS.length - 1) {
        value /= 1000;
        unit += 1;
      }
      return `${decimal(value, unit > 0 && value < 10 ? 1 : 0)} ${BYTE_UNITS[unit] ?? ''}`;
    },
    clock: (iso) => iso?.slice(11, 23).replace('.', say.point) ?? '–',
    date: (iso) => say.date(iso.slice(0, 4), iso.slice(5, 7), iso.slice(8, 10)),
    list: (items) =>
      items.length < 2
        ? items.join('')
        : `${items.slice(0, -1).join(', ')} ${say.and} ${items.at(-1) ?? ''}`,
  };
}

const FORMATTERS: Record<Language, Formatter> = { en: build('en'), vi: build('vi') };

export function formatterFor(language: Language): Formatter {
  return FORMATTERS[language];
}
