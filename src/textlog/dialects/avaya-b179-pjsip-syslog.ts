import type { Dialect } from '../dialect.ts';

/** Avaya B179 and B199, Konftel 300IP: PJSIP's row behind a syslog tag, the message without it, 81 dashes. */
export const avayaB179: Dialect = {
  id: 'avaya-b179-pjsip-syslog',
  patterns: [
    {
      mark: 'konfsip[',
      row: /konfsip\[[\d:]{1,21}\]: (?<way>RX|TX) (?<size>\d{1,7}) bytes (?:Request|Response) msg \S{1,80}(?: \(\w{1,32}\))? (?:from|to) (?<transport>[A-Za-z]{2,4}) (?<remote>\S{1,80}?):?\s*$/,
    },
  ],
  end: /^-{81}$/,
};
