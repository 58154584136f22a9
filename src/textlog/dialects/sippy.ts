import type { Dialect, Facts } from '../dialect.ts';

/** `03 Feb 12:01:02.123/call-id/app: ` in front of the row: the day before the month, and no year. */
const STAMP = /(\d\d) ([A-Z][a-z]{2}) (\d\d:\d\d:\d\d\.\d{3})\/\S+ $/;
/** Longest stamp with its Call-ID that is looked at, in characters. */
const MAX_STAMP = 400;

/** Sippy B2BUA (SipTransactionManager.py, SipLogger.py): the peer in a row, the message behind it. */
export const sippy: Dialect = {
  id: 'sippy',
  patterns: [
    {
      mark: 'RECEIVED message from ',
      row: /(?<way>RECEIVED) message from (?<remote>\S+:\d+):\s*$/,
      read: dated,
    },
    {
      mark: 'SENDING message to ',
      row: /(?<way>SENDING) message to (?<remote>\S+:\d+):\s*$/,
      read: dated,
    },
  ],
};

function dated(facts: Facts, { input, index }: RegExpExecArray): Facts {
  const stamp = STAMP.exec(input.slice(Math.max(0, index - MAX_STAMP), index));
  if (stamp === null) return facts;
  const [, day, month, time] = stamp;
  return { ...facts, time: `${month} ${day} ${time}` };
}
