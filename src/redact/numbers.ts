import { Memory } from './memory.ts';
import type { Scrambler } from './scrambler.ts';

/** Numbers of so many digits are services (112, 911), and nobody's. */
const SERVICE = 3;
/** Digits of a subscriber within an area. */
const SUBSCRIBER = 6;
/** A number may keep as many at most: prefixes that are dialled before it, country, area. */
const MOST_KEPT = 12;
/** Longer runs of digits are no telephone numbers (E.164: 15, with what is dialled before them more). */
export const LONGEST_NUMBER = 32;

/** Numbers that go on from shorter ones and are remembered for it. */
const MAX_GOING_ON = 50_000;
/** Numbers whose pseudonym is remembered. */
const MAX_KNOWN = 200_000;

/** What stands for telephone numbers. */
export class Numbers {
  readonly #scrambler: Scrambler;
  /** By digits: those that were dialled in pieces. */
  readonly #goingOn = new Map<string, string>();
  readonly #known = new Memory<string>(MAX_KNOWN);

  constructor(scrambler: Scrambler) {
    this.#scrambler = scrambler;
  }

  /**
   * Another number of the same length that begins the same: country, area and operator stay, the subscriber's digits change. The same
   * digits at the end give the same, so `+84 91…`, `091…` and `900 84 91…` of one subscriber still match.
   */
  hide(text: string): string {
    const made = this.#digits(text.replace(/\D/g, ''));
    let at = 0;
    return text.replace(/\d/g, () => made.charAt(at++));
  }

  /** From now on the longer number begins with what stands for the shorter one. */
  goesOn(shorter: string, longer: string): void {
    if (this.#goingOn.size >= MAX_GOING_ON) this.#goingOn.clear();
    const rest = longer.slice(shorter.length);
    const made = this.#digits(shorter) + this.#scrambler.ending(rest, rest.length);
    this.#goingOn.set(longer, made);
  }

  #digits(digits: string): string {
    return (
      this.#goingOn.get(digits) ??
      this.#known.get(digits) ??
      this.#known.set(digits, this.#scrambler.ending(digits, hiddenDigits(digits.length)))
    );
  }
}

function hiddenDigits(length: number): number {
  if (length <= SERVICE) return 0;
  if (length <= SUBSCRIBER + 1) return length - 1;
  return Math.max(SUBSCRIBER, length - MOST_KEPT);
}

/** Digits with what stands between them for the eye (RFC 3966 §5.1.1), `*` and `#`. */
export function isNumber(text: string): boolean {
  return /^\+?[\d*#().-]+$/.test(text) && /\d/.test(text) && digitCount(text) <= LONGEST_NUMBER;
}

/** The same with blanks between. */
export function isSpacedNumber(text: string): boolean {
  return isNumber(text.replaceAll(' ', ''));
}

export function digitCount(text: string): number {
  return text.replace(/\D/g, '').length;
}
