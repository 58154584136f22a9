import type { Dialect } from '../dialect.ts';

/**
 * Asterisk, `sip set debug on` (chan_sip.c, 1.2 to 20): received messages and sent responses between arrows and dashes, sent
 * requests and retransmissions behind a plain row, up to `---`. Only what was received tells its transport.
 */
export const asteriskChanSip: Dialect = {
  id: 'asterisk-chan_sip',
  patterns: [
    {
      mark: 'SIP read from ',
      row: /<--?-? SIP (?<way>read) from (?:(?<transport>UDP|TCP|TLS|WSS?|UNKNOWN):)?(?<remote>[^\s<>]+?):? *(?:--->|$)/,
    },
    {
      mark: 'ransmitting ',
      row: /(?<way>(?:Reliably )?Transmitting) \((?:no )?NAT[^)]{0,20}\) to (?<remote>[^\s<>]+?)(?: --->|:?\s*$)/,
    },
    {
      mark: 'Retransmitting #',
      row: /(?<way>Retransmitting) #\d+ \((?:no )?NAT[^)]{0,20}\) to (?<remote>[^\s<>]+?):?\s*$/,
    },
  ],
  end: /^(?:<-{12,13}>|---)$/,
};
