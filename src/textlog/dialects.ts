import type { Dialect } from './dialect.ts';
import { asteriskChanSip } from './dialects/asterisk-chan-sip.ts';
import { asteriskPjsip } from './dialects/asterisk-pjsip.ts';
import { freeswitch } from './dialects/freeswitch.ts';
import { ngrepByline } from './dialects/ngrep-byline.ts';
import { pjsip } from './dialects/pjsip.ts';
import { sipp } from './dialects/sipp.ts';

/** Every dialect with an envelope of its own; what none announces is read all the same. In alphabetical order. */
export const DIALECTS: readonly Dialect[] = [
  asteriskChanSip,
  asteriskPjsip,
  freeswitch,
  ngrepByline,
  pjsip,
  sipp,
];
