import { STATUS_CODES } from '../catalog/status-codes.ts';
import type { StatusCodeFacts } from '../catalog/types.ts';

/** Names that name nobody, one space between: they stay, because findings rest on some of them, and nothing is given away. */
const NAMES =
  'anonymous unknown unavailable restricted private invalid nobody none null undefined guest default example user username name ' +
  'test tester testing test1 demo ping pinger probe monitor keepalive heartbeat options check nm nm2 ' +
  'sip sips sipp sipvicious friendly-scanner service services server client proxy registrar registration register gateway trunk trunks ' +
  'pbx ipbx sbc ims phone softphone webrtc line extension conference voicemail media provider operator carrier call caller callee ' +
  'admin administrator root support office info asterisk kamailio opensips openser freeswitch mod_sofia sofia fusionpbx freepbx ' +
  'localhost localdomain local lan home internal external domain host invite message session dialog transport network ' +
  'www com net org arpa tel urn uuid imei gruu mobile fixed public secure source destination number address';

const PLAIN: ReadonlySet<string> = new Set(NAMES.split(' '));

export function isPlainWord(text: string): boolean {
  return PLAIN.has(text.toLowerCase());
}

const FACTS: readonly StatusCodeFacts[] = Object.values(STATUS_CODES);

/** Words of the usual reason phrases, and of what else servers say. */
const PROSE: ReadonlySet<string> = new Set(
  FACTS.flatMap(({ phrase, otherPhrases = [] }) => [phrase, ...otherPhrases])
    .flatMap((phrase) => phrase.toLowerCase().match(/[a-z]+/g) ?? [])
    .concat(
      'normal clearing cause text reason error request response failed destination'.split(' '),
    ),
);

/** A word that any server says: none of those is taken for somebody's name. */
export function isProse(text: string): boolean {
  const lower = text.toLowerCase();
  return PLAIN.has(lower) || PROSE.has(lower);
}
