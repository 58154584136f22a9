import type { Dialect, Pattern } from '../dialect.ts';
import { PacketTree } from '../rewriting/packet-tree.ts';
import { unprefixed } from '../rewriting/unprefixed.ts';

const PORTS =
  'Src Port: (?:[\\w-]+ \\()?(?<fromPort>\\d+)\\)?, Dst Port: (?:[\\w-]+ \\()?(?<toPort>\\d+)';

/** The root row of a transport protocol; `name` is what reports call it. */
const transport = (protocol: string, name: string): Pattern => ({
  mark: protocol,
  row: new RegExp(`(?:^|\\s)${protocol}, ${PORTS}`),
  read: (facts) => ({ ...facts, transport: name }),
  adds: true,
});

/** The root row of a protocol between the transport and SIP. */
const carrier = (protocol: string, name: string): Pattern => ({
  mark: protocol,
  row: new RegExp(`(?:^|\\s)${protocol}\\s*$`),
  read: () => ({ transport: name }),
  adds: true,
});

const SIP = 'Session Initiation Protocol';

/**
 * `tshark -V`, and packets exported as text from Ethereal and Wireshark of all ages: the root rows tell time and ends (of a tunnel the
 * inner ones, which come last), the tree below the message. In old ones an address stands in parentheses behind the host's name.
 */
export const tsharkVerbose: Dialect = {
  id: 'tshark-verbose',
  patterns: [
    {
      mark: 'Frame ',
      row: /(?:^|\s)(?=Frame \d{1,9}(?:: \d+ bytes on wire| \(\d+ (?:bytes )?on wire))/,
    },
    {
      mark: 'Arrival Time: ',
      row: /(?:^|\s)Arrival Time: (?<time>[A-Z][a-z]{2} +\d{1,2}, \d{4} \d\d:\d\d:\d\d\.\d{1,9}(?: [A-Z]{3,4}\b)?)/,
      adds: true,
    },
    {
      mark: 'Epoch ',
      row: /(?:^|\s)Epoch (?:Arrival )?Time: (?<time>\d{10}\.\d{1,9})/,
      adds: true,
    },
    {
      mark: 'Internet Protocol',
      row: /(?:^|\s)Internet Protocol(?: Version [46])?, Src(?: Addr)?: (?<from>[^\s,]+)(?: \((?<fromAddress>[^)\s]+)\))?, Dst(?: Addr)?: (?<to>[^\s,]+)(?: \((?<toAddress>[^)\s]+)\))?/,
      read: ({ from = '', to = '' }, { groups }) => ({
        from: groups?.fromAddress ?? from,
        to: groups?.toAddress ?? to,
      }),
      adds: true,
    },
    transport('User Datagram Protocol', 'udp'),
    transport('Transmission Control Protocol', 'tcp'),
    transport('Stream Control Transmission Protocol', 'sctp'),
    carrier('Transport Layer Security', 'tls'),
    carrier('Secure Sockets Layer', 'tls'),
    carrier('WebSocket', 'ws'),
    { mark: SIP, row: new RegExp(`(?:^|\\s)${SIP}`), adds: true },
    { mark: SIP, row: new RegExp(`(?:^|\\s)(?=${SIP}(?: \\([A-Za-z0-9 ]+\\))?\\s*$)`), weak: true },
    // Bytes below the tree are the same packet again.
    { mark: '0000  ', row: /(?:^|\s)0000 {2,3}[0-9a-f]{2} [0-9a-f]{2} /, adds: true },
  ],
  rewrite(match, facts, first) {
    const content = unprefixed(first.slice(0, match.index + match[0].length));
    const tree = new PacketTree();
    return (row) => {
      if (row !== null) return tree.take(content(row)) && null;
      if (tree.isCut) facts.cut = true;
      return tree.rows;
    };
  },
};
