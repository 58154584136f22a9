/** Longest text in front of an envelope that is taken off the rows behind it, in characters. */
const MAX_PREFIX = 300;

/**
 * Takes off each row what stands in front of the envelope's row, e.g. a syslog header: its digits and runs of blanks may differ. A row
 * without it is handed back as it is.
 */
export function unprefixed(before: string): (row: string) => string {
  if (before === '' || before.length > MAX_PREFIX) return (row) => row;
  const source = before
    .trimEnd()
    .replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
    .replace(/\d+/g, '\\d+')
    .replace(/\s+/g, '\\s+');
  const blanks = before.length - before.trimEnd().length;
  const prefix = new RegExp(`^${source} {0,${blanks}}`);
  return (row) => row.replace(prefix, '');
}
