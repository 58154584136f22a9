/** What a wrapper's row carries: the row or rows that were wrapped. */
export interface Unwrapped {
  /** One character a byte; may hold several lines. */
  readonly text: string;
  /** Stamp that the wrapper put beside it, as text. */
  readonly stamp?: string;
  /** The text goes on in the next row: there was no line end. */
  readonly open?: boolean;
  /** What else the row carries behind this, each with its own stamp. */
  readonly rest?: readonly Unwrapped[];
  /** Its number among the rows of its log, and which counter it is: gaps are rows that were lost. */
  readonly serial?: { readonly value: number; readonly of: string };
}

/**
 * A form in which one row of a log is packed row by row, whatever the log is. Wrappers that only put text in front of each row need
 * none: the assembler learns such prefixes by itself.
 */
export interface Wrapper {
  readonly id: string;
  /** Literal that every wrapped row contains: others are never looked at. */
  readonly mark: string;
  /** How `SIP/2.0` looks inside, where that is not as text: seven bytes or more, each costs. */
  readonly triggers?: readonly string[];
  /** The row without the wrapper; null when it is not wrapped after all. */
  readonly unwrap: (row: string) => Unwrapped | null;
}
