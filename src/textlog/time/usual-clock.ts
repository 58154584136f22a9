import type { Clock } from './clock.ts';

/**
 * The two stamps that most rows have, read character by character: a whole date and time (`2026-03-01 10:00:00.123`) where the
 * text's first digits are, or a text that is nothing but a time of day. Null for everything else, a named zone too: the
 * expressions of `clock.ts` say what that is.
 */
export function usualClock(text: string): Clock | null {
  let at = 0;
  const { length } = text;
  while (at < length && !isDigit(text, at)) at += 1;
  if (at + 8 > length) return null;
  if (at === 0 && text.charCodeAt(2) === COLON) return timeAt(text, 0, NaN, NaN, NaN, true);
  const year = number(text, at, 4);
  const month = number(text, at + 5, 2);
  const day = number(text, at + 8, 2);
  const hasDate = isDivider(text, at + 4) && isDivider(text, at + 7) && isBetween(text, at + 10);
  if (!hasDate || !(year >= 0) || !(month >= 1 && month <= 12) || !(day >= 1 && day <= 31)) {
    return null;
  }
  return timeAt(text, at + 11, year, month, day, false);
}

const COLON = 58;

function timeAt(
  text: string,
  at: number,
  year: number,
  month: number,
  day: number,
  alone: boolean,
): Clock | null {
  const hour = number(text, at, 2);
  const minute = number(text, at + 3, 2);
  const second = number(text, at + 6, 2);
  if (text.charCodeAt(at + 2) !== COLON || text.charCodeAt(at + 5) !== COLON) return null;
  if (!(hour < 24) || !(minute < 60) || !(second < 61)) return null;
  let micros = 0;
  let digits = 0;
  let end = at + 8;
  if (isFraction(text, end) && isDigit(text, end + 1)) {
    for (end += 1; digits < 9 && isDigit(text, end); end += 1, digits += 1) {
      if (digits < 6) micros = micros * 10 + text.charCodeAt(end) - 48;
    }
    for (let place = digits; place < 6; place += 1) micros *= 10;
  }
  if (alone ? end !== text.length : mayBeZone(text, end)) return null;
  return { year, month, day, hour, minute, second, micros, zone: NaN, epoch: NaN, digits };
}

/** NaN where there are not as many digits. */
function number(text: string, at: number, digits: number): number {
  let value = 0;
  for (let index = at; index < at + digits; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}

/** `-`, `.` or `/`. */
function isDivider(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 45 && code <= 47;
}

/** A blank, `T`, `_`, `|`, `/` or `-`. */
function isBetween(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 84 || code === 95 || code === 124 || code === 47 || code === 45;
}

/** `.`, `,` or `:`. */
function isFraction(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 46 || code === 44 || code === COLON;
}

/** A capital or a sign, behind a blank or not; another digit, too. */
function mayBeZone(text: string, at: number): boolean {
  const code = text.charCodeAt(text.charCodeAt(at) === 32 ? at + 1 : at);
  return (code >= 65 && code <= 90) || code === 43 || code === 45 || isDigit(text, at);
}
