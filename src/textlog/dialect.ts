import type { Frames } from './rewriting/frame.ts';

/** One end of a flow as a log writes it. */
export interface Place {
  /** IP address or host name; lower case, without brackets. */
  readonly address: string;
  readonly port: number;
}

/**
 * What a log says about the message that follows. A pattern's named groups become these fields (`facts.ts`); a dialect may
 * set them itself in `read`. All text is as it stands in the row.
 */
export interface Facts {
  /** Any stamp that `time/clock.ts` reads, or seconds since 1970 with a fraction. */
  time?: string;
  /** The day alone, where time and day stand apart. */
  date?: string;
  /** Seconds since the device started, with a fraction: for logs whose clock counts so. Only used where nothing tells more. */
  uptime?: string;
  /** Word that tells the direction, e.g. `Received`, `TX`, `<<<` (`ways.ts`). */
  way?: string;
  /** True: the host that keeps the log sent it. Overrides `way`. */
  sent?: boolean;
  /** Both ends, `host:port`; a `…Port` group is appended to its host. */
  from?: string;
  fromPort?: string;
  to?: string;
  toPort?: string;
  /** The ends as seen from the host that keeps the log: from and to follow from the direction. */
  local?: string;
  localPort?: string;
  remote?: string;
  remotePort?: string;
  transport?: string;
  /** Bytes on the wire (CRLF line ends). */
  size?: string;
  /** The log has cut the message within rows that look whole. */
  cut?: boolean;
}

/** One row that announces a message, or tells something about the one that follows. */
export interface Pattern {
  /**
   * Literal that every such row contains, 3 bytes or longer and as rare as possible: rows without it are never looked at.
   * The first three bytes are what is searched for.
   */
  readonly mark: string;
  /** Read on rows with the mark only, anywhere in the row. Must not backtrack badly: rows are hostile. */
  readonly row: RegExp;
  /** Corrects or completes what the groups gave; null: not an envelope after all. */
  readonly read?: (facts: Facts, match: RegExpExecArray) => Facts | null;
  /** Rows of anything look like this: alone it does not tell whose log this is. */
  readonly weak?: boolean;
  /** Only adds to the facts of the envelope that is open in this dialect: the second row of a long envelope. */
  readonly adds?: boolean;
  /** The message may be glued in front of it, without a line end. */
  readonly glued?: boolean;
  /**
   * Only behind an open envelope of one of these dialects: the message is this dialect's, and keeps what that envelope told. For
   * tools that print one header row above several forms of the message.
   */
  readonly behind?: readonly string[];
  /**
   * The message in full, if this row holds it: its rows, line ends and escapes undone; or several, each with its own facts. `row`
   * is the whole row, however long.
   */
  readonly text?: (match: RegExpExecArray, row: string) => string | readonly Whole[] | null;
}

/** A message that stands in one row, and what the row says about it. */
export interface Whole {
  readonly text: string;
  readonly facts: Facts;
}

/**
 * Turns the rows of one block into rows of the message. Called with null when the block is over; false says that this row is
 * no part of the block, which ended before it.
 */
export type Rewrite = (row: string | null) => string | readonly string[] | null | false;

/** One way in which SIP is written into text. All of it is data and small pure functions. */
export interface Dialect {
  readonly id: string;
  readonly patterns: readonly Pattern[];
  /** A row, trimmed, that ends the message. Without it: Content-Length, the next envelope, the next start line. */
  readonly end?: RegExp;
  /**
   * For dialects that print a message in another form (hex dump, tree, XML, cut rows): made anew for each envelope, and given
   * every row behind it until `end`, the next envelope or the message's end. Rows are one character a byte. `match` is that of the
   * envelope's row; `facts` are what it told, and may be completed until the message is handed over; `row` is the whole row; `frames`
   * reads frames, those of the whole log.
   */
  readonly rewrite?: (match: RegExpExecArray, facts: Facts, row: string, frames: Frames) => Rewrite;
  /** The envelope stands above a whole series of messages, and `rewrite` changes the facts before each of them. */
  readonly session?: boolean;
  /** Literals that announce messages which do not contain `SIP/2.0` as text (hex). */
  readonly triggers?: readonly string[];
  /** Finds the `time` in the row above the envelope, for dialects that print it there. */
  readonly above?: RegExp;
  /** What stands in front of the envelope may name the ends, in one of the ways of unknown logs. */
  readonly endsInFront?: boolean;
  /** Rows between envelope and start line that are tolerated; 4 unless told. */
  readonly gap?: number;
}
