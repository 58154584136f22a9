/** SIP-date (RFC 3261 §20.17): RFC 1123 form, English names, and no time zone but GMT. */
const SHAPE =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d{2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d{2}):(\d{2}):(\d{2}) GMT$/;

/** µs since 1970-01-01 UTC, or null when it is not a SIP-date. */
export function parseSipDate(text: string): number | null {
  const match = SHAPE.exec(text.trim());
  if (match === null) return null;
  const [day, hour, minute, second] = [2, 5, 6, 7].map((group) => Number(match[group]));
  if (!within(day, 1, 31) || !within(hour, 0, 23) || !within(minute, 0, 59)) return null;
  // A leap second is legal.
  if (!within(second, 0, 60)) return null;
  return Date.parse(text.trim().replace(/:60 /, ':59 ')) * 1000;
}

function within(value: number | undefined, low: number, high: number): boolean {
  return value !== undefined && value >= low && value <= high;
}
