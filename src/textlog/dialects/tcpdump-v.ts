import type { Dialect } from '../dialect.ts';

/**
 * tcpdump `-v` on port 5060: two rows for the packet (one for IPv6), then the message with a TAB in front of each row and without CR. The
 * SIP printer is that of UDP.
 */
export const tcpdumpV: Dialect = {
  id: 'tcpdump-v',
  patterns: [
    {
      mark: 'IP (tos ',
      row: /(?:^|\s)(?:(?<time>(?:\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d\.\d{1,9}|\d{10}\.\d{6,9}) )?IP \(tos 0x[0-9a-f]{1,2},.{0,160}, proto (?<transport>UDP|TCP|SCTP) \(\d+\), length \d+\)\s*$/,
    },
    {
      mark: ' > ',
      row: /(?:^|\s)(?<from>[\w.:%-]{1,255})\.(?<fromPort>[\w-]{1,40}) > (?<to>[\w.:%-]{1,255})\.(?<toPort>[\w-]{1,40}): (?:\[[^\]]{1,60}\] )?(?:SIP, length: (?<size>\d+)|SIP: |UDP, length|Flags ).*$/,
      adds: true,
    },
    {
      mark: 'IP6 (',
      row: /(?:^|\s)(?:(?<time>(?:\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d\.\d{1,9}|\d{10}\.\d{6,9}) )?IP6 \(.{0,160}next-header (?<transport>UDP|TCP|SCTP) \(\d+\)[^)]{0,40}\) (?<from>[\w.:%-]{1,255})\.(?<fromPort>[\w-]{1,40}) > (?<to>[\w.:%-]{1,255})\.(?<toPort>[\w-]{1,40}): .*$/,
    },
  ],
  gap: 10,
};
