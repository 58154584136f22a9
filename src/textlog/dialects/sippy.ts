import type { Dialect, Facts } from '../dialect.ts';

/** `03 Feb 12:01:02.123/call-id/app: `: the day stands in front of the month, and there is no year. */
const STAMP = String.raw`(?:(?<day>\d\d) (?<month>[A-Z][a-z]{2}) (?<time>\d\d:\d\d:\d\d\.\d{3})\/)?`;

/** Sippy B2BUA (SipTransactionManager.py, SipLogger.py): the peer in a row, the message behind it. */
export const sippy: Dialect = {
  id: 'sippy',
  patterns: [
    {
      mark: ' message from ',
      row: new RegExp(
        String.raw`${STAMP}(?:[^\s/]{1,200}\/[^\s:]{1,60}: )?(?<way>RECEIVED) message from (?<remote>\S+:\d+):\s*$`,
      ),
      read: dated,
    },
    {
      mark: ' message to ',
      row: new RegExp(
        String.raw`${STAMP}(?:[^\s/]{1,200}\/[^\s:]{1,60}: )?(?<way>SENDING) message to (?<remote>\S+:\d+):\s*$`,
      ),
      read: dated,
    },
  ],
};

function dated({ way, remote, time }: Facts, { groups }: RegExpExecArray): Facts {
  const day = groups?.['day'];
  return {
    ...(way === undefined ? {} : { way }),
    ...(remote === undefined ? {} : { remote }),
    ...(time === undefined
      ? {}
      : { time: day === undefined ? time : `${groups?.['month']} ${day} ${time}` }),
  };
}
