/**
 * pcapng clocks: 64-bit ticks of an interface's own resolution → whole µs, exact without BigInt.
 * https://www.ietf.org/archive/id/draft-ietf-opsawg-pcapng-02.html §4.2 (if_tsresol, if_tsoffset).
 */

const WORD = 0x1_0000_0000;
const MICROS = 1_000_000;

/** The clock of one interface. One class with a plain fast path: it runs for every packet. */
export class Clock {
  /** Ticks per µs for the resolutions met in practice, 10⁻⁶ … 10⁻¹² s; 0 for the others. */
  readonly #divisor: number;
  readonly #offset: number;
  readonly #rare: (high: number, low: number) => number;

  /** `resolution` is the if_tsresol byte, `offsetSeconds` the if_tsoffset. */
  constructor(resolution: number, offsetSeconds: number) {
    this.#divisor = resolution >= 6 && resolution <= 12 ? 10 ** (resolution - 6) : 0;
    this.#offset = offsetSeconds * MICROS;
    this.#rare = rareClock(resolution);
  }

  /** Ticks since the epoch as two words → whole µs. */
  micros(high: number, low: number): number {
    const divisor = this.#divisor;
    if (divisor === 1) return high * WORD + low + this.#offset;
    if (divisor !== 0) return divide(high, low, divisor) + this.#offset;
    return this.#rare(high, low) + this.#offset;
  }
}

function rareClock(resolution: number): (high: number, low: number) => number {
  const exponent = resolution & 0x7f;
  if ((resolution & 0x80) !== 0) return (high, low) => binaryMicros(high, low, exponent);
  if (exponent > 12) return (high, low) => divideTwice(high, low, exponent);
  const scale = 10 ** (6 - exponent);
  return (high, low) => (high * WORD + low) * scale;
}

/** ⌊(high·2³² + low) / divisor⌋. The remainder stays below divisor·2³² < 2⁵³ as long as divisor ≤ 2²¹. */
function divide(high: number, low: number, divisor: number): number {
  const quotient = Math.floor(high / divisor);
  const rest = high - quotient * divisor;
  return quotient * WORD + Math.floor((rest * WORD + low) / divisor);
}

/** Resolutions finer than picoseconds: ⌊⌊x / 10⁶⌋ / 10ⁿ⌋, the first quotient kept as two words. */
function divideTwice(high: number, low: number, exponent: number): number {
  const quotientHigh = Math.floor(high / MICROS);
  const rest = high - quotientHigh * MICROS;
  const quotientLow = Math.floor((rest * WORD + low) / MICROS);
  const carried = Math.floor(quotientLow / WORD);
  const second = 10 ** (exponent - 12);
  if (second > MICROS) return Math.floor((quotientHigh * WORD + quotientLow) / second);
  return divide(quotientHigh + carried, quotientLow - carried * WORD, second);
}

/** Ticks of 2⁻ⁿ s. The fraction is cut to 32 bits first, so that fraction·10⁶ < 2⁵³. */
function binaryMicros(high: number, low: number, exponent: number): number {
  if (exponent <= 32) {
    const perSecond = 2 ** exponent;
    const fraction = low % perSecond;
    const seconds = high * (WORD / perSecond) + (low - fraction) / perSecond;
    return seconds * MICROS + Math.floor((fraction * MICROS) / perSecond);
  }
  const highPerSecond = 2 ** (exponent - 32);
  const fractionHigh = high % highPerSecond;
  const seconds = (high - fractionHigh) / highPerSecond;
  const fraction = Math.floor((fractionHigh * WORD + low) / highPerSecond);
  return seconds * MICROS + Math.floor((fraction * MICROS) / WORD);
}
