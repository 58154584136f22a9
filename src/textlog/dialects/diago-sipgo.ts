import type { Dialect } from '../dialect.ts';

/**
 * sipgo and diago (Go). The library's own debug rows (sip.go, SIPDebug) have transport and both ends; an application with a tracer
 * prints what it likes: here the form of diago's examples, time of day and direction.
 */
export const diagoSipgo: Dialect = {
  id: 'diago-sipgo',
  patterns: [
    {
      mark: ' read from ',
      row: /\b(?<transport>UDP|TCP|TLS|WSS?) (?<way>read) from (?<local>\S+:\d+) <- (?<remote>\S+:\d+):\s*$/,
    },
    {
      mark: ' write to ',
      row: /\b(?<transport>UDP|TCP|TLS|WSS?) (?<way>write) to (?<local>\S+:\d+) -> (?<remote>\S+:\d+):\s*$/,
    },
    {
      mark: ' SIP ',
      row: /--- (?<time>\d\d:\d\d:\d\d\.\d{1,9}) SIP (?<way>recv|send) ---\s*$/,
    },
  ],
};
