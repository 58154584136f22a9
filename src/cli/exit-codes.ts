/** What the shell sees. Users' scripts rely on these. */
export const EXIT = {
  analysed: 0,
  /** `--fail-on` matched. */
  failOn: 1,
  /** Wrong usage, or nothing that could be read. */
  unusable: 2,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
