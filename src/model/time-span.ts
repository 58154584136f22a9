/** A time in which packets or messages kept coming, µs. */
export interface TimeSpan {
  readonly first: number;
  readonly last: number;
}
