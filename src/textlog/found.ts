import type { Envelope } from './envelope.ts';

/** A message as it was found in a log, and what stood around it. Valid until the call that hands it on returns. */
export interface Found {
  /** The message as on the wire: CRLF between its rows, unless the log shows that there was a bare LF. */
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
  /** Row and byte offset of its start line. */
  readonly line: number;
  readonly offset: number;
  /** What announced it; null when nothing did. */
  readonly envelope: Envelope | null;
  /** Text in front of the start line in its row. */
  readonly prefixText: string;
  /** The rows behind the start line's have not all of that text. */
  readonly isGlued: boolean;
  /** Stamp that a wrapper gave. */
  readonly stamp: string;
  /** The last row before it that belonged to no message. */
  readonly near: string;
  /** Rows since the message before that belonged to none, the nearest first; none where an envelope announced it. */
  readonly above: readonly string[];
  /** False when it ended before its Content-Length. */
  readonly complete: boolean;
  /** No empty line ended its header fields. */
  readonly abrupt: boolean;
  /** It was longer than is kept. */
  readonly overflow: boolean;
}
