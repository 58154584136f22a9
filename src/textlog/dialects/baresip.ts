import type { Dialect } from '../dialect.ts';

/** Transport and both ends. Avaya's IP Office prints the same behind `SIP Rx: `. */
export const BARESIP_ENDS = String.raw`(?<![RT]x: )(?<![^\s])(?<transport>UDP|TCP|TLS|WSS?) (?<from>\S+:\d+) -> (?<to>\S+:\d+)\s*$`;

/**
 * baresip `sip_trace` (uag.c): a row with the time of day and `#` (before 2022 `#` alone), a row with transport and both ends,
 * the message. Which end is baresip's own is not said.
 */
export const baresip: Dialect = {
  id: 'baresip',
  patterns: [{ mark: ' -> ', row: new RegExp(BARESIP_ENDS) }],
  above: /(?:^|\s)(?<time>\d\d:\d\d:\d\d\.\d{3})#\s*$/,
};
