/** One row of a log, without its line end: a view that is valid until the next row. */
export interface Row {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  /** It ended in CR LF. */
  readonly cr: boolean;
  /** Where `SIP/2.0` first stands in it, -1 when it does not. */
  readonly version: number;
  /** 1-based line in the source. */
  readonly line: number;
  readonly offset: number;
  /** What a wrapper said about the time; '' for none. */
  readonly stamp: string;
}

/** A row with nothing in it. */
export const NO_ROW: Row = {
  bytes: new Uint8Array(0),
  start: 0,
  end: 0,
  cr: false,
  version: -1,
  line: 0,
  offset: 0,
  stamp: '',
};
