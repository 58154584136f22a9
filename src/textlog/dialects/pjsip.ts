import type { Dialect } from '../dialect.ts';

/**
 * PJSIP, pjsua and what is built on them (pjsua_core.c): a row with direction, length and peer, the message, `--end msg--`
 * (missing when the record was too long). Konftel and Avaya phones print 81 dashes instead.
 */
export const pjsip: Dialect = {
  id: 'pjsip',
  patterns: [
    {
      mark: ' bytes Re',
      row: /(?<way>RX|TX) (?<size>\d+) bytes (?:Request|Response) msg \S+(?: \(\w+\))? (?:from|to) (?:(?<transport>[A-Za-z]{2,4}) )?(?<remote>\S+?):?\s*$/,
    },
  ],
  end: /^(?:--end msg--|-{81})$/,
};
