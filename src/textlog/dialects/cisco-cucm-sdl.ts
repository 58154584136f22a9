import type { Dialect } from '../dialect.ts';

/**
 * Cisco Unified CM traces: SDL (`NNNNNNNN.NNN |HH:MM:SS.mmm |AppInfo  |…`) and the older SDI. The peer only, and no date. Decrypted
 * TLS is logged by the TCP process as TCP, so Via tells the transport.
 */
export const ciscoCucmSdl: Dialect = {
  id: 'cisco-cucm-sdl',
  patterns: [
    {
      mark: ' SIP TCP message ',
      row: /(?:\|(?<time>\d\d:\d\d:\d\d\.\d{3}) \|[^|]{0,40}\|[^|]{0,60})?(?<way>Incoming|Outgoing) SIP TCP message (?:from|to) (?<remote>\S{1,80}) on port (?<remotePort>\d{1,5}) index \d+(?: with (?<size>\d{1,7}) bytes)?/,
    },
    {
      mark: ' SIP UDP message ',
      row: /(?:\|(?<time>\d\d:\d\d:\d\d\.\d{3}) \|[^|]{0,40}\|[^|]{0,60})?(?<way>Incoming|Outgoing) SIP (?<transport>UDP) message (?:size (?<size>\d{1,7}) )?(?:from|to) (?<remote>[^\s[]{1,80}?):?\[(?<remotePort>\d{1,5})\]/,
    },
  ],
  end: /^\d{6,10}\.\d{3} \|/,
};
