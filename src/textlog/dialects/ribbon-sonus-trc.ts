import type { Dialect } from '../dialect.ts';
import { joinedParts } from '../parts.ts';

/** `MMDDYYYY HHMMSS.uuuuuu:` and the record's number. */
const HEAD = '(?<date>\\d{8}) (?<clock>\\d{6}\\.\\d{1,6}):(?<serial>[\\d.]{1,40})\\.\\w{1,12} ';
const END = 'IP/port: ?(?<$>[^\\s/,]{1,64})/(?<$Port>\\d{1,5})';
const ROW = new RegExp(
  `(?:${HEAD}[^\\n]{0,400}?)?(?<way>received|sent) msg for CallId:\\S{0,255} [^\\n]{0,40}?(?:from|to) ${END.replaceAll('$', 'remote')}, Local ${END.replaceAll('$', 'local')}`,
);

/**
 * Ribbon (Sonus) SBC call trace: both ends in one row, `RAW PDU:`, the message. A record ends after 1800 bytes; the rest comes in another
 * one with the same stamp and number.
 */
export const ribbonSonusTrc: Dialect = {
  id: 'ribbon-sonus-trc',
  patterns: [
    {
      mark: ' msg for CallId:',
      row: ROW,
      read: (facts, { groups = {} }) => {
        const { date, clock } = groups;
        const { date: _, ...told } = facts;
        return date === undefined || clock === undefined
          ? told
          : { ...told, time: timeOf(date, clock) };
      },
    },
    { mark: 'RAW PDU:', row: /RAW PDU:\s*$/, adds: true },
  ],
  rewrite: ({ groups = {} }) => {
    const { date, clock, serial } = groups;
    const same = `${date} ${clock}:${serial}.`;
    return joinedParts((row) => {
      const head = /(?:^|\s)\d{1,5} (\d{8} \d{6}\.\d{1,6}:[\d.]{1,40}\.)\w{1,12} +\.\w{1,16}:/.exec(
        row,
      );
      if (head === null) return null;
      if (head[1] !== same) return false;
      return row
        .slice(head.index + head[0].length)
        .replace(/^(?:FILTER=\S{1,80} )?(?:GCID=\w{1,20}: ?)?/, '');
    });
  },
};

function timeOf(date: string, clock: string): string {
  const [, month, day, year] = /^(..)(..)(....)$/.exec(date) ?? [];
  const [, hour, minute, second] = /^(..)(..)(.+)$/.exec(clock) ?? [];
  return `${year}-${month}-${day} ${hour}:${minute}:${second}`;
}
