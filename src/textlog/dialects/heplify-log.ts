import type { Dialect } from '../dialect.ts';
import { IP_PROTOCOLS } from '../rewriting/ip-protocol.ts';
import { stringEnd, unescaped } from '../wrappers/literal-escapes.ts';

const PAYLOAD = 'Payload:"';

/** heplify and heplify-server, HEP packets in the log: a Go struct a row, the message quoted. `Tmsec` counts microseconds. */
export const heplifyLog: Dialect = {
  id: 'heplify-log',
  patterns: [
    {
      mark: '&HEP{',
      row: /&HEP\{Version:\d+,Protocol:(?<transport>\d+),SrcIP:(?<from>[^,\s]{1,255}),DstIP:(?<to>[^,\s]{1,255}),SrcPort:(?<fromPort>\d+),DstPort:(?<toPort>\d+),Tsec:(?<time>\d{10}),Tmsec:(\d{1,6}),/,
      read: ({ transport = '', time, ...facts }, match) => ({
        ...facts,
        time: `${time}.${(match.at(-1) ?? '').padStart(6, '0')}`,
        transport: IP_PROTOCOLS[transport] ?? '',
      }),
      text(match, row) {
        const at = row.indexOf(PAYLOAD, match.index);
        if (at < 0) return null;
        const start = at + PAYLOAD.length;
        return unescaped(row.slice(start, stringEnd(row, start)));
      },
    },
  ],
};
