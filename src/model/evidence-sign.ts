/** What a source was recognised by. */
export const EVIDENCE_SIGNS = [
  /** The first bytes are those of a format; `of` has them in hexadecimal. */
  'file-header',
  /** Rows that announce a message as the dialect `of` does. */
  'envelope',
  /** SIP messages that nothing announces, by their start lines. */
  'start-line',
  /** Readable characters, and nothing of the above. */
  'readable-text',
  /** Neither the header of a known format nor text; `of` has the first bytes. */
  'nothing-known',
] as const;

export type EvidenceSign = (typeof EVIDENCE_SIGNS)[number];
