import type { Dialect, Facts } from '../dialect.ts';

/** `'udp:192.0.2.1:5060'`, of connections `'tcp:192.0.2.1:5060-198.51.100.2:40100'`. */
const SOCKET = String.raw`'(?<transport>udp|tcp|tls|sctp|wss?):(?<local>[^'\s]+)'`;

/**
 * Yate (ysipchan.cpp, two generations): the socket in quotes, what happened, the peer, then dashes (five, once six) around the
 * message. A socket bound to any address is printed as 0.0.0.0. Records longer than the output buffer have no end.
 */
export const yate: Dialect = {
  id: 'yate',
  patterns: [
    {
      mark: "' received ",
      row: new RegExp(
        String.raw`${SOCKET} (?<way>received) (?<size>\d+) bytes SIP message(?: from (?<remote>\S+))?`,
      ),
      read: divided,
    },
    {
      mark: "' sending ",
      row: new RegExp(
        String.raw`${SOCKET} (?<way>sending) (?:(?<size>\d+) bytes )?\(?(?:code \d{3}|'[^']{1,2000}')\)? 0x[0-9a-f]+(?: to (?<remote>\S+))?`,
      ),
      read: divided,
    },
  ],
  end: /^-{5,6}$/,
};

/** A connection's name has both ends. */
function divided(facts: Facts): Facts {
  const [local, remote] = (facts.local ?? '').split('-');
  if (local === undefined || remote === undefined) return facts;
  return { ...facts, local, remote };
}
