import type { Dialect } from '../dialect.ts';

/** RingCentral's softphone: bars between the fields, direction, peer and length in the last. */
export const ringcentral: Dialect = {
  id: 'ringcentral',
  patterns: [
    {
      mark: '|SIP_MSG|',
      row: /\|(?<time>\d\d:\d\d:\d\d\.\d{3})\|[^|]{0,80}\|SIP_MSG\|[<>]{3}(?<way>Tx|Rx) SIP (?:request|response) (?:dst|src)\[(?<transport>[A-Z]{2,4}):(?<remote>[^\]\s]+)\](?: \((?<size>\d+)\))?/,
    },
  ],
};
