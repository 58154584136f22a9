/** How far an input is unpacked. All of it is for one path that was given; what is beyond is counted as unread. */
export interface InputLimits {
  /** Compressed in compressed, at most this often. */
  readonly compressions: number;
  /** Archive in archive, at most this deep. */
  readonly archives: number;
  /** Entries of one archive, folders and links included. */
  readonly entries: number;
  /** Members of all archives in one another. */
  readonly members: number;
  /** Expanded bytes that are always accepted. */
  readonly floor: number;
  /** Above the floor: expanded bytes per input byte. Real captures stay below 100. */
  readonly ratio: number;
  /** Bytes of a zip that is no file itself (piped in, or inside something else) and is kept in a temporary file. */
  readonly spool: number;
}

export const INPUT_LIMITS: InputLimits = {
  compressions: 3,
  archives: 3,
  entries: 10_000,
  members: 50_000,
  floor: 1_073_741_824,
  ratio: 500,
  spool: 1_073_741_824,
};
