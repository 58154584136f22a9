/** What the stamps of a log do not tell. */
export interface ClockDoubt {
  /** The day or the year. */
  readonly day: boolean;
  readonly zone: boolean;
  /** When the clock began: it counts from the start of the device. */
  readonly start: boolean;
  /** They are missing, of whole seconds, or without a day: where another source has the same message, its time is better. */
  readonly coarse: boolean;
}
