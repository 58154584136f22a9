/** Parts of a clock that counts from the start of a device, as digits. */
export interface UptimeParts {
  readonly days?: string | undefined;
  readonly hours?: string | undefined;
  readonly minutes?: string | undefined;
  readonly seconds?: string | undefined;
  readonly millis?: string | undefined;
}

/** Seconds since the device started, with a fraction; '' when no part is given. */
export function uptimeOf({ days, hours, minutes, seconds, millis }: UptimeParts): string {
  if ((days ?? hours ?? minutes ?? seconds ?? millis) === undefined) return '';
  const whole =
    ((Number(days ?? 0) * 24 + Number(hours ?? 0)) * 60 + Number(minutes ?? 0)) * 60 +
    Number(seconds ?? 0);
  return (whole + Number(millis ?? 0) / 1000).toFixed(3);
}
