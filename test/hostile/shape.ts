/** An attack that grows: `count` of something, in chunks whose memory may be used again. */
export interface HostileShape {
  readonly id: string;
  /** Each chunk is a file of its own. */
  readonly files?: true;
  chunks(count: number): Iterable<Uint8Array>;
}
