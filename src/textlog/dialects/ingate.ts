import type { Dialect } from '../dialect.ts';

/** Ingate firewalls and SIParators: `sipfw` names both ends and the transport; every row of the message is a syslog row of its own. */
export const ingate: Dialect = {
  id: 'ingate',
  patterns: [
    {
      mark: 'sipfw: ',
      row: /sipfw: (?<way>send|recv)(?: s[fl])?(?: \(0x[0-9a-f]{1,16}\))? (?:to|from) (?<remote>\S{1,80}) via (?<local>\S{1,80}) (?<transport>UDP|TCP|TLS)\b/,
    },
  ],
};
