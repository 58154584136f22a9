/** Every finding of the family in the shared captures; each was read against its packets. */
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../../../src/analyze.ts';
import {
  CORPUS,
  CORPUS_MISSING,
  corpusExists,
  corpusFiles,
} from '../../../capture/corpus-files.ts';

if (!corpusExists()) console.log(CORPUS_MISSING);

const FAMILY = new Set(
  globSync('src/diagnosis/rules/sdp/*.ts').map((file) => file.replace(/^.*\/|\.ts$/g, '')),
);

/** Both legs ask for T.38, both are refused with 488; then they agree on G.711 (3124, 3138), and the call goes on. */
const FAX = ['info t38-failed 3100,3114', 'info t38-failed 3107,3112'];

const REVIEWED: Readonly<Record<string, readonly string[]>> = {
  // Audio and video are offered, video is answered with port 0.
  'NormB-sipnab/DTMFsipinfo.pcap': ['info media-rejected 1,4'],
  // Made by a test tool: calls of a second that change codec or direction once.
  'NormB-sipnab/codec-negotiation.pcap': ['info codec-changed-midcall 308,309'],
  'NormB-sipnab/pcap-samples-register-invite-reinvite-bye.pcap': ['info hold-state 160'],
  'NormB-sipnab/register-invite-reinvite-bye-f180818.pcap': ['info hold-state 8'],
  'NormB-sipnab/register-invite-reinvite-bye.pcap': ['info codec-changed-midcall 162,163'],
  'ntop-nDPI/FAX-Call-t38-CA-TDM-SIP-FB-1.pcap': FAX,
  'sipcapture-heplify/FAX-Call-t38-CA-TDM-SIP-FB-1.pcap': FAX,
  // Payload type 101 is answered without the rtpmap that the offer has.
  'rickwporter-rtp-pcap/h263-over-rtp.pcap': ['info sdp-malformed 3'],
};

describe.runIf(corpusExists())('session descriptions in the captures', () => {
  const files = corpusFiles('captures').map((path) => ({
    path,
    name: path.slice(`${CORPUS}captures/`.length),
  }));

  it.each(files)('$name', { timeout: 60_000 }, async ({ path, name }) => {
    const { findings } = await analyze([path], {
      language: 'en',
      thresholds: {},
      messages: 'none',
    });
    const own = findings
      .filter(({ rule }) => FAMILY.has(rule))
      .map(({ severity, rule, evidence }) => {
        const frames = evidence.flatMap((proof) => ('at' in proof ? [proof.at.frame] : []));
        return `${severity} ${rule} ${frames.join(',')}`;
      });
    expect(own.toSorted()).toEqual(REVIEWED[name] ?? []);
  });
});
