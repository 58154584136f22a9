/** What the reader tolerated in one message: each deviation is a named bit, so that a rule can report it. */
export const LENIENCY = {
  /** CRLFs (keep-alives) before the start line (RFC 3261 §7.5). */
  leadingCrlf: 1 << 0,
  /** Lines that end in LF without CR. */
  bareLf: 1 << 1,
  /** A header field continued on the next line (§7.3.1). */
  folding: 1 << 2,
  /** Space between field name and colon (allowed, but breaks some parsers). */
  spaceBeforeColon: 1 << 3,
  /** Compact field names (§7.3.3). */
  compactForm: 1 << 4,
  /** No Content-Length field. */
  noContentLength: 1 << 5,
  /** Content-Length is not a number. */
  badContentLength: 1 << 6,
  /** Content-Length promises more than the datagram holds (§18.3). */
  bodyTooShort: 1 << 7,
  /** Bytes after the end that Content-Length declares. */
  bodyTooLong: 1 << 8,
  /** The message ends before the empty line. */
  noEmptyLine: 1 << 9,
  /** A line among the header fields without a colon. */
  lineWithoutColon: 1 << 10,
  /** A second From, To, Call-ID, CSeq or Content-Length. */
  repeatedField: 1 << 11,
  /** Start line without or with another version than SIP/2.0. */
  badVersion: 1 << 12,
  /** Start line with blanks in the wrong place. */
  badStartLine: 1 << 13,
  /** Call-ID, CSeq, From, To or Via is missing. */
  fieldMissing: 1 << 14,
  /** CSeq has no readable number or method. */
  badCSeq: 1 << 15,
  /** The snap length cut the message. */
  cutBySnapLength: 1 << 16,
} as const;

export type Leniency = keyof typeof LENIENCY;

/** Deviations that every receiver has to accept (RFC 3261 §7.3, §7.5): worth no finding. */
export const HARMLESS =
  LENIENCY.leadingCrlf |
  LENIENCY.folding |
  LENIENCY.spaceBeforeColon |
  LENIENCY.compactForm |
  LENIENCY.noContentLength |
  LENIENCY.bodyTooLong |
  LENIENCY.cutBySnapLength;

/** The names of the bits set in `flags`. */
export function leniencyNames(flags: number): Leniency[] {
  return (Object.keys(LENIENCY) as Leniency[]).filter((name) => (flags & LENIENCY[name]) !== 0);
}
