import type { Dialect } from '../dialect.ts';

/** Bytes of the IP and UDP headers that are line feeds, and what stands between them, take rows of their own. */
const GAP = 10;

/**
 * tcpdump `-A`: one row for the packet, then its bytes from the IP header on, as text without CR. The row may quote the start line
 * (port 5060), so it is read to its end. Ports stand behind the last dot and may be names.
 */
export const tcpdumpAscii: Dialect = {
  id: 'tcpdump-ascii',
  patterns: [
    {
      mark: ' > ',
      row: /(?:^|\s)(?:(?<time>(?:\d{4}-\d\d-\d\d )?\d\d:\d\d:\d\d\.\d{1,9}|\d{10}\.\d{6,9}) (?:[\w.-]{1,20} +(?:In|Out|[BPM]) +)?)?IP6? (?<from>[\w.:%-]{1,255})\.(?<fromPort>[\w-]{1,40}) > (?<to>[\w.:%-]{1,255})\.(?<toPort>[\w-]{1,40}): (?:\([^)]{0,20}\) )?(.{0,12}).*$/,
      read: (facts, match) => ({ ...facts, transport: transportOf(match.at(-1) ?? '') }),
    },
  ],
  gap: GAP,
};

/** TCP prints its flags first; the SIP printer stands right behind the addresses for UDP alone. */
function transportOf(rest: string): string {
  return /^(?:Flags|[SFPRWE.]{1,6} )/.test(rest) ? 'tcp' : 'udp';
}
