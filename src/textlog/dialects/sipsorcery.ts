import type { Dialect } from '../dialect.ts';

const REMOTE = String.raw`(?:udp|tcp|tls|wss?):(?<remote>\S+)\s*$`;
const LOCAL = String.raw`(?<transport>udp|tcp|tls|wss?):(?<local>\S+?)`;

/** SIPSorcery (.NET, SIPTransport's trace events): both ends, an arrow that follows the message. No time of its own. */
export const sipsorcery: Dialect = {
  id: 'sipsorcery',
  patterns: [
    {
      mark: ' sent: ',
      row: new RegExp(String.raw`(?:Request|Response) (?<way>sent): ${LOCAL}->${REMOTE}`),
    },
    {
      mark: ' received: ',
      row: new RegExp(String.raw`(?:Request|Response) (?<way>received): ${LOCAL}<-${REMOTE}`),
    },
  ],
};
