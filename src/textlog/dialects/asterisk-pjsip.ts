import type { Dialect } from '../dialect.ts';

/**
 * Asterisk, `pjsip set logger on` (res_pjsip_logger.c): one envelope row, then the message and nothing behind it. The time, if any,
 * is in front of the envelope (log file) or of every row (console with timestamps).
 */
export const asteriskPjsip: Dialect = {
  id: 'asterisk-pjsip',
  patterns: [
    {
      mark: ' SIP re',
      row: /<--- (?<way>Transmitting|Received) SIP (?:request|response) \((?<size>\d+) bytes\) (?:to|from) (?<transport>\w+):(?<remote>\S+) --->/,
    },
    {
      mark: '<--- History Entry',
      row: /<--- History Entry \d+ \(?(?<way>Sent to|Received from) (?<remote>\S+) at +(?<time>\d{10})\b.{0,20}--->/,
    },
  ],
};
